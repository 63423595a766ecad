"""The clock of a simulation: what it shows, who may take it further, and how it moves; the worker moves it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

from application.clocks.next_due import Agenda
from domain.kernel.clock import ClockSetting
from domain.kernel.values import Role
from language import Text
from queries.refused import Failure, FailureKind, invalid
from queries.reserved import holds_one_of
from queries.typed import later, morning_of
from queries.visit import Visit, reached
from wording.hours import hour_words

MOVED_BY = (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER)
"""Whoever holds one of these roles, for whichever region, takes the clock further."""

LOOK_SECONDS = 0.1
"""How often the clock is looked at while it is on its way."""

STANDSTILL_SECONDS = 20.0
"""After so long without a move somebody is told that the worker does not answer."""


async def clock_of(visit: Visit) -> ClockSetting:
    """What the clock shows and where it is being taken. Raises Failure for a ledger that lives in real time."""
    async with reached():
        setting = await visit.service.clock_store.read(visit.organisation)
    if setting is None:
        raise invalid(
            "real-clock",
            Text(f"{visit.organisation} vit au temps réel", f"{visit.organisation} lives in real time"),
            Text("Seule une simulation a une horloge (escale found).", "Only a simulation has a clock."),
        )
    return setting


def may_move(visit: Visit) -> bool:
    """Whether the person may take the clock further, for they administer the simulation or manage programmes in it."""
    return holds_one_of(visit, MOVED_BY)


def needs_to_move(visit: Visit) -> None:
    """Refuse whoever may not take the clock further. Raises Failure."""
    if not may_move(visit):
        raise Failure(
            FailureKind.REFUSED,
            "not-entitled",
            Text(
                "L’horloge n’avance que par l’administration et les chargé·es de mission.",
                "Only administrators and programme managers advance the clock.",
            ),
            Text("Demandez-le à une telle personne.", "Ask such a person."),
        )


async def aim(visit: Visit, to: str, by: str) -> ClockSetting:
    """Ask for the clock to be taken to a day or instant, else by a duration, else to where it was going.

    Returns the setting as it was before. Days are those of the organisation. Raises Failure.
    """
    setting = await clock_of(visit)
    target = _target(visit, setting, to, by)
    if target < setting.now:
        raise _back(visit, setting.now)
    async with reached():
        await visit.service.clock_store.aim(visit.organisation, target)
    return setting


async def stop(visit: Visit) -> None:
    """Leave the clock where it is now; what is due at that instant is still done. Raises Failure."""
    await clock_of(visit)
    async with reached():
        await visit.service.clock_store.stop(visit.organisation)


async def looks(visit: Visit) -> AsyncIterator[ClockSetting]:
    """What the clock shows, again and again, until all that was due by its target is done. Raises Failure."""
    agenda = Agenda(visit.service.ledger, visit.service.files, visit.organisation)
    still = 0.0
    seen: datetime | None = None
    while True:
        setting = await clock_of(visit)
        yield setting
        if await is_there(setting, agenda):
            return
        still = still + LOOK_SECONDS if setting.now == seen else 0.0
        seen = setting.now
        if still >= STANDSTILL_SECONDS:
            raise _standstill(visit, setting)
        await asyncio.sleep(LOOK_SECONDS)


async def is_there(setting: ClockSetting, agenda: Agenda) -> bool:
    """Whether the clock has come to where it is wanted and all that is due there is done. Raises Failure."""
    if setting.now < setting.target:
        return False
    async with reached():
        await agenda.refresh(setting.now)
    return not agenda.due_by(setting.now)


def _target(visit: Visit, setting: ClockSetting, to: str, by: str) -> datetime:
    """Where the clock is to be taken, by the days of the organisation. Raises Failure."""
    if to:
        return morning_of(to, visit.zone)
    return later(setting.now, by, visit.zone) if by else setting.target


def _back(visit: Visit, now: datetime) -> Failure:
    shown = hour_words(now, visit.zone, visit.zone)
    return invalid(
        "clock-goes-forward",
        Text(f"l’horloge marque déjà le {shown[0]}", f"the clock already shows {shown[1]}"),
        Text("Elle ne revient pas en arrière ; visez plus tard.", "It never goes back; aim later."),
    )


def _standstill(visit: Visit, setting: ClockSetting) -> Failure:
    shown = hour_words(setting.now, visit.zone, visit.zone)
    return Failure(
        FailureKind.UNKNOWN,
        "clock-stands-still",
        Text(f"l’horloge reste au {shown[0]}", f"the clock stays on {shown[1]}"),
        Text(
            "L’ouvrier ou Temporal ne répond pas (escale status) ; elle repartira avec lui.",
            "The worker or Temporal does not answer (escale status); it goes on once it does.",
        ),
    )
