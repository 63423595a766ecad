"""Reading a simulation's clock and taking it further; the worker moves it, this only asks and watches."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from rich.progress import BarColumn, Progress, TextColumn

from application.clocks.next_due import Agenda
from cli.terminal.drawing import clock_said
from cli.terminal.output import console, tell, write_json
from cli.terminal.session import visiting
from domain.kernel.clock import ClockSetting
from domain.kernel.moments import write_instant
from domain.kernel.values import Role
from domain.people.roles import roles_of
from language import Text, t
from queries.refused import Failure, FailureKind, invalid
from queries.typed import later, morning_of
from queries.visit import Visit, reached
from wording import remedies

LOOK_SECONDS = 0.1
"""How often the clock is looked at while it is on its way."""

STANDSTILL_SECONDS = 20.0
"""After so long without a move somebody is told that the worker does not answer."""


async def show(organisation: str, *, as_json: bool) -> None:
    """Tell what the clock shows and where it is being taken."""
    async with visiting(organisation, "", anybody=True) as visit, reached():
        setting = await _setting(visit)
    _tell(visit, setting, as_json=as_json)


async def advance(to: str, by: str, person: str, organisation: str, *, as_json: bool) -> None:
    """Take the clock to an instant and wait until it is there; without an instant, take up what was left."""
    if to and by:
        raise invalid(
            "to-or-by",
            Text("--to et --by ensemble n’ont pas de sens", "--to and --by together make no sense"),
            remedies.GIVE_ONE_OR_THE_OTHER,
        )
    async with visiting(organisation, person) as visit:
        async with reached():
            setting = await _setting(visit)
            _needs_administrator(visit)
            target = _target(visit, setting, to, by)
            if target < setting.now:
                raise _back(visit, setting.now)
            await visit.service.clock_store.aim(visit.organisation, target)
        try:
            setting = await watch(visit, setting.now, as_json=as_json)
        except asyncio.CancelledError:
            tell(
                t(
                    "L’horloge continue sans vous ; `escale clock advance` la suit de nouveau.",
                    "The clock goes on without you; `escale clock advance` follows it again.",
                )
            )
            raise
    _tell(visit, setting, as_json=as_json)


def _target(visit: Visit, setting: ClockSetting, to: str, by: str) -> datetime:
    """Where the clock is to be taken, by the days of the organisation. Raises Failure."""
    if to:
        return morning_of(to, visit.zone)
    return later(setting.now, by, visit.zone) if by else setting.target


async def watch(visit: Visit, start: datetime, *, as_json: bool) -> ClockSetting:
    """Draw how the clock moves until it is where it is wanted."""
    with _progress(as_json=as_json) as bar:
        task = bar.add_task("", total=None) if bar else None
        async for setting in looks(visit):
            if bar and task is not None:
                whole = (setting.target - start).total_seconds()
                done = (setting.now - start).total_seconds()
                bar.update(task, total=whole, completed=done, description=f"{setting.now:%Y-%m-%d}")
    return setting


async def looks(visit: Visit) -> AsyncIterator[ClockSetting]:
    """What the clock shows, again and again, until all that was due by its target is done. Raises Failure."""
    agenda = Agenda(visit.service.ledger, visit.service.files, visit.organisation)
    still = 0.0
    seen: datetime | None = None
    while True:
        async with reached():
            setting = await _setting(visit)
        yield setting
        if setting.now >= setting.target:
            async with reached():
                await agenda.refresh(setting.now)
            if not agenda.due_by(setting.now):
                return
        still = still + LOOK_SECONDS if setting.now == seen else 0.0
        seen = setting.now
        if still >= STANDSTILL_SECONDS:
            raise _standstill(visit, setting)
        await asyncio.sleep(LOOK_SECONDS)


async def _setting(visit: Visit) -> ClockSetting:
    setting = await visit.service.clock_store.read(visit.organisation)
    if setting is None:
        raise invalid(
            "real-clock",
            Text(f"{visit.organisation} vit au temps réel", f"{visit.organisation} lives in real time"),
            Text("Seule une simulation a une horloge (escale found).", "Only a simulation has a clock."),
        )
    return setting


def _needs_administrator(visit: Visit) -> None:
    if Role.ADMINISTRATOR not in roles_of(visit.people, visit.person, None, visit.now):
        raise Failure(
            FailureKind.REFUSED,
            "not-entitled",
            Text("Seule l’administration avance l’horloge.", "Only an administrator advances the clock."),
            Text("Demandez-le à une telle personne.", "Ask such a person."),
        )


def _back(visit: Visit, now: datetime) -> Failure:
    shown = clock_said(now, visit)
    return invalid(
        "clock-goes-forward",
        Text(f"l’horloge marque déjà {shown}", f"the clock already shows {shown}"),
        Text("Elle ne revient pas en arrière ; visez plus tard.", "It never goes back; aim later."),
    )


def _standstill(visit: Visit, setting: ClockSetting) -> Failure:
    shown = clock_said(setting.now, visit)
    return Failure(
        FailureKind.UNKNOWN,
        "clock-stands-still",
        Text(f"l’horloge reste à {shown}", f"the clock stays at {shown}"),
        Text(
            "L’ouvrier ou Temporal ne répond pas (escale status) ; elle repartira avec lui.",
            "The worker or Temporal does not answer (escale status); it goes on once it does.",
        ),
    )


def _progress(*, as_json: bool) -> AbstractContextManager[Progress | None]:
    out = console(errors=True)
    if as_json or not out.is_terminal:
        return nullcontext()
    return Progress(TextColumn("{task.description}"), BarColumn(), console=out, transient=True)


def _tell(visit: Visit, setting: ClockSetting, *, as_json: bool) -> None:
    if as_json:
        now, target = write_instant(setting.now), write_instant(setting.target)
        write_json({"organisation": visit.organisation, "now": now, "target": target})
        return
    now, target = clock_said(setting.now, visit), clock_said(setting.target, visit)
    tell(t(f"L’horloge de la simulation marque {now}.", f"The simulation’s clock shows {now}."))
    if setting.target > setting.now:
        tell(t(f"Elle va vers {target}.", f"It is on its way to {target}."))
