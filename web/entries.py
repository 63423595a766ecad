"""Entries of a history as pages show them: what happened, when, whose doing it was, what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

import links
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.moments import day_of, earliest, latest
from domain.reviews.state import Review
from language import Text, locale, say
from projections.timeline import TimelineEntry
from queries.families import Family, family_of
from queries.history import entries_called
from queries.history_part import HistoryPart
from queries.private_text import is_reference
from queries.visit import Visit
from wording.days import recorded_day_words
from wording.details import called
from wording.distances import moment_in_words
from wording.history import said, what_happened
from wording.naming import Naming
from wording.pages import history as words
from wording.quantities import short_day


@dataclass(frozen=True, slots=True)
class Correction:
    """Another entry that an entry is corrected or put in doubt by, and where it is."""

    entry: int
    address: str
    said: str = ""
    """Who corrected, when and why."""


@dataclass(frozen=True, slots=True)
class EntryShown:
    """An entry in words."""

    is_refusal: ClassVar[bool] = False
    entry: int
    anchor: str
    address: str
    month: str
    """As far as it is known, as JSON has it; by which entries are put together."""
    month_said: str
    when: str
    recorded: str
    """The day on which it was recorded, if that is another."""
    first_told: str
    """The day that was recorded first, if a correction changed it."""
    what: str
    details: str
    who: str
    rules: str
    family: Family
    void: bool
    explained: str
    """Where it is told why it is there and what it set off."""
    of: str
    """The review or funding whose entry it is; empty for the file's own."""
    of_address: str
    corrected_by: tuple[Correction, ...]
    flagged_by: tuple[Correction, ...]
    corrects: Correction | None
    new_rules: str
    """The version of the rules, where it is the first entry under it."""
    moved: bool = False
    """Whether it stands where it was first told, and a correction moved it elsewhere."""


def entries_shown(visit: Visit, part: HistoryPart) -> list[EntryShown]:
    """The entries of a part of a history, in its order."""
    return list(map(_Teller(visit, part).told, part.history.entries))


def lines_shown(
    visit: Visit, part: HistoryPart
) -> tuple[list[EntryShown], list[tuple[datetime, EntryShown]]]:
    """The entries of a part, in its order; and where entries were first told that a correction moved.

    Of these: when, and the line as it was, to be struck out.
    """
    teller, zone = _Teller(visit, part), visit.zone_of(part.looked_up.file)
    moved = []
    for one in part.moved:
        told_as = one.recorded_as or one.effective_at
        line = teller.told(one.model_copy(update={"effective_at": told_as, "recorded_as": None}))
        moved.append((earliest(told_as, zone), replace(line, moved=True, new_rules="")))
    return list(map(teller.told, part.history.entries)), moved


