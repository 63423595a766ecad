"""The history of a file, for people."""

from collections.abc import Iterator

from cli.terminal.drawing import write_table
from cli.terminal.output import tell
from language import say, t
from projections.timeline import TimelineEntry
from queries.history import History, entries_called
from queries.refusals import Refusals, RefusedCommand
from wording import headings
from wording.details import called
from wording.history import said, what_happened
from wording.local_hours import hour, learned, moment_words, when
from wording.pages import refusals as words
from wording.pages.history import corrected, first_told
from wording.told_of_acts import Entries


def draw(history: History, refusals: Refusals) -> None:
    """A row for each entry: when it was recorded, and of which file it is, where that needs saying.

    Refusals stand where they happened, between the entries.
    """
    called_by = entries_called(history, history.entries)
    rows = [_row(history, one, called_by[one.file]) for one in history.entries]
    heads: tuple[str, ...] = (
        say(headings.NUMBER),
        t("quand", "when"),
        t("quoi", "what"),
        t("détails", "details"),
        t("qui", "who"),
        say(headings.RULES),
    )
    recorded = [learned(one.effective_at, one.recorded_at) for one in history.entries]
    files = [one.file for one in history.entries]
    for place, one in reversed([(_place(history, one), one) for one in refusals.rows]):
        rows.insert(place, _refused(one, refusals))
        recorded.insert(place, "")
        files.insert(place, one.file or history.file)
    if any(recorded):
        heads = (*heads[:2], t("enregistré", "recorded"), *heads[2:])
        rows = [(*row[:2], at, *row[2:]) for row, at in zip(rows, recorded, strict=True)]
    if any(one != history.file for one in files):
        heads = (*heads, t("dossier", "file"))
        rows = [(*row, one) for row, one in zip(rows, files, strict=True)]
    write_table(heads, rows)
    for reason in history.closed:
        tell(say(reason))


def _place(history: History, refused: RefusedCommand) -> int:
    """How many entries had been recorded when it was refused."""
    return sum(
        one.recorded_at <= refused.at if refused.after is None else one.position <= refused.after
        for one in history.entries
    )


def _refused(one: RefusedCommand, refusals: Refusals) -> tuple[str, ...]:
    why = f"{say(one.message)} [{one.code}] {say(one.remedy)}"
    return ("–", hour(one.at), words.refused(one.type), why, called(one.actor, refusals.names), "–")


def _put_right(history: History, entry: TimelineEntry) -> Iterator[str]:
    """What was told first, and who corrected it, when and why."""
    if entry.recorded_as:
        yield first_told(moment_words(entry.recorded_as))
    made = {one.entry: one for one in history.entries if one.file == entry.file}
    for number in entry.corrected_by:
        if by := made.get(number):
            reason = by.details.get("reason") or ""
            yield corrected(called(by.actor, history.names), hour(by.recorded_at), reason)


def _row(history: History, entry: TimelineEntry, entries: Entries) -> tuple[str, ...]:
    """An entry, in the words of the rulebook under which it was recorded."""
    what = what_happened(entry.type, entry.details) + (
        t(" (n’a pas eu lieu)", " (never happened)") if entry.void else ""
    )
    rulebook = history.rulebooks.get(entry.rulebook or "")
    own = history.own.get(entry.file, {})
    details = said(entry.details, history.names, rulebook, entry.type, own, entries)
    details = "\n".join(filter(None, (details, *_put_right(history, entry))))
    who = called(entry.actor, history.names)
    return (str(entry.entry), when(entry.effective_at), what, details, who, entry.rulebook or "–")
