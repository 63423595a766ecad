"""Whom a decision of a history was up to, by the rules of access of its moment, and as what whoever took it did."""

from dataclasses import dataclass
from typing import Any

from domain.cooperations.commands.acts import ImportCooperation
from domain.decide.entitled import Entitled, decided_by, entitled_to
from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.kernel.command import Command
from domain.kernel.ids import SERVICE, stream_of
from domain.kernel.values import Body
from domain.registry.codec import decode_all
from domain.registry.folding import beginning, next_state
from projections.timeline import TimelineEntry
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class Decided:
    """How a decision was taken: by which command, by whom, and whom it was up to."""

    command: str
    actor: str
    body: Body | None
    """For which body, where that is told."""
    entitled: Entitled
    """Of what the service did by itself: who else could have."""

    @property
    def by_itself(self) -> bool:
        """Whether the service did, as the rulebook prescribes."""
        return self.actor == SERVICE

    def as_json(self) -> dict[str, Any]:
        """For programs: roles and panels by their keys."""
        return {
            "command": self.command,
            "actor": self.actor,
            "body": self.body,
            "roles_held": list(self.entitled.held),
            "in_charge": self.entitled.was_in_charge,
            "could": list(self.entitled.could),
            "those_in_charge_could": self.entitled.in_charge,
        }


async def whose_decision(
    visit: Visit, entry: TimelineEntry, file: KeptFile, *, imported: bool
) -> Decided | None:
    """Whom an entry was up to; None for one that decides nothing. ``imported``: somebody vouches for it.

    Raises LedgerUnavailable.
    """
    kind = decided_by(entry.type, entry.details)
    if kind is None:
        return None
    kind = ImportCooperation if imported else kind
    body = entry.details.get("body")
    return Decided(kind.__name__, entry.actor, body, await _entitled(visit, kind, entry, file))


async def _entitled(visit: Visit, kind: type[Command], entry: TimelineEntry, file: KeptFile) -> Entitled:
    """As the file was before the entry, with the roles of when it was recorded."""
    stream = stream_of(entry.file)
    stored = await visit.service.ledger.read_streams(visit.organisation, {stream: 0})
    history = [one for one in decode_all(stored.get(stream, ())) if one.entry < entry.entry]
    before = next_state(stream, beginning(stream), history)
    setting = Setting(visit.people, visit.rulebook(entry.rulebook), entry.recorded_at)
    return entitled_to(kind, entry.details, entry.actor, file, before, setting)
