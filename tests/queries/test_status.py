"""The status tells how each ledger stands and what is behind it, whoever asks."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from domain.kernel.clock import ClockSetting
from domain.kernel.ledger import LedgerKind, LedgerUnavailable
from eventstore.memory import MemoryLedger
from eventstore.setbacks import Setback
from projections.checkpoints import Checkpoint
from queries.refused import Failure
from queries.services import Services
from queries.status import Following, ModelProgress, OrganisationStatus, WentBack, list_status
from tests.application.house import HOUSE, START, House

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
REHEARSAL = "rehearsal"
"""A simulation, of which nothing but its clock is known."""


class Followed:
    """A follower five events behind in the house; a file knows more than the ledger, another was not reached."""

    def __init__(self, head: int) -> None:
        self._head = head

    async def checkpoint(self, organisation: str, name: str) -> int:
        """Nothing of the rehearsal."""
        return self._head - 5 if organisation == HOUSE else 0

    async def beat(self, organisation: str, name: str) -> datetime | None:
        """Only in the house."""
        return AT if organisation == HOUSE else None

    async def owed(self, organisation: str) -> Mapping[str, int]:
        """Two files of the house."""
        return {"noailles": 4, "filature": 6} if organisation == HOUSE else {}

    async def reasons(self, organisation: str) -> Mapping[str, str]:
        """Why."""
        return {"noailles": "LedgerBehind", "filature": "NotReached"} if organisation == HOUSE else {}


class Stores:
    """What else is asked of the stores, for the house alone."""

    def __init__(self, head: int) -> None:
        self._head = head

    async def standing(self, organisation: str) -> Sequence[Setback]:
        """The ledger went back once."""
        return [Setback(AT, 99, self._head)] if organisation == HOUSE else []

    async def counts(self, organisation: str) -> Mapping[str, int]:
        """Mail."""
        return {"sent": 3} if organisation == HOUSE else {}

    async def read(self, organisation: str) -> ClockSetting | None:
        """The clock of the simulation."""
        return ClockSetting(START, AT) if organisation == REHEARSAL else None

    async def progress(self, organisation: str) -> Sequence[Checkpoint]:
        """A read model that has all of a lost history, and one that cannot fold what comes next."""
        if organisation != HOUSE:
            return []
        of_another = _checkpoint("agenda", self._head + 9, self._head)
        stopped = _checkpoint("tasks", self._head - 2, self._head)
        return [
            of_another.model_copy(update={"borne_out": False}),
            stopped.model_copy(update={"stopped_at": self._head - 1}),
        ]


def _checkpoint(model: str, position: int, head: int) -> Checkpoint:
    return Checkpoint(
        model=model,
        position=position,
        recorded_at=AT,
        stopped_at=None,
        stopped_since=None,
        error=None,
        head=head,
    )


async def asked_of(ledger: MemoryLedger | None = None) -> tuple[Sequence[OrganisationStatus], int]:
    """The status of a house and of a rehearsal, and where the house's ledger ends."""
    house = House()
    await house.found()
    await house.memory.found(REHEARSAL, LedgerKind.SIMULATION, START)
    head = (await house.memory.head(HOUSE)).position
    stores = Stores(head)
    services = SimpleNamespace(
        ledger=ledger or house.memory,
        follower_store=Followed(head),
        read_models=stores,
        setbacks=stores,
        clock_store=stores,
        outbox=stores,
    )
    return await list_status(cast("Services", services)), head


async def test_every_ledger_is_told_with_what_follows_it() -> None:
    """By name; of a file that knows more, of another history and of what stopped, each by itself."""
    (rehearsal, house), head = await asked_of()
    assert (rehearsal.organisation, rehearsal.kind) == (REHEARSAL, LedgerKind.SIMULATION)
    assert (house.organisation, house.kind, house.clock, house.head) == (HOUSE, LedgerKind.REAL, None, head)
    assert house.went_back == [WentBack(AT, known=99, found=head)]
    assert house.ledger_behind == ["noailles"]
    assert house.follower == Following(head - 5, 5)
    assert house.read_models == [
        ModelProgress("agenda", head + 9, 0, None, ahead=True),
        ModelProgress("tasks", head - 2, 2, head - 1, ahead=False),
    ]
    assert house.models_ahead == ["agenda"]
    assert (set(house.owed_wakes), house.mail, house.by_temporal) == (
        {"noailles", "filature"},
        {"sent": 3},
        None,
    )


async def test_a_rehearsal_tells_its_clock_and_that_nobody_follows_it() -> None:
    """As programs read it."""
    (rehearsal, _), _ = await asked_of()
    assert rehearsal.as_json() == {
        "organisation": REHEARSAL,
        "kind": "simulation",
        "simulation": "2026-11-23T09:00:00Z",
        "clock_target": "2027-03-01T09:00:00Z",
        "head": 0,
        "went_back": [],
        "ledger_behind": [],
        "follower": {"position": 0, "behind": 0},
        "worker_last_beat": None,
        "read_models": [],
        "owed_wakes": {},
        "works_for": None,
        "ended_workflows": None,
        "mail": {},
    }


async def test_a_store_out_of_reach_is_said_to_be() -> None:
    """Not a status with holes."""

    class Away(MemoryLedger):
        async def organisations(self) -> Any:
            raise LedgerUnavailable

    with pytest.raises(Failure, match="store-unreachable"):
        await asked_of(Away())
