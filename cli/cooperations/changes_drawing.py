"""What changed on a sheet between two days, for people."""

from cli.terminal.drawing import write_table
from cli.terminal.output import tell
from language import say
from projections.timeline import TimelineEntry
from queries.changes_between import ChangesBetween, FactChanged
from wording import sheet_facts as words
from wording.history import what_happened


def draw(found: ChangesBetween) -> None:
    """A row for each fact that is another: before, after, and the entries that did it by their numbers."""
    if not found.changes:
        tell(say(words.UNCHANGED))
    else:
        heads = (say(words.ASPECT), say(words.BEFORE), say(words.AFTER), say(words.ENTRIES))
        write_table(heads, [_row(found, one) for one in found.changes])
    for reason in found.history.closed:
        tell(say(reason))


def _row(found: ChangesBetween, one: FactChanged) -> tuple[str, ...]:
    before, after = (fact.said if fact else say(words.NOTHING) for fact in (one.before, one.after))
    did = ", ".join(_entry(found, entry) for entry in one.entries) or say(words.BY_ITSELF)
    return one.what, before, after, did


def _entry(found: ChangesBetween, entry: TimelineEntry) -> str:
    """Its number, and of which file it is where that is another."""
    of = "" if entry.file == found.history.file else f" ({entry.file})"
    return f"{entry.entry} {what_happened(entry.type, entry.details)}{of}"
