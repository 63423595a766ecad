"""One real stack for all processes of a run of tests: whoever comes first starts it, it ends with the last of them."""

import fcntl
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4

from config import Settings
from stack import control
from stack.catcher import caught
from stack.home import Home
from stack.state import StackState
from tests.cli.house import ADMINISTRATOR, ESCALE, House
from tests.support.postgres import Database
from tests.support.waiting import wait_until

EXAMPLES = Path(__file__).parents[3] / "examples"
NOWHERE = Database("", "", "", "")
"""No database but the embedded one."""
_TELLING = 240
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
        self.house.found(organisation, "simulation", "--clock", clock)
        paths = [str(EXAMPLES / f"{name}.yaml") for name in ("people", *files)]
        imported = self.house.run("import", *paths, "--as", ADMINISTRATOR, "-o", organisation)
        assert imported.code == 0, imported.err
        await self.caught_up(organisation)
        return organisation

    def do(self, organisation: str, person: str, *commands: dict[str, Any]) -> None:
        """Have somebody record something by the command line."""
        lines = "\n".join(json.dumps({"command_id": uuid4().hex} | one) for one in commands)
        done = self.house.run("do", "--file", "-", "--as", person, "-o", organisation, stdin=lines)
        assert done.code == 0, done.out + done.err

    def ask(self, *words: str) -> Any:
        """What the command line answers, as JSON."""
        return self.house.run(*words, "--json").json

    async def caught_up(self, organisation: str) -> None:
        """Wait until the worker has folded all that was recorded."""

        async def folded() -> bool:
            states = {one["organisation"]: one for one in self.ask("status")["organisations"]}
            state = states[organisation]
            return state["follower"]["behind"] == 0 and not any(one["behind"] for one in state["read_models"])

        await wait_until(folded, "the worker has caught up")

    def letters_to(self, address: str) -> Sequence[EmailMessage]:
        """What was sent to an address, the oldest first."""
        mails = caught(Home(self.house.home).mail)
        return [one.message for one in mails if address in one.recipients]


@contextmanager
def shared_world(run: str) -> Iterator[World]:
    """The world of a run of tests, named by what its processes have in common."""
    folder = Path(tempfile.gettempdir()) / f"escale-pages-{run}"
    folder.mkdir(mode=0o711, exist_ok=True)
    with (folder / "turn").open("w") as turn, (folder / "users").open("a") as users:
        fcntl.flock(turn, fcntl.LOCK_EX)
        fcntl.flock(users, fcntl.LOCK_SH)
        state = control.running(Settings(home=folder / "home")) or _started(folder)
        fcntl.flock(turn, fcntl.LOCK_UN)
        yield World(House(folder / "home", NOWHERE), state.addresses.web)


def _started(folder: Path) -> StackState:
    state = control.up(Settings(home=folder / "home", webhooks_to_this_machine=True))
    subprocess.Popen([sys.executable, "-c", _END, str(folder)], start_new_session=True, cwd="/")
    return state


def tell_demonstration(world: World) -> None:
    """Tell the demonstration, once for all processes of the run."""
    told = world.house.home / "told"
    with (world.house.home.parent / "turn").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
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
