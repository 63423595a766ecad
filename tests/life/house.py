"""An organisation that lives: its service, a worker beside it, and the acts of its people."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from pydantic import SecretStr

import worker
from application.commands.answer import Answer
from application.commands.founding import found
from application.rulebooks.shelf import YamlRulebooks
from bootstrap import Service, open_service
from config import Settings
from domain.cooperations.state import Cooperation
from domain.files.events import ReminderIssued, ReminderOvertaken
from domain.kernel.event import Event
from domain.kernel.ids import person_id, stream_of
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from domain.kernel.recorded import Recorded
from domain.kernel.values import Phase
from domain.organisation.commands import FoundOrganisation
from domain.registry.codec import decode_all
from domain.registry.commands import COMMANDS
from tests.support.waiting import LONG_ENOUGH, wait_until

BEGINNING = datetime(2026, 3, 2, 9, tzinfo=PARIS)
"""A Monday."""
REGION = "occitanie"

SHEET: Mapping[str, Any] = {
    "name": "Une coopération",
    "territory": {"name": "Une vallée", "insee_codes": ["31555"], "inhabitants": 12_000},
    "region": REGION,
    "object": "Réparer ensemble",
    "cooperation_type": "non-modelled",
    "economic_model": "hybrid",
    "origin": "residents-call",
}

MATURITY = ("shared_project", "federating_story", "pleasure", "governance", "going_towards")
GATES: Mapping[Phase, Sequence[tuple[str, Mapping[str, Any]]]] = {
    Phase.EXPLORATION: [
        (
            "AddStakeholder",
            {"stakeholder": "amap", "name": "AMAP", "sector": "association", "role": "Cuisine"},
        ),
        (
            "AddStakeholder",
            {"stakeholder": "ville", "name": "Ville", "sector": "authority", "role": "Locaux"},
        ),
        ("DeclareGateItem", {"item": "qualified_contacts"}),
        ("JudgeCriterion", {"item": "vulnerability", "criterion": "structural", "met": True}),
        *(
            ("JudgeCriterion", {"item": "territory_criteria", "criterion": criterion, "met": True})
            for criterion in ("driving_actors", "felt_vulnerability", "local_strengths")
        ),
    ],
    Phase.DIAGNOSIS: [
        ("DeliverDeliverable", {"deliverable": "portrait"}),
        ("DeliverDeliverable", {"deliverable": "action_plan"}),
        ("DraftCharter", {}),
        ("SignCharter", {"signatories": ["amap", "ville"]}),
        ("DeclareGateItem", {"item": "roles_and_governance"}),
    ],
    Phase.EXPERIMENTATION: [
        ("StartExperiment", {"experiment": "cantine", "title": "Une cantine", "until": "2099-12-31"}),
        ("CloseExperiment", {"experiment": "cantine", "outcome": "kept", "finding": "On continue"}),
        ("WaiveGateItem", {"item": "experiment_funded", "reason": "Elle ne coûte rien", "who": "committee"}),
        ("RecordQuickWin", {"title": "Une première cantine"}),
        ("RecordEvaluation", {"grid": dict.fromkeys(MATURITY, 3)}),
    ],
    Phase.CAPITALISATION: [
        ("DeliverDeliverable", {"deliverable": "balance"}),
        ("RecordLesson", {"title": "Cuisiner ensemble d’abord"}),
        ("DeliverDeliverable", {"deliverable": "publication"}),
        ("DeclareGateItem", {"item": "relay"}),
    ],
}
"""What the gates of TEC ask for, besides the pair that the first one wants in charge and the go of its jury."""


def at(day: str, hour: int = 8) -> datetime:
    """An hour in Paris of an ISO day."""
    return datetime.combine(date.fromisoformat(day), time(hour), PARIS)


@dataclass
class House:
    """A founded organisation, and its people: an administrator, and one for each role that its files need."""

    service: Service
    organisation: str
    people: dict[str, str] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: count(1))

    async def do(self, command: str, who: str = "manager", **fields: Any) -> Answer:
        """Have somebody give a command, which must be recorded."""
        answer = await self.ask(command, who, **fields)
        assert answer.outcome == "recorded", answer
        return answer

    async def ask(self, command: str, who: str = "manager", **fields: Any) -> Answer:
        """Have somebody give a command."""
        whole = {
            "type": command,
            "command_id": f"act-{next(self._numbers)}",
            "actor": self.people.get(who, who),
            **fields,
        }
        return await self.service.one_way_in.handle(
            self.organisation, COMMANDS.validate_python(whole, strict=False)
        )

    async def register(self, name: str, role: str) -> str:
        """Register somebody who holds a role everywhere; their id."""
        register = f"register-{name}"
        person = self.people[name] = person_id(register)
        whole = {"name": name.title(), "email": f"{name}@exemple.org"}
        await self.do("RegisterPerson", "administrator", command_id=register, **whole)
        await self.do("GrantRole", "administrator", person=person, role=role)
        return person

    async def open(self, file: str, programme: str = "tec", **fields: Any) -> Answer:
        """Open a cooperation in the charge of the manager."""
        sheet = {**SHEET, "programme": programme, "managers": [self.people["manager"]], **fields}
        return await self.do("OpenCooperation", cooperation=file, **sheet)

    async def hand_to_local_body(self, file: str) -> Answer:
        """Close a file, in whatever phase, by handing it over."""
        closing = {"outcome": "handed-over", "handed_to": "Le PTCE", "reason": "Relais"}
        return await self.do("CloseCooperation", cooperation=file, **closing)

    async def state(self, file: str) -> Cooperation:
        """The file as it is."""
        state = await self.service.files.cooperation(self.organisation, file)
        assert state
        return state

    async def events(self, file: str) -> list[Recorded]:
        """Everything in the file."""
        stream = stream_of(file)
        return list(
            decode_all((await self.service.ledger.read_streams(self.organisation, {stream: 0}))[stream])
        )

    async def happened(self, file: str, kind: type[Event]) -> list[Recorded]:
        """The events of one type in a file."""
        return [one for one in await self.events(file) if isinstance(one.event, kind)]

    async def issued(self, file: str, deadline: str = "") -> list[ReminderIssued]:
        """The reminders of a file, or of one of its deadlines, in order."""
        events = [one.event for one in await self.events(file)]
        return [
            one for one in events if isinstance(one, ReminderIssued) and one.occurrence.startswith(deadline)
        ]

    async def reminders(self, file: str) -> list[tuple[date, str, str]]:
        """The rungs issued: the day in Paris, the deadline, the rung; in order."""
        return [
            (one.recorded_at.astimezone(PARIS).date(), one.event.occurrence.split("/")[0], one.event.rung)
            for one in await self.events(file)
            if isinstance(one.event, ReminderIssued) and one.recorded_at
        ]

    async def overtaken(self, file: str) -> list[tuple[str, str]]:
        """The rungs that were overtaken, and by which."""
        return [
            (one.event.rung, one.event.by)
            for one in await self.events(file)
            if isinstance(one.event, ReminderOvertaken)
        ]

    async def advance_to(self, when: datetime) -> None:
        """Take the simulation's clock there, and wait until everybody has caught up."""
        await self.service.clock_store.aim(self.organisation, when)

        async def there() -> bool:
            setting = await self.service.clock_store.read(self.organisation)
            return setting is not None and setting.now >= when and await self.is_followed()

        await wait_until(there, "there")

    async def is_followed(self) -> bool:
        """Whether the follower has dealt with the whole ledger and owes nobody a wake."""
        head = await self.service.ledger.head(self.organisation)
        store = self.service.follower_store
        return await store.checkpoint(
            self.organisation, "follower"
        ) == head.position and not await store.owed(self.organisation)

    async def followed(self, within: float = LONG_ENOUGH) -> None:
        """Wait for that."""
        await wait_until(self.is_followed, "is followed", within)

    async def pass_gate(self, file: str) -> None:
        """Do what the gate of the file's phase (TEC) asks for, then enter the next phase."""
        phase = (await self.state(file)).current.phase
        if phase is Phase.EXPLORATION:
            pair = [self.people["manager"], self.people["elected"]]
            await self.do("HandOverManagers", cooperation=file, managers=pair, reason="Le binôme se forme")
        for command, fields in GATES[phase]:
            await self.do(command, cooperation=file, **fields)
        if phase is Phase.EXPLORATION:
            await self.hear_go(file)
        if following := phase.next:
            await self.do("AdvancePhase", cooperation=file, to=following)

    async def hear_go(self, file: str) -> None:
        """Wait until the service has asked the jury about the territory, and have it answer; needs a worker."""

        async def asked() -> bool:
            return bool((await self.state(file)).reviews)

        async def answered() -> bool:
            return all(one.outcome for one in (await self.state(file)).reviews.values())

        await wait_until(asked, "the jury is asked")
        (review,) = (await self.state(file)).reviews
        await self.do("DeclareInterests", "jury", review=review, conflict=False)
        await self.do("GiveOpinion", "jury", review=review, opinion="favourable", dossier=1)
        await wait_until(answered, "the jury has concluded")


