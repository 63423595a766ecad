"""A stage for whole lives: what a programme follows, from opening to closing, on the real stack.

The clock is simulated; PostgreSQL, Temporal, the worker and the outgoing mail are real.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from application.commands.answer import Answer
from config import Settings
from domain.cooperations.state import Cooperation
from domain.kernel.ids import person_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.values import Phase
from domain.rulebook import Rulebook
from tests.life.house import SHEET, House, at, inhabited, working
from tests.programmes.figures import Figure, assert_figures, written

__all__ = ["Figure", "Life", "Stage", "assert_figures", "on_stage", "rulebook_of"]


def rulebook_of(programme: str) -> Rulebook:
    """The rulebook that is shipped for a programme."""
    return Rulebook.model_validate_json(json.dumps(written(programme), default=str))


@asynccontextmanager
async def on_stage(
    settings: Settings, programme: str, day: str, cast: Mapping[str, str] | None = None
) -> AsyncIterator["Stage"]:
    """An organisation at nine o'clock of a day, with a worker, and people by their roles.

    There always are: administrator, manager, elected, committee, board, jury. ``cast`` adds ``{name: role}``.
    """
    beginning = at(day, 9)
    async with inhabited(settings, LedgerKind.SIMULATION, beginning=beginning) as house, working(settings):
        stage = Stage(house, programme)
        for name, role in (cast or {}).items():
            await stage.enlist(name, role)
        yield stage


@dataclass
class Stage:
    """An organisation that runs one programme."""

    house: House
    programme: str

    async def enlist(self, name: str, role: str, region: str | None = None) -> str:
        """Register somebody and give them a role, in a region or in all; gives their id."""
        register = f"register-{name}"
        person = self.house.people[name] = person_id(register)
        await self.house.do(
            "RegisterPerson",
            "administrator",
            command_id=register,
            name=name.title(),
            email=f"{name}@exemple.org",
        )
        await self.house.do("GrantRole", "administrator", person=person, role=role, region=region)
        return person

    async def open(
        self, file: str = "dossier", managers: Iterable[str] = ("manager",), **sheet: Any
    ) -> "Life":
        """Open a file of the programme in the charge of these people."""
        charge = [self.house.people[one] for one in managers]
        await self.house.open(file, self.programme, managers=charge, **sheet)
        return Life(self, file)

    async def cannot_open(self, code: str, **sheet: Any) -> Answer:
        """Have the manager try to open a file of the programme, which must be refused with this code."""
        charge = [self.house.people["manager"]]
        whole = {**SHEET, "programme": self.programme, "managers": charge, **sheet}
        return await Life(self, "refuse").refused(code, "OpenCooperation", **whole)

    async def on(self, day: str, hour: int = 10) -> None:
        """Let time pass until an hour of a day; whatever is due meanwhile happens on its day."""
        await self.house.advance_to(at(day, hour))


@dataclass
class Life:
    """A file's life on the stage."""

    stage: Stage
    file: str

    @property
    def house(self) -> House:
        """The organisation that it happens in."""
        return self.stage.house

    async def do(self, command: str, who: str = "manager", **fields: Any) -> Answer:
        """Have somebody give a command about the file, which must be recorded."""
        return await self.house.do(command, who, cooperation=self.file, **fields)

    async def refused(self, code: str, command: str, who: str = "manager", **fields: Any) -> Answer:
        """Have somebody give a command about the file, which must be refused with this code."""
        answer = await self.house.ask(command, who, cooperation=self.file, **fields)
        assert answer.outcome == "refused", answer
        assert answer.refusal
        assert answer.refusal.code == code, answer
        return answer

    async def gather(self, sectors: Iterable[str], prefix: str = "membre") -> None:
        """Add a stakeholder for each sector, named ``prefix-1`` and so on."""
        numbered = enumerate(sectors, start=1)
        await asyncio.gather(
            *(
                self.do(
                    "AddStakeholder",
                    stakeholder=f"{prefix}-{number}",
                    name=f"Membre {number}",
                    sector=sector,
                    role="Participe",
                )
                for number, sector in numbered
            )
        )

    async def judge(
        self, item: str, criteria: Iterable[str], who: str = "manager", *, met: bool = True
    ) -> None:
        """Judge criteria of a gate item."""
        for criterion in criteria:
            await self.do("JudgeCriterion", who, item=item, criterion=criterion, met=met)

    async def sign_charter(self, signatories: Iterable[str], **fields: Any) -> None:
        """Draft a charter and have it signed."""
        await self.do("DraftCharter")
        await self.do("SignCharter", signatories=list(signatories), **fields)

    async def lacks(self, *items: str) -> None:
        """Leaving the phase is refused, and what is missing are exactly these items of its gate."""
        answer = await self.refused("gate_incomplete", **(await self._leaving()))
        assert answer.refusal
        assert set(answer.refusal.params["missing"].split(", ")) == set(items), answer.refusal.message.en

    async def leaves(self) -> None:
        """Enter the next phase; from the last one, close the file as completed."""
        await self.do(**(await self._leaving()))

    async def reminders(self, deadline: str) -> list[tuple[str, str]]:
        """The rungs of a deadline that went out: the day in Paris and the rung, in order."""
        told = await self.house.reminders(self.file)
        return [(day.isoformat(), rung) for day, key, rung in told if key == deadline]

    async def told(self, deadline: str) -> list[tuple[str, str]]:
        """Who was told, rung by rung, by the name they have on the stage."""
        names = {person: name for name, person in self.house.people.items()}
        issued = await self.house.issued(self.file, deadline=f"{deadline}/")
        return [(one.rung, names[one.recipient]) for one in issued]

    async def state(self) -> Cooperation:
        """The file as it is."""
        return await self.house.state(self.file)

    async def _leaving(self) -> dict[str, Any]:
        phase: Phase = (await self.state()).current.phase
        following = rulebook_of(self.stage.programme).phase_after(phase)
        if following:
            return {"command": "AdvancePhase", "to": following}
        return {"command": "CloseCooperation", "outcome": "completed", "reason": "Le terme est atteint"}
