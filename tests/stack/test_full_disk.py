"""A full disk ends no supervision, and is called by its name. ``/dev/full`` fails every write, whoever we are."""

import asyncio
import errno
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from aiosmtpd.smtp import SMTP, Envelope

from config import Settings
from stack import disk
from stack.catcher import Catcher
from stack.child import Child, Service
from stack.control import down, running, up
from stack.home import Home
from stack.looking import look
from stack.ports import listens
from stack.texts import StackError
from tests.stack.conftest import processes_of
from tests.support.waiting import wait_until

FULL = Path("/dev/full")


def _until(condition: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def _catcher(settings: Settings) -> int | None:
    seen = look(settings)
    return seen.services[0].pid if seen else None


def test_what_is_watched_is_watched_while_nothing_can_be_written(settings: Settings) -> None:
    """It dies twice while its state cannot be written: it comes back, and is seen; with room the state is right."""
    state = up(settings, services=["catcher"])
    draft = Home(settings.home).state.with_suffix(".draft")
    draft.symlink_to(FULL)
    seen = [_catcher(settings)]
    for _ in range(2):
        assert seen[-1]
        psutil.Process(seen[-1]).kill()
        _until(lambda: _catcher(settings) not in {None, *seen} and listens(state.addresses.smtp_port))
        seen.append(_catcher(settings))
    written = running(settings)
    assert written
    assert written.services[0].pid == seen[0], "the disk is full: what was written is old"

    draft.unlink()

    def is_right() -> bool:
        now = running(settings)
        return now is not None and (now.services[0].pid, now.services[0].restarts) == (seen[-1], 2)

    _until(is_right)


def test_a_stack_that_starts_on_a_full_disk_says_so_and_leaves_nothing(settings: Settings) -> None:
    """The sentence is the disk's, not that of the part that met it."""
    settings.home.mkdir()
    Home(settings.home).state.with_suffix(".draft").symlink_to(FULL)

    with pytest.raises(StackError) as refused:
        up(settings, services=["catcher"])

    assert refused.value.code == "disk-full"
    assert str(settings.home) in refused.value.text.fr
    assert processes_of(settings) == []


def test_without_its_supervisor_what_still_runs_is_seen_and_can_be_stopped(settings: Settings) -> None:
    """The processes are looked at; nobody says any more that the stack is up."""
    state = up(settings, services=["catcher"])
    psutil.Process(state.pid).kill()
    _until(lambda: running(settings) is None)

    seen = look(settings)

    assert seen
    assert (seen.pid, [(one.name, one.pid) for one in seen.services]) == (
        None,
        [("catcher", state.services[0].pid)],
    )
    assert seen.addresses == state.addresses
    with Home(settings.home).held():
        taking_over = look(settings)
        assert taking_over
        assert taking_over.addresses is None, "whoever takes over has addresses of its own"
    assert down(settings)
    assert look(settings) is None


def test_a_disk_with_too_little_room_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The state says how much is left, and that it is not enough."""
    up(settings, services=["catcher"])
    before = look(settings)
    monkeypatch.setattr(disk, "NEEDED", 2**62)
    after = look(settings)
    assert before
    assert after
    assert (before.disk_full, after.disk_full) == (False, True)
    assert before.free > 0


def test_stopping_takes_no_room(settings: Settings) -> None:
    """Nothing is written to stop what runs."""
    up(settings, services=["catcher"])
    lock = Home(settings.home).lock
    before = lock.stat().st_mtime_ns
    assert down(settings)
    assert lock.stat().st_mtime_ns == before


async def test_whatever_fails_around_a_service_it_is_started_again(tmp_path: Path) -> None:
    """Neither a program that is missing for a while nor a log that cannot be opened ends the watch."""
    program, sign = tmp_path / "program", tmp_path / "sign"

    async def ready() -> bool:
        return sign.exists()

    child = Child(Service("any", [str(program)], ready), tmp_path / "nowhere" / "log", lambda: None)
    await asyncio.sleep(0.1)
    assert not sign.exists()
    program.write_text(f"#!/bin/sh\ntouch {sign}\nexec sleep 60\n")
    program.chmod(0o755)
    await wait_until(ready, "started")
    await child.stop()
    assert child.state.restarts >= 1


async def test_mail_that_cannot_be_kept_is_to_be_sent_again(tmp_path: Path) -> None:
    """A full disk is no refusal: the sender tries later."""
    catcher = Catcher(tmp_path / "mail")

    def add(_content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    catcher._maildir = SimpleNamespace(add=add)  # type: ignore[assignment]
    said = await catcher.handle_DATA(SMTP(catcher), None, Envelope())
    assert said == "452 not kept: No space left on device"
