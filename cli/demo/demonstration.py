"""The demonstration: a simulation is founded once, the examples imported, two years lived, the end told."""

import asyncio
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import links
from application.commands.answer import Answer
from application.commands.import_people import Aliases
from application.commands.parsing import read_command
from cli.demo.ending import tell_end, tell_next, tell_page
from cli.demo.story import Act, import_files, read_story
from cli.giving.answers import record
from cli.giving.imports import bring_item, items_of
from cli.terminal.exit_codes import ExitCode, code_of_outcome, worst
from cli.terminal.output import console, tell
from cli.terminal.session import visiting
from cli.terminal.settings import settings
from cli.upkeep.founding import founding
from domain.kernel.moments import PARIS
from language import Text, say, t
from queries.clock import looks
from queries.founding import Founder, administrator_of
from queries.news import Teller
from queries.refused import Failure, FailureKind
from queries.typed import morning_of
from queries.visit import Visit, reached
from stack import control
from stack.given import names_another_database, two_databases
from stack.state import StackState
from wording.punctuation import labelled

ORGANISATION = "demo"
NAME = "Démonstration (échantillon inventé)"
FOUNDER = Founder("Ada Exemple", "ada.exemple@example.org", "fr")
BEGIN, END = "2026-11-23", "2028-11-23"
"""The two years that are lived."""

REGION = {
    "region": "paca-corse",
    "name_fr": "Provence-Alpes-Côte d’Azur et Corse",
    "name_en": "Provence-Alpes-Côte d’Azur and Corsica",
}
"""Two regions that the examples have as one."""

BETWEEN_LOOKS = 3600
"""Seconds of rest while somebody looks around; Ctrl-C ends it."""


def run() -> ExitCode:
    """Bring the stack up, tell the story, and at a terminal leave the stack up until Ctrl-C."""
    with _stack() as (state, stays):
        began = time.monotonic()
        code = asyncio.run(_tell_all())
        seconds = time.monotonic() - began
        _say(t(f"Raconté en {seconds:.0f} s.", f"Told in {seconds:.0f} s."))
        tell_next(administrator_of(ORGANISATION), settings().home)
        at_a_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        if at_a_terminal or stays:
            tell_page(links.absolute(state.addresses.web, links.tasks(ORGANISATION)))
        if at_a_terminal:
            _say(t("La pile reste debout ; Ctrl-C l’arrête.", "The stack stays up; Ctrl-C stops it."))
            _wait_for_interrupt()
    return code


@contextmanager
def _stack() -> Iterator[tuple[StackState, bool]]:
    """The stack that is up already, and that it stays up; else one for as long as this lasts."""
    if state := control.running(settings()):
        if names_another_database(settings(), state.addresses):
            raise two_databases(settings(), state.addresses)
        yield state, True
        return
    with control.attached(settings(), lambda step: tell(say(step))) as state:
        yield state, False


def _wait_for_interrupt() -> None:
    try:
        while True:
            time.sleep(BETWEEN_LOOKS)
    except KeyboardInterrupt:
        tell(t("Arrêt…", "Stopping…"))


async def _tell_all() -> ExitCode:
    await _found()
    async with visiting(ORGANISATION, administrator_of(ORGANISATION)) as visit:
        codes = [*await _import(visit), await _name_region(visit)]
    # People were registered since: a new visit knows their names.
    async with visiting(ORGANISATION, administrator_of(ORGANISATION)) as visit:
        async with reached():
            head = await visit.service.ledger.head(ORGANISATION)
            teller = Teller(visit, head.position, await visit.names())
        codes += await _live(visit, teller)
    # Two years have passed since: a new visit asks at their end.
    async with visiting(ORGANISATION, administrator_of(ORGANISATION)) as visit:
        await tell_end(visit)
    return worst(codes)


async def _found() -> None:
    answer = await founding(ORGANISATION, NAME, "simulation", FOUNDER, morning_of(BEGIN, PARIS))
    if answer.outcome != "recorded":
        raise Failure(
            FailureKind.REFUSED,
            "demo-not-founded",
            Text(
                f"{ORGANISATION} existe déjà, fondée autrement", f"{ORGANISATION} exists, founded otherwise"
            ),
            Text("Prenez un autre dossier : ESCALE_HOME=…", "Take another directory: ESCALE_HOME=…"),
        )
    if answer.repeated:
        _say(t(f"SIMULATION « {ORGANISATION} » : retrouvée.", f"SIMULATION “{ORGANISATION}”: found again."))
    else:
        _say(t(f"SIMULATION « {ORGANISATION} » : fondée.", f"SIMULATION “{ORGANISATION}”: founded."))


async def _import(visit: Visit) -> list[ExitCode]:
    """Import the examples; a line for each file."""
    codes = []
    for file in import_files():
        aliases = Aliases(visit.service.ledger, visit.service.vault, visit.organisation)
        answers = [
            await bring_item(visit, aliases, item) for item in items_of(file, file.read_bytes(), visit.person)
        ]
        codes += [_checked(file.stem, answer) for answer in answers]
        new = sum(not answer.repeated for answer in answers)
        _say(
            t(
                f"{file.name} : ajouts {new} sur {len(answers)}",
                f"{file.name}: added {new} of {len(answers)}",
            )
        )
    return codes


async def _name_region(visit: Visit) -> ExitCode:
    """Say what the one region is called that France does not know: all others have their official names."""
    named = {**REGION, "type": "NameRegion", "command_id": "demo/region", "actor": visit.person}
    command = read_command(json.dumps(named), None)
    answer = command if isinstance(command, Answer) else await record(visit, command)
    return _checked("NameRegion", answer)


async def _live(visit: Visit, teller: Teller) -> list[ExitCode]:
    """Take the clock from act to act, then to the end, telling what happens."""
    codes, aliases = [], Aliases(visit.service.ledger, visit.service.vault, visit.organisation)
    for act in read_story():
        await _advance(visit, teller, act.at)
        codes.append(await _do(visit, act, aliases))
    await _advance(visit, teller, morning_of(END, PARIS))
    return codes


async def _advance(visit: Visit, teller: Teller, target: datetime) -> None:
    async with reached():
        await visit.service.clock_store.aim(ORGANISATION, target)
    async for _ in looks(visit):
        async with reached():
            for one in await teller.news():
                _say(f"{one.on or '':%Y-%m-%d}  {one.cooperation:<15} {one.said}")


async def _do(visit: Visit, act: Act, aliases: Aliases) -> ExitCode:
    """Give an act's command; what was told in an earlier run is not told again."""
    async with reached():
        asked = act.given_by(await aliases.person(act.by))
    command = read_command(asked, None)
    answer = command if isinstance(command, Answer) else await record(visit, command)
    if act.tell and not answer.repeated:
        _say(f"{act.at:%Y-%m-%d}  » {say(act.tell)}")
    return _checked(asked, answer)


def _checked(what: str, answer: Answer) -> ExitCode:
    """The exit code of an answer; a refusal is told with its reason."""
    if answer.refusal:
        _say(labelled(what, f"{say(answer.refusal.message)} [{answer.refusal.code}]"))
    return code_of_outcome(answer.outcome)


def _say(line: str) -> None:
    console().print(line, markup=False)
