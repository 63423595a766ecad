"""One real stack for all processes of a run of tests: whoever comes first starts it, it ends with the last of them."""

import fcntl
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from bootstrap import open_service
from config import Settings
from queries.status import status_of
from stack import control
from stack.catcher import caught
from stack.home import Home
from tests.cli.house import ESCALE, House
from tests.support.postgres import Database
from tests.support.waiting import run_apart, wait_until
from tests.web.browser import telling

EXAMPLES = Path(__file__).parents[3] / "examples"
NOWHERE = Database("", "", "", "")
"""No database but the embedded one."""
_TELLING = 600
"""Seconds that the demonstration may take."""
_END = (
    "import fcntl, shutil, sys\nfrom pathlib import Path\nfrom config import Settings\nfrom stack import control\n"
    "folder = Path(sys.argv[1])\n"
    "with (folder / 'users').open('r') as users:\n"
    "    fcntl.flock(users, fcntl.LOCK_EX)\n"
    "control.down(Settings(home=folder / 'home'))\nshutil.rmtree(folder, ignore_errors=True)\n"
)
"""Waits until nobody uses the stack any more, however they ended, and takes it down."""


@dataclass(frozen=True)
class World:
    """The stack that is up: where its pages are, its command line, its mail."""

    house: House
    address: str

    async def found(self, story: str, *files: str, clock: str = "2026-11-23") -> str:
        """A simulation of its own for a story, with some of the examples, people always; its slug."""
        organisation = f"{story}-{uuid4().hex[:8]}"
        paths = [EXAMPLES / f"{name}.yaml" for name in ("people", *files)]
        await telling.found(self.house.settings(), organisation, clock, paths)
        await self.caught_up(organisation)
        return organisation

    def do(self, organisation: str, person: str, *commands: dict[str, Any]) -> None:
        """Have somebody record something."""
        run_apart(telling.record(self.house.settings(), organisation, person, commands))

    def ask(self, *words: str) -> Any:
        """What the command line answers, as JSON."""
        return self.house.run(*words, "--json").json

    async def caught_up(self, organisation: str) -> None:
        """Wait until the worker has dealt with all that was recorded, and has folded it."""
        async with open_service(self.house.settings()) as service:

            async def folded() -> bool:
                state = await status_of(service, organisation)
                return state.follower.behind == 0 and not any(one.behind for one in state.read_models)

            await wait_until(folded, "the worker has caught up")

    def letters(self) -> Sequence[EmailMessage]:
        """What was sent to anybody, the oldest first."""
        return [one.message for one in caught(Home(self.house.home).mail)]

    def letters_to(self, address: str) -> Sequence[EmailMessage]:
        """What was sent to an address, the oldest first."""
        mails = caught(Home(self.house.home).mail)
        return [one.message for one in mails if address in one.recipients]


@cache
def this_run() -> str:
    """What the processes of a run of tests have in common."""
    return os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid4().hex


@contextmanager
def shared_folder(run: str) -> Iterator[Path]:
    """A folder for the processes of a run of tests; it goes with the last of them."""
    folder = Path(tempfile.gettempdir()) / f"escale-pages-{run}"
    new = not folder.exists()
    folder.mkdir(mode=0o711, exist_ok=True)
    with (folder / "users").open("a") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        if new:
            subprocess.Popen([sys.executable, "-c", _END, str(folder)], start_new_session=True, cwd="/")
        yield folder


@contextmanager
def shared_world(run: str) -> Iterator[World]:
    """The world of a run of tests: whoever comes first starts it."""
    with shared_folder(run) as folder:
        settings = Settings(home=folder / "home", webhooks_to_this_machine=True)
        with _turn(folder):
            state = control.running(settings) or control.up(settings)
        yield World(House(folder / "home", NOWHERE), state.addresses.web)


def hand_over(home: Path, folder: Path) -> None:
    """Begin the world of a run with the demonstration that was told in a data directory, unless it has begun."""
    with _turn(folder):
        if not (folder / "home").exists():
            home.rename(folder / "home")
            (folder / "home" / "told").touch()


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """One process after the other."""
    with (folder / "turn").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def tell_demonstration(world: World) -> None:
    """Tell the demonstration, once for all processes of the run."""
    told = world.house.home / "told"
    with _turn(world.house.home.parent):
        if told.exists():
            return
        done = subprocess.run(
            [str(ESCALE), "demo"],
            env=world.house.environment(),
            capture_output=True,
            text=True,
            timeout=_TELLING,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        told.touch()
