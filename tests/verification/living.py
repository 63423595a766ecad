"""A life that leaves something of everything: texts, refusals, letters in several states, a person who was erased."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import programmes
from application.commands.founding import found
from application.rulebooks.shelf import YamlRulebooks
from bootstrap import Service
from domain.kernel.ids import SERVICE, delivery_command_id, person_id, reminder_command_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from domain.kernel.prose import Prose
from domain.kernel.values import Language
from domain.organisation.commands import FoundOrganisation
from domain.registry.commands import COMMANDS
from mail.messages import Final, FinalState, Queued, Taken
from projections.runner import Runner

RULEBOOKS = YamlRulebooks(Path(programmes.__file__).parent)
EXERCISE, OTHER, FILE = "exercice", "autre", "noailles"
ADMINISTRATOR, ZOE, GONE = person_id("found"), person_id("zoe"), person_id("gone")
OPENED = datetime(2026, 3, 2, 9, 30, tzinfo=PARIS)
SILENT = datetime(2026, 9, 2, 8, 0, tzinfo=PARIS)

SHEET: Mapping[str, Any] = {
    "territory": {"name": "Marseille 1er"},
    "region": "paca-corse",
    "object": "Habitat digne",
    "cooperation_type": "non-modelled",
    "economic_model": "hybrid",
    "origin": "residents-call",
    "programme": "tec",
    "managers": (ZOE,),
}


async def live(service: Service) -> None:
    """Two organisations; in the first all that may happen to texts and letters."""
    await found_organisation(service, OTHER)
    await found_organisation(service, EXERCISE)
    await do(service, "RegisterPerson", "zoe", ADMINISTRATOR, name="Zoé Müller", email="zoe@exemple.fr")
    await do(service, "RegisterPerson", "gone", ADMINISTRATOR, name="Léo Parti", email="leo@exemple.fr")
    await do(service, "GrantRole", "role", ADMINISTRATOR, person=ZOE, role="programme-manager")
    for name in (FILE, "belsunce", "cinq-avenues"):
        await do(
            service, "OpenCooperation", f"open/{name}", ZOE, cooperation=name, name=name.title(), **SHEET
        )
    await do(
        service, "RecordContact", "visit", ZOE, cooperation=FILE, kind="visit", note="Une visite au Toit."
    )
    await do(service, "RecordContact", "call", ZOE, cooperation=FILE, kind="phone", note="Un appel à Nour.")
    await do(service, "RecordLesson", "lesson", ZOE, cooperation=FILE, title="Écouter")
    await do(service, "GrantRole", "refused", ZOE, person=ZOE, role="administrator", recorded=False)
    await service.clock_store.show(EXERCISE, SILENT)
    for name, last in ((FILE, "e4"), ("belsunce", "e2"), ("cinq-avenues", "e2")):
        await _remind(service, name, last)
    await _send(service, "sent", "unknown")
    about = {"cooperation": "nowhere", "kind": "visit", "note": "Une visite nulle part."}
    for command_id, who in (("nowhere", ZOE), ("nowhere-either", GONE)):
        await do(service, "RecordContact", command_id, who, recorded=False, **about)
    await service.vault.erase(EXERCISE, GONE)
    assert await service.vault.end_command_keys(EXERCISE) > 0, "half a year has passed"
    runner = Runner(service.pool, service.ledger, RULEBOOKS)
    for organisation in (EXERCISE, OTHER):
        await runner.catch_up(organisation)


async def found_organisation(service: Service, organisation: str) -> None:
    """Found it; the exercise is a simulation."""
    founding = FoundOrganisation(
        type="FoundOrganisation",
        command_id="found",
        actor=ADMINISTRATOR,
        name="Fondation d’exercice",
        kind=LedgerKind.SIMULATION if organisation == EXERCISE else LedgerKind.REAL,
        administrator_name=Prose("Ada Admin"),
        administrator_email=Prose("ada@exemple.fr"),
        language=Language.FRENCH,
    )
    await found(organisation, founding, service.ledger, service.clock_store, service.one_way_in, OPENED)


async def do(
    service: Service,
    type_: str,
    command_id: str,
    actor: str,
    *,
    organisation: str = EXERCISE,
    recorded: bool = True,
    **fields: Any,
) -> None:
    """Give a command that is recorded, or that is refused."""
    given = {"type": type_, "command_id": command_id, "actor": actor, **fields}
    door = service.one_way_in.act if actor == SERVICE else service.one_way_in.handle
    answer = await door(organisation, COMMANDS.validate_python(given, strict=False))
    assert (answer.outcome == "recorded") is recorded, answer


async def _remind(service: Service, file: str, last: str) -> None:
    occurrence = f"inactivity/{last}"
    command_id = reminder_command_id(file, occurrence, "due")
    await do(
        service, "IssueReminder", command_id, SERVICE, cooperation=file, occurrence=occurrence, rung="due"
    )


async def _send(service: Service, *states: FinalState) -> None:
    """Let the oldest letters come to rest so, and tell the ledger."""
    async with service.outbox.lease() as lease:
        for state in states:
            taken = await lease.take(_let_go)
            assert isinstance(taken, Taken)
            await service.outbox.conclude(taken, Final(state, "250"))
    rests = await service.outbox.unreported()
    for rest in rests:
        told: dict[str, Any] = {
            "cooperation": rest.file,
            "message": rest.id,
            "delivery": rest.state,
            "code": rest.reason,
        }
        command_id = delivery_command_id(rest.id, rest.state, rest.attempts)
        await do(service, "ReportDelivery", command_id, SERVICE, **told)
    await service.outbox.reported(rests)


async def _let_go(_message: Queued) -> None:
    """Nothing holds it back."""
