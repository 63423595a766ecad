"""Showing a simulation's clock and how it moves; the worker moves it, this only asks and watches."""

import asyncio
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from rich.progress import BarColumn, Progress, TextColumn

from cli.terminal.output import console, tell, write_json
from cli.terminal.session import visiting
from domain.kernel.clock import ClockSetting
from domain.kernel.moments import write_instant
from language import Text, say, t
from queries.clock import aim, clock_of, looks, needs_to_move
from queries.refused import invalid
from queries.visit import Visit
from wording import remedies
from wording.hours import clock_words


async def show(organisation: str, *, as_json: bool) -> None:
    """Tell what the clock shows and where it is being taken."""
    async with visiting(organisation, "", anybody=True) as visit:
        setting = await clock_of(visit)
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
        await clock_of(visit)
        needs_to_move(visit)
        before = await aim(visit, to, by)
        try:
            setting = await watch(visit, before.now, as_json=as_json)
        except asyncio.CancelledError:
            tell(
                t(
                    "L’horloge continue sans vous ; `escale clock advance` la suit de nouveau.",
                    "The clock goes on without you; `escale clock advance` follows it again.",
                )
            )
            raise
    _tell(visit, setting, as_json=as_json)


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
    now, target = say(clock_words(setting.now, visit.zone)), say(clock_words(setting.target, visit.zone))
    tell(t(f"L’horloge de la simulation marque {now}.", f"The simulation’s clock shows {now}."))
    if setting.target > setting.now:
        tell(t(f"Elle va vers {target}.", f"It is on its way to {target}."))
