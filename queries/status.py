"""How the ledger of each organisation stands, and how far what follows it has come."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from application.lives.follower import NAME as FOLLOWER
from application.lives.sweep import LEDGER_BEHIND
from application.ports import WorksFor
from domain.kernel.clock import ClockSetting
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import write_instant
from queries.services import Services
from queries.visit import reached


@dataclass(frozen=True, slots=True)
class WentBack:
    """When a ledger was found to end at ``found`` although a later position was known of it, ``known``."""

    noticed_at: datetime
    known: int
    found: int


@dataclass(frozen=True, slots=True)
class Following:
    """The last position dealt with, and how many came since."""

    position: int
    behind: int


@dataclass(frozen=True, slots=True)
class ModelProgress:
    """How far a read model has come; ``ahead``: it was folded from a history that the ledger no longer holds."""

    model: str
    position: int
    behind: int
    stopped_at: int | None
    """The position of the event that it cannot fold; None while it runs."""
    ahead: bool


@dataclass(frozen=True, slots=True)
class ByTemporal:
    """What only Temporal can tell."""

    works_for: WorksFor | None
    """Which worker follows the ledger; None if none does at present."""
    ended: Sequence[str]
    """Open files whose workflow was ended or failed."""


@dataclass(frozen=True, slots=True)
class OrganisationStatus:
    """A ledger, what follows it and what is behind; files by their keys."""

    organisation: str
    kind: LedgerKind
    clock: ClockSetting | None
    """None for a real ledger."""
    head: int
    went_back: Sequence[WentBack]
    """What nobody has dealt with yet, the earliest first."""
    ledger_behind: Sequence[str]
    """Files whose workflow knows a later history than the ledger holds, and does nothing."""
    follower: Following
    worker_last_beat: datetime | None
    """By the database's clock; None if a worker never ran."""
    read_models: Sequence[ModelProgress]
    owed_wakes: Mapping[str, int]
    """The files that could not be woken, with the position."""
    mail: Mapping[str, int]
    """How many messages are in each state that has any."""
    by_temporal: ByTemporal | None = None
    """None unless Temporal was asked and has told."""

    @property
    def models_ahead(self) -> Sequence[str]:
        """The read models that show another history."""
        return [one.model for one in self.read_models if one.ahead]

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        works_for = self.by_temporal.works_for if self.by_temporal else None
        return {
            "organisation": self.organisation,
            "kind": self.kind.value,
            "simulation": write_instant(self.clock.now) if self.clock else None,
            "clock_target": write_instant(self.clock.target) if self.clock else None,
            "head": self.head,
            "went_back": [asdict(one) for one in self.went_back],
            "ledger_behind": self.ledger_behind,
            "follower": asdict(self.follower),
            "worker_last_beat": self.worker_last_beat,
            "read_models": [asdict(one) for one in self.read_models],
            "owed_wakes": self.owed_wakes,
            "works_for": asdict(works_for) if works_for else None,
            "ended_workflows": self.by_temporal.ended if self.by_temporal else None,
            "mail": self.mail,
        }


async def list_status(services: Services) -> Sequence[OrganisationStatus]:
    """How each organisation stands, by name; Temporal is not asked. Raises Failure where the store is out of reach."""
    async with reached():
        return [await _status(services, one) for one in await services.ledger.organisations()]


async def status_of(services: Services, organisation: str) -> OrganisationStatus:
    """The same of one. Raises Failure."""
    async with reached():
        return await _status(services, organisation)


async def _status(services: Services, organisation: str) -> OrganisationStatus:
    head = await services.ledger.head(organisation)
    followed = await services.follower_store.checkpoint(organisation, FOLLOWER)
    reasons = await services.follower_store.reasons(organisation)
    return OrganisationStatus(
        organisation=organisation,
        kind=head.kind,
        clock=await services.clock_store.read(organisation),
        head=head.position,
        went_back=[
            WentBack(one.noticed_at, one.known_position, one.found_position)
            for one in await services.setbacks.standing(organisation)
        ],
        ledger_behind=[file for file, reason in reasons.items() if reason == LEDGER_BEHIND],
        follower=Following(followed, head.position - followed),
        worker_last_beat=await services.follower_store.beat(organisation, FOLLOWER),
        read_models=await _read_models(services, organisation),
        owed_wakes=await services.follower_store.owed(organisation),
        mail=await services.outbox.counts(organisation),
    )


async def _read_models(services: Services, organisation: str) -> Sequence[ModelProgress]:
    return [
        ModelProgress(one.model, one.position, one.behind, one.stopped_at, ahead=not one.borne_out)
        for one in await services.read_models.progress(organisation)
    ]
