"""A cooperation in full: its sheet with its reviews and fundings, as of a date, as known on another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.cooperations.state import Cooperation
from domain.reminders.view import FileView
from queries.acts import ActAhead, acts_ahead_of
from queries.as_of import Then, not_there_then
from queries.at_gate import NextForItem, at_gate
from queries.private_text import PrivateTexts, private_texts
from queries.related_files import RelatedFiles, related_files
from queries.sheet import Sheet, sheet_of
from queries.visit import Visit

_OF_THE_READ_MODEL = {"position", "recorded_at"}
"""What a sheet made from the ledger itself does not say."""


@dataclass(frozen=True, slots=True)
class CooperationInFull:
    """What holds of a cooperation, and what it takes to tell it."""

    sheet: Sheet
    related: RelatedFiles
    private: PrivateTexts
    """The private texts of the sheet."""
    names: Mapping[str, str]
    """What people are called."""
    acts: Sequence[ActAhead]
    """What the lifecycle will do next."""
    at_gate: Mapping[str, NextForItem]
    """What each item that the gate lacks waits for."""
    seen_at: datetime
    """The instant by which a deadline lies ahead."""

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
    return CooperationInFull(
        sheet,
        related,
        await private_texts(visit, sheet.model_dump(mode="json")),
        await visit.names(),
        await acts_ahead_of(visit, view),
        at_gate(view, related),
        as_of or visit.now,
    )


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
