"""What changed on a cooperation's sheet between two days: before, after, and the entries that did it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from domain.kernel.moments import earliest
from language import Text, say
from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.cooperation import CooperationInFull, cooperation_in_full
from queries.history import History, entries_of, looked_up, told
from queries.refused import Failure, invalid
from queries.sheet_facts import Fact, FactKey, Facts, facts_of
from queries.visit import Visit
from queries.what_changes import CHANGED_BY
from wording.sheet_facts import ASPECTS

_NAMED_IN = {"gate": "item"}
"""In which field entries name the part that an aspect is of, where that is called otherwise."""


@dataclass(frozen=True, slots=True)
class FactChanged:
    """A fact of the sheet that is another on the second day: None where it was not there."""

    aspect: str
    of: str
    """The key of what has it (a stakeholder, an item, ``funding:<id>``); empty for the cooperation itself."""
    before: Fact | None
    after: Fact | None
    entries: Sequence[TimelineEntry]
    """What did it, in the order of recording; none where time alone did."""

    @property
    def what(self) -> str:
        """The aspect in words, and what it is of."""
        one = self.after or self.before
        part = one.part if one else ""
        return " – ".join(filter(None, (say(ASPECTS[self.aspect]), part)))

    def as_json(self) -> dict[str, Any]:
        """Values as the sheet has them in JSON; entries by file and number."""
        return {
            "aspect": self.aspect,
            "of": self.of or None,
            "before": self.before.value if self.before else None,
            "after": self.after.value if self.after else None,
            "entries": [{"file": one.file, "entry": one.entry, "type": one.type} for one in self.entries],
        }


@dataclass(frozen=True, slots=True)
class ChangesBetween:
    """What changed from the end of one day to the end of another, as far as it was known."""

    since: str
    until: str
    changes: Sequence[FactChanged]
    history: History
    """The entries that did it, as the person may see them."""

    def as_json(self) -> dict[str, Any]:
        """What changed, in the order of the sheet."""
        return {
            "since": self.since,
            "until": self.until,
            "changes": [one.as_json() for one in self.changes],
        }


async def changes_between(
    visit: Visit, name: str, since: str, until: str, known_on: str = ""
) -> ChangesBetween:
    """What holds of a cooperation at the end of ``until`` and did not at the end of ``since``, or otherwise.

    Days, months or years, as of where the file lives; nothing was there before it was opened. Raises Failure for one
    that is not theirs to read, and for days that are none, or the wrong way round.
    """
    after = await cooperation_in_full(visit, name, Then(until, known_on))
    before = await _before(visit, name, Then(since, known_on))
    found = await looked_up(visit, name)
    zone = visit.zone_of(found.file)
    begin, end = Then(since).happened_by(zone), Then(until).happened_by(zone)
    if begin is None or end is None or begin > end:
        raise _not_in_order(since, until)
    entries, read = await entries_of(visit, found.file, Then(until, known_on))
    between = [one for one in entries if not one.void and earliest(one.effective_at, zone) > begin]
    changes = list(differences(facts_of(before) if before else {}, facts_of(after), name, between))
    did = {(one.file, one.entry) for change in changes for one in change.entries}
    history = await told(visit, found, [one for one in between if (one.file, one.entry) in did], read)
    return ChangesBetween(since, until, changes, history)


async def _before(visit: Visit, name: str, then: Then) -> CooperationInFull | None:
    """None where it was not there yet."""
    try:
        return await cooperation_in_full(visit, name, then)
    except Failure as failure:
        if failure.code != "not-known-then":
            raise
        return None


def differences(
    before: Facts, after: Facts, file: str, between: Sequence[TimelineEntry]
) -> Iterator[FactChanged]:
    """The facts that differ, in the order of the sheet, with those of the entries between that changed them."""
    place = {aspect: number for number, aspect in enumerate(ASPECTS)}
    keys = sorted({**before, **after}, key=lambda one: place[one[0]])
    for key in keys:
        old, new = before.get(key), after.get(key)
        if (old and old.value) != (new and new.value):
            did = [one for one in between if _changed(one, key, old, new, file)]
            yield FactChanged(*key, old, new, did)


def _changed(entry: TimelineEntry, key: FactKey, old: Fact | None, new: Fact | None, file: str) -> bool:
    """Whether an entry of the time between is of those that changed a fact."""
    aspect, of = key
    if entry.file != (of if of.startswith(("funding:", "review:")) else file):
        return False
    rests_on = set(new.entries if new else ()) - set(old.entries if old else ())
    if rests_on:
        return entry.entry in rests_on
    return entry.type in CHANGED_BY[aspect] and _is_about(entry, aspect, of)


def _is_about(entry: TimelineEntry, aspect: str, of: str) -> bool:
    """Whether an entry that names a part of the file names this one."""
    named = entry.details.get(_NAMED_IN.get(aspect, aspect))
    return named is None or not of or named == of.partition("/")[0]


def _not_in_order(since: str, until: str) -> Failure:
    return invalid(
        "period-reversed",
        Text(f"{until} vient avant {since}", f"{until} comes before {since}"),
        Text("Donnez le premier jour d’abord.", "Give the first day first."),
    )
