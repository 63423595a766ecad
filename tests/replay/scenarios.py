"""Lives whose histories are kept: together they take every path through the workflows."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from application.lives.waking import WakeFailed
from domain.kernel.ledger import LedgerUnavailable
from domain.kernel.values import Phase
from domain.reminders.standing import DueReminder, Step
from tests.workflows.world import FakeFile, World


async def waking(here: World) -> None:
    """Opened, woken, reminded; asleep; woken by its own timer."""
    await here.catch_up()
    here.file.due = [DueReminder(occurrence="report/p1", rung="before")]
    await here.catch_up()
    here.file.status, here.file.position, here.file.wait_seconds = "paused", here.file.position + 1, 1
    await here.catch_up()
    here.file.status = "active"
    here.file.due = [DueReminder(occurrence="report/p1", rung="due")]
    await here.commands(2)


async def advancing(here: World) -> None:
    """The pass ends, with wakes in flight: the run continues as new."""
    await here.catch_up()
    here.file.phase, here.file.pass_number, here.file.position = Phase.DIAGNOSIS, 2, 2
    await asyncio.gather(*(here.catch_up() for _ in range(3)))


async def turning_over(here: World) -> None:
    """A history grows long: the run continues as new within its pass."""
    await here.catch_up()
    first = await here.run_id()
    while await here.run_id() == first:
        await asyncio.gather(*(here.catch_up() for _ in range(3)))


async def ending(here: World) -> None:
    """The file is closed."""
    await here.catch_up()
    here.file.status, here.file.position = "closed", 2
    await here.catch_up()
    await here.handle.result()


async def falling_behind(here: World) -> None:
    """The ledger was restored, then caught up."""
    here.file.position = 9
    await here.catch_up()
    here.file.position = 3
    await here.failure()
    here.file.position = 9
    await here.catch_up()


async def losing_history(here: World) -> None:
    """The ledger was restored and grew again on another history; the life that knew more is stopped for good."""
    here.file.position = 9
    await here.catch_up()
    here.file.history, here.file.position = "second", 12
    for _ in range(2):
        await here.failure()


async def helpless(here: World) -> None:
    """What is due stays due, then an activity is at fault; both pass."""
    here.file.due, here.file.stubborn = [DueReminder(occurrence="report/p1", rung="before")], True
    await here.failure()
    here.file.stubborn, here.file.error = False, ZeroDivisionError()
    while await here.failure() != "ZeroDivisionError":
        pass
    here.file.error = None
    while True:
        try:
            await here.catch_up()
        except WakeFailed:
            continue
        break


async def waiting_for_the_ledger(here: World) -> None:
    """The ledger is out of reach: the local activity gives up, a normal one waits."""
    await here.catch_up()
    here.file.error = LedgerUnavailable()
    waking = asyncio.create_task(here.catch_up())
    await here.reads(4)
    here.file.error = None
    await waking


async def being_reviewed(here: World) -> None:
    """Invited, reminded by a timer, shown a new dossier, concluded: the review ends."""
    here.file.due = [DueReminder(occurrence="opinions/e1", rung="invitation")]
    here.file.wait_seconds = 1
    await here.catch_up()
    here.file.due = [DueReminder(occurrence="opinions/e1", rung="due")]
    await here.commands(2)
    here.file.step, here.file.wait_seconds = "conclusion", 3600
    await here.catch_up()
    here.file.step, here.file.position = "opinions", here.file.position + 1
    here.file.due = [DueReminder(occurrence="confirmation/v2", rung="revised")]
    await here.catch_up()
    here.file.step = "conclusion"
    here.file.due = [DueReminder(occurrence="conclusion/e9", rung="majority", kind="conclusion")]
    await here.catch_up()
    here.file.status, here.file.over, here.file.step = "favourable", True, None
    await here.catch_up()
    await here.handle.result()


async def being_funded(here: World) -> None:
    """Decided, agreed on, paid, reported on, and closed, with wakes in flight."""
    await here.catch_up()
    here.file.due = [DueReminder(occurrence="decision/e1", rung="due")]
    await here.catch_up()
    steps: tuple[Step, ...] = ("agreement", "tranches", "reports", "tranches", "closing")
    for step in steps:
        here.file.step, here.file.status, here.file.position = step, "granted", here.file.position + 1
        await asyncio.gather(*(here.catch_up() for _ in range(2)))
    here.file.status, here.file.over, here.file.step = "closed", True, None
    await here.catch_up()
    await here.handle.result()


async def being_refused_by_silence(here: World) -> None:
    """Nobody decided in time: the workflow ends with the refusal."""
    await here.catch_up()
    here.file.due = [DueReminder(occurrence="decision/e1", rung="refused", kind="silence")]
    await here.catch_up()
    here.file.status, here.file.over, here.file.step = "refused", True, None
    await here.catch_up()
    await here.handle.result()


def act(key: str, does: str, occurrence: str = "p1") -> DueReminder:
    """An act that is due."""
    return DueReminder(occurrence=f"{key}/{occurrence}", rung=key, kind="act", does=does)


async def acting(here: World) -> None:
    """Asks a panel and those in charge, announces that it will go on, reminds, goes on by itself, and is closed."""
    here.file.due = [
        DueReminder(occurrence="go_on/p1", rung="go_on", kind="announcement"),
        act("opinion", "open-review"),
        act("evaluation", "ask-for"),
        DueReminder(occurrence="report/p1", rung="due"),
    ]
    await here.catch_up()
    here.file.due = [act("go_on", "advance")]
    await here.catch_up()
    here.file.phase, here.file.pass_number, here.file.position = Phase.DIAGNOSIS, 2, here.file.position + 1
    await here.catch_up()
    here.file.status, here.file.over, here.file.position = "closed", True, here.file.position + 1
    await here.catch_up()


async def being_funded_by_itself(here: World) -> None:
    """Panels asked, the request put before who decides, their decision recorded; tranches asked for; closed."""
    here.file.due = [
        act("opinion", "open-review", "e1"),
        act("put", "put-to-decision", "e1"),
        act("decide", "record-decision", "r-avis"),
    ]
    await here.catch_up()
    here.file.step, here.file.status, here.file.position = "tranches", "granted", here.file.position + 1
    here.file.due = [act("draw", "ask-for-tranche", "t-advance")]
    await here.catch_up()
    here.file.status, here.file.over, here.file.position = "closed", True, here.file.position + 1
    await here.catch_up()


SCENARIOS: Mapping[str, tuple[Callable[[World], Awaitable[None]], int]] = {
    "waking": (waking, 500),
    "advancing": (advancing, 500),
    "turning-over": (turning_over, 20),
    "ending": (ending, 500),
    "falling-behind": (falling_behind, 500),
    "losing-history": (losing_history, 500),
    "helpless": (helpless, 500),
    "waiting-for-the-ledger": (waiting_for_the_ledger, 500),
    "review-concluding": (being_reviewed, 500),
    "review-turning-over": (turning_over, 20),
    "review-falling-behind": (falling_behind, 500),
    "review-losing-history": (losing_history, 500),
    "funding-closing": (being_funded, 500),
    "funding-refused": (being_refused_by_silence, 500),
    "funding-turning-over": (turning_over, 20),
    "acting": (acting, 500),
    "funding-acting": (being_funded_by_itself, 500),
}
"""Each with the number of events after which its runs continue as new."""


def a_file(name: str) -> FakeFile:
    """The file of a scenario, always of the same name, and of the kind that the scenario's name begins with."""
    kind, _, rest = name.partition("-")
    match kind:
        case "review":
            return FakeFile(key=f"review:{rest}", phase=None, step="opinions", status="open")
        case "funding":
            return FakeFile(key=f"funding:{rest}", phase=None, step="decision", status="requested")
    return FakeFile(key=name)