async def settle_in(service: Service, kind: LedgerKind, beginning: datetime) -> House:
    """Found an organisation with its people."""
    house = House(service, f"fondation-{uuid4().hex[:8]}")
    administrator = house.people["administrator"] = person_id("founding")
    command = FoundOrganisation.model_validate(
        {
            "type": "FoundOrganisation",
            "command_id": "founding",
            "actor": administrator,
            "name": "Une fondation",
            "kind": kind,
            "administrator_name": "Ada",
            "administrator_email": "ada@exemple.org",
        }
    )
    ledger, clocks, door = service.ledger, service.clock_store, service.one_way_in
    answer = await found(house.organisation, command, ledger, clocks, door, beginning)
    assert answer.outcome == "recorded", answer
    for name, role in (
        ("manager", "programme-manager"),
        ("elected", "elected-representative"),
        ("committee", "steering-committee"),
        ("board", "board"),
        ("jury", "jury"),
    ):
        await house.register(name, role)
    return house


@asynccontextmanager
async def working(settings: Settings, rulebooks: YamlRulebooks | None = None) -> AsyncIterator[None]:
    """Have a worker work, in this process, until the block ends."""
    stop = asyncio.Event()
    task = asyncio.create_task(worker.work(settings, stop, rulebooks))
    try:
        yield
        assert not task.done(), task.result()
    finally:
        stop.set()
        await task


@asynccontextmanager
async def inhabited(
    settings: Settings,
    kind: LedgerKind,
    rulebooks: YamlRulebooks | None = None,
    beginning: datetime = BEGINNING,
) -> AsyncIterator[House]:
    """A house in which people act; nobody works yet."""
    async with open_service(settings, rulebooks) as service:
        yield await settle_in(service, kind, beginning)


def settings_for(home: Path, database: str, smtp: tuple[str, int]) -> Settings:
    """Settings of a service on a test's database and mail catcher, with a task queue of its own."""
    host, port = smtp
    return Settings(
        home=home,
        database_url=SecretStr(database),
        smtp_host=host,
        smtp_port=port,
        smtp_catches=True,
        task_queue=f"life-{uuid4().hex[:8]}",
    )
