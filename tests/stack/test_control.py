"""Up, down and up again: data stays, homes do not meet, nothing is left behind."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import asyncpg
import psutil
import pytest

from config import Settings
from language import Text
from stack.control import attached, down, running, up
from stack.home import Home
from stack.ports import chosen_port, listens
from stack.state import StackState
from stack.temporal_cli import obtain_temporal
from stack.texts import StackError
from tests.stack.conftest import PARTS, processes_of


async def _note(state: StackState, word: str) -> None:
    owner = await asyncpg.connect(state.addresses.database_owner_url)
    try:
        await owner.execute("CREATE TABLE IF NOT EXISTS public.kept (word text)")
        await owner.execute("INSERT INTO public.kept VALUES ($1)", word)
    finally:
        await owner.close()


async def _noted(state: StackState) -> list[str]:
    owner = await asyncpg.connect(state.addresses.database_owner_url)
    try:
        return [row["word"] for row in await owner.fetch("SELECT word FROM public.kept ORDER BY word")]
    finally:
        await owner.close()


def _temporal(state: StackState, *arguments: str) -> str:
    command = [str(obtain_temporal(print)), *arguments, "--address", state.addresses.temporal]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


async def test_what_was_written_is_there_after_down_and_up(settings: Settings) -> None:
    """PostgreSQL and Temporal go on from where they were stopped."""
    first = up(settings, services=PARTS)
    await _note(first, "Toulouse")
    started = ("--workflow-id", "cooperation:1")
    _temporal(first, "workflow", "start", *started, "--type", "Any", "--task-queue", "nobody")
    assert down(settings)
    assert running(settings) is None

    again = up(settings, services=PARTS)

    assert await _noted(again) == ["Toulouse"]
    told = _temporal(again, "workflow", "describe", *started, "--output", "json")
    assert "WORKFLOW_EXECUTION_STATUS_RUNNING" in told


async def test_up_tells_its_steps_and_the_service_may_not_rewrite(settings: Settings) -> None:
    """Progress comes in both languages; the URL handed out is that of the restricted role."""
    steps: list[Text] = []
    state = up(settings, steps.append, PARTS)

    service = await asyncpg.connect(state.addresses.database_url)
    try:
        user = await service.fetchval("SELECT current_user")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await service.execute("CREATE ROLE intruder")
    finally:
        await service.close()

    assert [step.en for step in steps] == [f"Starting {name}" for name in PARTS]
    assert [step.fr for step in steps] == [f"Démarrage : {name}" for name in PARTS]
    assert user == "escale_service"


def test_a_second_up_is_refused_and_names_the_process(settings: Settings) -> None:
    """Whoever holds the directory is said, and goes on undisturbed."""
    first = up(settings, services=["catcher"])

    with pytest.raises(StackError) as refused:
        up(settings, services=["catcher"])

    assert refused.value.code == "in-use"
    assert str(first.pid) in refused.value.text.fr
    assert str(first.pid) in refused.value.text.en
    assert running(settings) == first


async def test_two_homes_live_side_by_side(settings: Settings, tmp_path: Path) -> None:
    """Ports are chosen, so that two stacks on one machine share nothing."""
    other = Settings(home=tmp_path / "other")
    with attached(other, services=PARTS) as theirs:
        ours = up(settings, services=PARTS)
        await _note(ours, "ours")
        await _note(theirs, "theirs")

        assert await _noted(ours) == ["ours"]
        assert await _noted(theirs) == ["theirs"]
        assert ours.addresses.temporal != theirs.addresses.temporal
        assert ours.addresses.smtp_port != theirs.addresses.smtp_port
    assert running(other) is None
    assert processes_of(other) == []


async def test_a_killed_supervisor_stops_no_later_up(settings: Settings) -> None:
    """Its orphans are ended, the database recovers, and what was written is there."""
    first = up(settings, services=PARTS)
    await _note(first, "before")
    orphans = processes_of(settings)
    psutil.Process(first.pid).kill()
    psutil.Process(first.services[0].pid).kill()
    _until(lambda: running(settings) is None)

    again = up(settings, services=PARTS)

    assert not any(orphan.is_running() for orphan in orphans)
    assert await _noted(again) == ["before"]


def test_down_ends_what_a_killed_supervisor_left(settings: Settings) -> None:
    """`down` works without a supervisor, and says when there is nothing to stop."""
    state = up(settings, services=["catcher"])
    psutil.Process(state.pid).kill()

    assert down(settings)
    assert not listens(state.addresses.smtp_port)
    assert not down(settings)


def test_a_service_that_dies_is_started_again(settings: Settings) -> None:
    """It comes back at the same address, and the state counts the restart."""
    state = up(settings, services=["catcher"])
    (catcher,) = state.services
    psutil.Process(catcher.pid).kill()

    _until(lambda: _restarts(settings) == 1 and listens(state.addresses.smtp_port))


def _until(condition: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def _restarts(settings: Settings) -> int:
    state = running(settings)
    return state.services[0].restarts if state else 0


def test_an_attached_stack_ends_with_its_process_even_if_killed(settings: Settings) -> None:
    """The demo may be killed at any moment: its stack goes down by itself."""
    program = (
        "import time\nfrom config import Settings\nfrom stack.control import attached\n"
        "with attached(Settings(), services=['catcher']):\n    print('up', flush=True)\n    time.sleep(600)"
    )
    command = [sys.executable, "-c", program]
    environment = {**os.environ, **settings.as_environment()}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        assert demo.stdout.readline() == "up\n"
        left = processes_of(settings)
        demo.kill()

    _, alive = psutil.wait_procs(left, timeout=30)
    assert left
    assert alive == []


def test_a_start_that_is_broken_off_leaves_nothing(settings: Settings) -> None:
    """Whoever starts the stack may be killed meanwhile: what had started ends by itself."""
    program = (
        "from config import Settings\nfrom stack.control import up\n"
        f"up(Settings(), lambda step: print(step.en, flush=True), {PARTS})"
    )
    command = [sys.executable, "-c", program]
    environment = {**os.environ, **settings.as_environment()}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == "Starting postgres\n"
        starter.kill()

    _until(lambda: Home(settings.home).holder() is None)
    assert running(settings) is None
    assert processes_of(settings) == []


def test_a_taken_port_is_said_and_nothing_is_left(settings: Settings) -> None:
    """The sentence names the port and the variable that sets it."""
    with attached(settings, services=["catcher"]) as other:
        taken = other.addresses.smtp_port
        wanting = settings.model_copy(update={"home": settings.home.parent / "second", "smtp_port": taken})
        with pytest.raises(StackError) as refused:
            up(wanting, services=["catcher"])

    assert refused.value.code == "port-taken"
    assert f"{taken} (ESCALE_SMTP_PORT)" in refused.value.text.fr
    assert f"{taken} (ESCALE_SMTP_PORT)" in refused.value.text.en
    assert processes_of(wanting) == []


def test_a_wanted_port_is_used(settings: Settings) -> None:
    """A port that an operator sets is the one that is served."""
    wanted = chosen_port(0)
    state = up(settings.model_copy(update={"smtp_port": wanted}), services=["catcher"])

    assert state.addresses.smtp_port == wanted
    assert listens(wanted)


def test_a_part_that_cannot_start_is_named_with_the_end_of_its_log(settings: Settings) -> None:
    """A damaged file stops the start with a reason; what had started is stopped."""
    settings.home.mkdir()
    (settings.home / "temporal.db").write_bytes(b"not a database" * 1000)

    with pytest.raises(StackError) as refused:
        up(settings, services=["catcher", "temporal"])

    assert refused.value.code == "service-not-ready"
    assert "temporal" in refused.value.text.fr
    assert "not a database" in refused.value.text.en
    assert processes_of(settings) == []


async def test_a_database_of_another_release_is_refused_with_the_reason(settings: Settings) -> None:
    """The sentence names the migration; nothing is left running."""
    state = up(settings, services=["postgres"])
    owner = await asyncpg.connect(state.addresses.database_owner_url)
    await owner.execute("UPDATE migrations.applied SET checksum = 'edited' WHERE number = 2")
    await owner.close()
    down(settings)

    with pytest.raises(StackError) as refused:
        up(settings, services=["postgres"])

    assert refused.value.code == "migration-refused"
    assert "0002_ledger" in refused.value.text.en
    assert processes_of(settings) == []


def test_passwords_are_for_us_only(settings: Settings) -> None:
    """They stand in files of mode 0600 and in no process list, nor in the state's printed form."""
    state = up(settings, services=PARTS)
    home = settings.home
    secret = state.addresses.database_url.split(":")[2].partition("@")[0]

    assert stat.S_IMODE((home / "credentials.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((home / "state.json").stat().st_mode) == 0o600
    assert not stat.S_IMODE((home / "temporal.db").stat().st_mode) & 0o077
    assert secret in (home / "credentials.json").read_text()
    assert secret not in repr(state)
    assert secret not in repr(state.addresses.completing(settings))
    assert not any(secret in " ".join(process.cmdline()) for process in processes_of(settings))
