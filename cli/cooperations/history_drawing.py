"""The history of a file, for people."""

from cli.terminal.drawing import write_table
from cli.terminal.output import tell
from language import say, t
from projections.timeline import TimelineEntry
from queries.history import History
from wording import headings
from wording.details import called
from wording.events import EVENTS
from wording.history import said
from wording.local_hours import learned, when


def draw(history: History) -> None:
    """A row for each entry: when it was recorded, and of which file it is, where that needs saying."""
    rows = [_row(history, one) for one in history.entries]
    heads: tuple[str, ...] = (
        say(headings.NUMBER),
        t("quand", "when"),
        t("quoi", "what"),
        t("détails", "details"),
        t("qui", "who"),
        say(headings.RULES),
    )
    recorded = [learned(one.effective_at, one.recorded_at) for one in history.entries]
    if any(recorded):
        heads = (*heads[:2], t("enregistré", "recorded"), *heads[2:])
        rows = [(*row[:2], at, *row[2:]) for row, at in zip(rows, recorded, strict=True)]
    if any(one.file != history.file for one in history.entries):
        heads = (*heads, t("dossier", "file"))
        rows = [(*row, one.file) for row, one in zip(rows, history.entries, strict=True)]
    write_table(heads, rows)
    for reason in history.closed:
        tell(say(reason))


def _row(history: History, entry: TimelineEntry) -> tuple[str, ...]:
    """An entry, in the words of the rulebook under which it was recorded."""
    what = say(EVENTS[entry.type]) + (t(" (n’a pas eu lieu)", " (never happened)") if entry.void else "")
    rulebook = history.rulebooks.get(entry.rulebook or "")
    details = said(entry.details, history.names, rulebook, entry.type, history.own.get(entry.file, {}))
    who = called(entry.actor, history.names)
    return (str(entry.entry), when(entry.effective_at), what, details, who, entry.rulebook or "–")
