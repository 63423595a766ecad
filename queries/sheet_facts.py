"""What `show` tells of a cooperation, fact by fact: each with its aspect, what it is of, and what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from language import say, t
from projections.fundings import FundingLine
from queries.cooperation import CooperationInFull
from wording.amounts import euros
from wording.details import called
from wording.local_hours import moment_words
from wording.pages.cooperation import ERASED, territory
from wording.rulebook.versions import rulebook_words
from wording.sheet_facts import HELD, RETIRED, pass_said
from wording.sleep import status_said
from wording.values import word

FactKey = tuple[str, str]
"""The aspect (``phase``, ``stakeholder``, ``paid``), and the key of what has it; empty for the cooperation itself."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that holds: two are the same if they say the same of the same."""

    value: Any
    """As JSON has it, private texts in their places."""
    said: str
    """In words."""
    part: str = ""
    """What it is of, as people call it; empty for the cooperation itself."""
    entries: tuple[int, ...] = ()
    """The cooperation's entries that it is known to rest on."""


Facts = Mapping[FactKey, Fact]


def facts_of(found: CooperationInFull) -> Facts:
    """All that is told of it, of its reviews and of the fundings that its reader may see."""
    return {
        **dict(_own(found)),
        **dict(_collective(found)),
        **dict(_to_do(found)),
        **{key: fact for line in found.related.fundings for key, fact in _of_funding(line)},
        **{
            ("review", one.file): Fact(one.status, word(one.status, "review"), say(one.question_name))
            for one in found.related.reviews
        },
    }


def _own(found: CooperationInFull) -> Iterator[tuple[FactKey, Fact]]:
    sheet = found.sheet
    place = sheet.territory
    yield ("name", ""), _text(sheet.name)
    yield ("object", ""), _text(sheet.object)
    yield (
        ("territory", ""),
        Fact(place.model_dump(mode="json"), territory(place.name, place.inhabitants)),
    )
    for field, kind in (
        ("cooperation_type", "cooperation-type"),
        ("economic_model", "economic-model"),
        ("origin", "origin"),
    ):
        value = str(getattr(sheet, field))
        yield (field, ""), Fact(value, word(value, kind))
    yield (
        ("rulebook", ""),
        Fact(sheet.rulebook, say(rulebook_words(sheet.rulebook, found.view.rulebook))),
    )
    managers = ", ".join(called(one, found.names) for one in sheet.managers)
    yield ("managers", ""), Fact(list(sheet.managers), managers)
    planned = sheet.pauses[-1].planned if sheet.pauses else None
    yield ("status", ""), Fact(sheet.status, status_said(sheet.status, planned))
    if sheet.passes:
        phase = say(sheet.phase_name) if sheet.phase_name else word(sheet.phase, "phase")
        number = sheet.passes[-1].number
        yield ("phase", ""), Fact([str(sheet.phase), number], pass_said(phase, number))
    if sheet.last_contact_at:
        yield ("contact", ""), Fact(sheet.last_contact_at, moment_words(sheet.last_contact_at))


def _collective(found: CooperationInFull) -> Iterator[tuple[FactKey, Fact]]:
    sheet = found.sheet
    names = {one.id: one.name for one in sheet.stakeholders}
    for one in sheet.stakeholders:
        said = ", ".join(
            filter(None, (word(one.sector, "sector"), one.role, say(RETIRED) if one.retired else ""))
        )
        value = {"role": one.role, "sector": str(one.sector), "retired": one.retired}
        yield ("stakeholder", one.id), Fact(value, said, one.name, (one.entry, one.term_entry))
    for line in sheet.commitments:
        texts = [found.private.of(one) for one in (line.expects, line.brings)]
        toward = names.get(line.toward or "", line.toward or t("tous", "all"))
        said = " – ".join(one or say(ERASED) for one in texts)
        part = f"{names.get(line.party, line.party)} → {toward}"
        yield ("commitment", f"{line.party}/{line.toward or ''}"), Fact(texts, said, part, (line.entry,))
    if (charter := sheet.charter) and charter.signed:
        signed = found.view.file.entries[charter.signed].at
        yield ("charter", ""), Fact(signed, moment_words(signed), entries=(charter.signed,))


def _to_do(found: CooperationInFull) -> Iterator[tuple[FactKey, Fact]]:
    sheet = found.sheet
    for item in sheet.gate:
        yield ("gate", item.item), Fact(item.held, say(HELD[item.held]), say(item.name), item.entries)
    names = {one.id: one.name for one in sheet.stakeholders}
    for one in sheet.deadlines:
        part = " – ".join(filter(None, (say(one.name), names.get(one.subject or "", ""))))
        due = one.due_on.isoformat()
        yield ("deadline", f"{one.deadline}/{one.subject or ''}"), Fact(due, moment_words(due), part)
    if asked := sheet.completion:
        text = found.private.of(asked.what)
        yield ("completion", ""), Fact(text, text or say(ERASED), entries=(asked.entry,))


def _of_funding(line: FundingLine) -> Iterator[tuple[FactKey, Fact]]:
    part = say(line.instrument_name)
    yield ("funding", line.file), Fact(line.status, word(line.status, "funding"), part)
    for aspect, cents in (
        ("requested", line.requested_cents),
        ("granted", line.granted_cents),
        ("paid", line.paid_cents),
        ("reserved", line.reserved_cents),
        ("released", line.released_cents),
        ("reclaimed", line.reclaimed_cents),
        ("refunded", line.refunded_cents),
    ):
        if cents:
            yield (aspect, line.file), Fact(cents, euros(cents), part)
    if line.until:
        until = line.until.isoformat()
        yield ("until", line.file), Fact(until, moment_words(until), part)


def _text(value: str) -> Fact:
    return Fact(value, value)