class _Teller:
    """Tells entries of one part."""

    def __init__(self, visit: Visit, part: HistoryPart) -> None:
        self._visit = visit
        self._part = part
        self._zone = visit.zone_of(part.looked_up.file)
        every = [one for found in part.called.values() for one in found]
        self._called = entries_called(part.history, every)
        self._new_rules = set(_first_under_new_rules(part))
        self._raw = {(one.file, one.entry): one for one in every}
        self._files = {one.key: one for one in (part.looked_up.file, *part.looked_up.beside)}

    def told(self, one: TimelineEntry) -> EntryShown:
        history = self._part.history
        rulebook = history.rulebooks.get(one.rulebook or "")
        own, entries = history.own.get(one.file, {}), self._called.get(one.file, {})
        theirs = one.file == history.file
        month = month_of(one.effective_at, self._zone)
        corrected = one.details.get("entry") if one.type == "EntryCorrected" else None
        return EntryShown(
            entry=one.entry,
            anchor=f"e{one.entry}" if theirs else f"{one.file.replace(':', '-')}-e{one.entry}",
            address=self._address(one.file, one.entry),
            month=month,
            month_said=month_said(month),
            when=moment_in_words(one.effective_at, self._zone, locale()),
            recorded=self._recorded(one),
            first_told=moment_in_words(one.recorded_as, self._zone, locale()) if one.recorded_as else "",
            what=what_happened(one.type, one.details),
            details=" ".join(
                filter(
                    None,
                    (said(one.details, history.names, rulebook, one.type, own, entries), self._erased(one)),
                )
            ),
            who=called(one.actor, history.names),
            rules=words.version(say(rulebook.name), rulebook.version) if rulebook else "",
            family=family_of(one.type),
            void=one.void,
            explained=self._explained(one),
            of="" if theirs else self._named(one.file),
            of_address="" if theirs else links.file(self._visit.organisation, one.file),
            corrected_by=tuple(map(partial(self._corrected, one.file), one.corrected_by)),
            flagged_by=tuple(self._others(one.file, one.flagged_by)),
            corrects=self._correction(one.file, corrected) if isinstance(corrected, int) else None,
            new_rules=words.new_rules(say(rulebook.name), rulebook.version)
            if rulebook and (one.file, one.entry) in self._new_rules
            else "",
        )

    def _erased(self, one: TimelineEntry) -> str:
        """That a private text was there, if it is no more."""
        if one.file in self._part.looked_up.closed:
            return ""
        raw = self._raw[one.file, one.entry].details
        gone = (
            isinstance(value, dict) and is_reference(value) and one.details.get(key, "") is None
            for key, value in raw.items()
        )
        return say(words.ERASED) if any(gone) else ""

    def _corrected(self, file: str, number: int) -> Correction:
        """By whom, when and why: as far as that is known on the day that is asked about."""
        made = self._part.corrections.get((file, number))
        if made is None:
            return Correction(number, self._address(file, number), words.corrected_by_entry(number))
        who = called(made.actor, self._part.history.names)
        day = short_day(day_of(made.recorded_at, self._zone), locale())
        return Correction(
            number, self._address(file, number), words.corrected(who, day, made.details.get("reason") or "")
        )

    def _named(self, file: str) -> str:
        found = self._files.get(file)
        if found:
            return file_named(self._visit, found)
        return _stream_named(file, Naming(self._visit.rulebook(self._part.looked_up.file.rulebook)))

    def _recorded(self, one: TimelineEntry) -> str:
        """The day of recording, unless it happened then."""
        day = day_of(one.recorded_at, self._zone)
        days = (day_of(at(one.effective_at, self._zone), self._zone) for at in (earliest, latest))
        return "" if all(other == day for other in days) else short_day(day, locale())

    def _others(self, file: str, entries: tuple[int, ...]) -> Iterator[Correction]:
        for number in entries:
            yield self._correction(file, number)

    def _correction(self, file: str, entry: int) -> Correction:
        return Correction(entry, self._address(file, entry))

    def _explained(self, one: TimelineEntry) -> str:
        """Below the history of the cooperation, with whose entry it is where that is another file."""
        file = self._part.looked_up.file
        key = file.cooperation if isinstance(file, Funding | Review) else file.key
        of = "" if one.file == key else one.file
        return links.explained(self._visit.organisation, key, one.entry, of)

    def _address(self, file: str, entry: int) -> str:
        return links.entry(self._visit.organisation, file, entry)


def _stream_named(stream: str, naming: Naming) -> str:
    """Of an envelope, bank details or a file for the bank, what it is called."""
    kind, _, name = stream.partition(":")
    match kind:
        case "envelope":
            return words.of_envelope(say(naming.one("envelope", name)))
        case "account":
            return words.of_account(say(naming.one("account", name)))
        case "payment-file":
            return words.of_payment_file(name)
    return ""


def month_of(moment: str, zone: ZoneInfo) -> str:
    """The month of a moment where it happened, as JSON has it; of what is known by its year, that."""
    if "T" in moment:
        return earliest(moment, zone).astimezone(zone).strftime("%Y-%m")
    return moment[:7]


def month_said(month: str) -> str:
    """A month as the heading of what happened in it."""
    words_of = say(Text(*recorded_day_words(month)))
    return words_of[:1].upper() + words_of[1:]


def _first_under_new_rules(part: HistoryPart) -> Iterator[tuple[str, int]]:
    """The first entry that is shown of each file under a version of the rules, where that is not its first one."""
    shown = {(one.file, one.entry) for one in part.history.entries}
    for file in (part.looked_up.file.key, *(one.key for one in part.looked_up.beside)):
        entries = part.called.get(file, ())
        rules, changed = None, False
        for one in sorted(entries, key=lambda other: other.entry):
            changed = changed or bool(rules and one.rulebook and one.rulebook != rules)
            rules = one.rulebook or rules
            if changed and (file, one.entry) in shown:
                changed = False
                yield file, one.entry


def file_named(visit: Visit, file: KeptFile | None) -> str:
    """What a file is called: a cooperation by its name, a review by its question, a funding by its instrument."""
    naming = Naming(visit.rulebook(file.rulebook) if file else None)
    match file:
        case Cooperation(name=name):
            return name
        case Review(question=question):
            return words.of_review(say(naming.key("question", question)))
        case Funding(instrument=instrument):
            return words.of_funding(say(naming.key("instrument", instrument)))
    return ""
