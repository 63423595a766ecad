"""A cooperation in full: its sheet with its reviews and fundings, as of a date, as known on another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.files.setting import State
from domain.kernel.ids import stream_of
from domain.reminders.view import FileView
from domain.reviews.state import Review
from language import Text
from queries.acts import ActAhead, acts_told, reasons_held
from queries.as_of import Then, not_there_then
from queries.at_gate import NextForItem, at_gate
from queries.dossiers import closed_among, closed_files
from queries.expected import Expected, expected_in
from queries.private_text import PrivateTexts, texts_and_names
from queries.related_files import RelatedFiles, related_files
from queries.sheet import Sheet, sheet_of
from queries.visit import Visit

_OF_THE_READ_MODEL = {"position", "recorded_at"}
"""What a sheet made from the ledger itself does not say."""


@dataclass(frozen=True, slots=True)
class CooperationInFull:
    """What holds of a cooperation, and what it takes to tell it."""

    view: FileView[Cooperation]
    """The cooperation itself, with its rules, at the instant that is looked from."""
    sheet: Sheet
    related: RelatedFiles
    private: PrivateTexts
    """The private texts of the sheet."""
    names: Mapping[str, str]
    """What people are called."""
    acts: Sequence[ActAhead]
    """What the lifecycle will do next."""
    acts_beside: Mapping[str, Sequence[ActAhead]]
    """The same in its reviews and fundings, by their key."""
    expected: Sequence[Expected]
    """What is expected in it and in its reviews and fundings."""
    closed: Mapping[str, Text]
    """Why the content of some of its reviews and fundings is not shown to the person, by their key."""
    at_gate: Mapping[str, NextForItem]
    """What each item that the gate lacks waits for."""
    seen_at: datetime
    """The instant by which a deadline lies ahead."""

    def every_act(self) -> Sequence[ActAhead]:
        """What will be done in it, then in its reviews and fundings."""
        return [*self.acts, *(act for acts in self.acts_beside.values() for act in acts)]

    def as_json(self) -> dict[str, Any]:
        """The sheet with the lists of reviews and fundings, private texts in their places."""
        told = self.sheet.model_dump(mode="json", exclude=_OF_THE_READ_MODEL) | self.related.as_json()
        told["acts"] = [one.as_json() for one in self.acts]
        told["at_gate"] = [one.as_json() for one in self.at_gate.values()]
        found: dict[str, Any] = self.private.put_in(told)
        return found


async def cooperation_in_full(visit: Visit, name: str, then: Then) -> CooperationInFull:
    """A cooperation folded from the ledger itself. Raises Failure for one that is not theirs to read, or was not there.

    From then on, what is shown happened where the cooperation lives.
    """
    present = await visit.file(name)
    zone = visit.zone_of(present)
    as_of, known_on = then.happened_by(zone), then.known_by(zone)
    state = await cooperation_then(visit, present, as_of, known_on)
    visit.shows(state)
    view = view_then(visit, state, then.at(visit, zone))
    sheet, related = sheet_of(view), await related_files(visit, state, as_of, known_on)
    reviews = (one for one in related.states.values() if isinstance(one, Review))
    closed = await closed_files(visit, present) if then else closed_among(visit, reviews)
    related = replace(related, fundings=[one for one in related.fundings if one.file not in closed])
    shown = [one for one in related.states.values() if isinstance(one, Review) or one.key not in closed]
    beside = [then.view(visit, one) for one in shown]
    private, names = await texts_and_names(visit, _private(sheet, [view, *beside]))
    states: Mapping[str, State] = {stream_of(one.key): one for one in (state, *related.states.values())}
    return CooperationInFull(
        view=view,
        sheet=sheet,
        related=related,
        private=private,
        names=names,
        acts=acts_told(visit, view, states, private, names),
        acts_beside={one.file.key: acts_told(visit, one, states, private, names) for one in beside},
        expected=expected_in(visit, [view, *beside], states, names),
        closed=closed,
        at_gate=at_gate(view, related),
        seen_at=as_of or visit.now,
    )


def _private(sheet: Sheet, views: Sequence[FileView[KeptFile]]) -> list[Any]:
    """What the sheet says and why acts are held back, as JSON has it: with places in the vault."""
    return [sheet.model_dump(mode="json"), *(reasons_held(one.file) for one in views)]


async def cooperation_then(
    visit: Visit, present: Cooperation, then: datetime | None, known: datetime | None
) -> Cooperation:
    """A cooperation at ``then`` as known on ``known``. Raises Failure where it was not there yet."""
    if then is None and known is None:
        return present
    past = await visit.service.files.cooperation_at(
        visit.organisation, present.id, then, known, visit.zone_of(present)
    )
    if past is None:
        raise not_there_then()
    return past


def view_then(visit: Visit, file: Cooperation, at: datetime) -> FileView[Cooperation]:
    """A cooperation as it was, with its rules."""
    rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
    return FileView(file=file, rulebook=rulebook, position=0, recorded_at=at, organisation=visit.people)
