"""`make demo`, twice: two years told in under a minute, nothing added the second time, nothing left running."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import psutil
import pytest
from pydantic import SecretStr

from bootstrap import open_service
from config import Settings
from stack import control
from tests.support.waiting import LONG_ENOUGH, run_apart
from tests.web.browser.world import hand_over, shared_folder, this_run

ROOT = Path(__file__).parents[2]
LONGEST_RUN = 300
"""Seconds after which the demonstration counts as hanging."""


ESCALE = Path(sys.executable).with_name("escale")

AT_EASE = b"La pile reste debout"
"""Said once everything is told."""


@pytest.fixture(scope="session")
def stories(request: pytest.FixtureRequest) -> Iterator[Path | None]:
    """Where stories of this run wait for a demonstration, if any does."""
    if any("demonstration" in getattr(one, "fixturenames", ()) for one in request.session.items):
        with shared_folder(this_run()) as folder:
            yield folder
    else:
        yield None


@pytest.fixture(scope="module")
def environment(stories: Path | None) -> Iterator[Mapping[str, str]]:
    """An empty data directory, and none of the settings of whoever runs the tests; stories go on with it.

    Not below pytest's own temporary directory: another run that starts closes that one to other accounts.
    """
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ESCALE_", "TEMPORAL_", "LC_", "LANG", "MAKE", "MFLAGS"))
    }
    with tempfile.TemporaryDirectory(prefix="escale-demo-") as home:
        yield {**clean, "ESCALE_HOME": home}
        if stories:
            hand_over(Path(home), stories)


@pytest.fixture(scope="module")
def first(environment: Mapping[str, str]) -> str:
    """What the first demonstration tells."""
    return _demo(environment)


@pytest.fixture(scope="module")
def head(first: str, environment: Mapping[str, str]) -> int:
    """Where the ledger ends after the first."""
    return run_apart(_head(environment))


def _demo(environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        ["make", "demo"],
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_RUN,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


async def _head(environment: Mapping[str, str]) -> int:
    settings = Settings(home=Path(environment["ESCALE_HOME"]), database_url=SecretStr(""))
    with control.attached(settings, services=("postgres",)):
        async with open_service(settings) as service:
            return (await service.ledger.head("demo")).position


def _left_running(environment: Mapping[str, str]) -> Iterator[str]:
    """Processes that know of the data directory."""
    for process in psutil.process_iter():
        try:
            command, surroundings = process.cmdline(), process.environ().values()
        except (psutil.AccessDenied, psutil.NoSuchProcess, psutil.ZombieProcess):
            continue
        if process.pid != os.getpid() and any(
            environment["ESCALE_HOME"] in word for word in (*command, *surroundings)
        ):
            yield " ".join(command)


def test_the_first_demonstration_tells_reminders_escalations_and_phases_as_they_arrive(first: str) -> None:
    """In the order of the days: ladders, a late one from the imported past, all four phases, a pause, an end."""
    told = [line for line in first.splitlines() if re.match(r"\d{4}-\d{2}-\d{2} ", line)]
    days = [line[:10] for line in told]
    assert days == sorted(days)
    assert (days[0], days[-1] > "2028-10") == ("2026-11-24", True)
    for wanted in (
        "2026-11-24  noailles        ✉ Dossier sans contact depuis un an, échue depuis le 31 décembre 2024 →",
        "(commission régionale)",
        "entre en phase 2",
        "entre en phase 3",
        "entre en phase 4",
        "un rappel plus bas est dépassé",
        "‖ en pause",
        "▶ reprend",
        "? abandon demandé",
        "■ close : achevée",
        "noailles        = Avis sur le choix du territoire : défavorable (0 pour, 1 contre, 0 abstention)",
        "filature        € Subvention directe : 30\u202f000,00\xa0€ accordés",
        "filature        € Subvention directe : soldé, 30\u202f000,00\xa0€ payés",
        "halle           € Subvention directe : refusé",
        "halle           € Subvention directe : 24\u202f000,00\xa0€ redemandés",
    ):
        assert any(wanted in line for line in told), wanted


def test_each_cooperation_is_shown_with_its_phase_deadline_reminders_and_wants(first: str) -> None:
    """Then it says what to try next."""
    *_, end = first.partition("\nBaFaPaTaBor en transition\n")
    invented = (
        f"{one} (échantillon inventé)"
        for one in ("Filature partagée", "Halle nourricière", "Vallée d’Exemple")
    )
    for name in ("CITEES Marseille", "Noailles", *invented):
        assert f"\n{name}\n" in end
    for label in ("  phase ", "  prochaine échéance ", "  ce qu’elle attend ", "  derniers rappels "):
        assert end.count(label) == 6, label
    assert "escale clock advance --by P3M" in end


def test_nothing_is_left_running(first: str, environment: Mapping[str, str]) -> None:
    """Without a terminal the demonstration takes its stack down."""
    assert list(_left_running(environment)) == []


def test_the_second_demonstration_finds_its_data_again_and_adds_nothing(
    head: int, environment: Mapping[str, str]
) -> None:
    """Same ledger, no news, and it still says where each cooperation stands."""
    second = _demo(environment)
    assert "retrouvée" in second
    assert len(re.findall(r": ajouts 0 sur", second)) == 7
    assert not re.search(r"^\d{4}-\d{2}-\d{2} ", second, re.MULTILINE)
    assert second.count("  prochaine échéance ") == 6
    assert run_apart(_head(environment)) == head
    assert list(_left_running(environment)) == []


def test_at_a_terminal_the_stack_stays_up_until_ctrl_c(head: int, environment: Mapping[str, str]) -> None:
    """Somebody may look around in peace, in a browser too; Ctrl-C takes the stack down with code 0."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([ESCALE, "demo"], env=dict(environment), stdin=theirs, stdout=theirs) as process:
        os.close(theirs)
        try:
            _read_until(ours, AT_EASE)
            status = subprocess.run(
                [ESCALE, "status", "--json"], env=dict(environment), capture_output=True, check=True
            )
            told = json.loads(status.stdout)
            assert told["organisations"][0]["head"] == head
            page = httpx.get(f"{told['stack']['addresses']['web']}/o/demo/", timeout=LONG_ENOUGH)
            assert (page.status_code, "SIMULATION" in page.text) == (200, True)
            process.send_signal(signal.SIGINT)
            assert process.wait(LONGEST_RUN) == 0
        finally:
            process.kill()
    os.close(ours)
    assert list(_left_running(environment)) == []


def _read_until(terminal: int, wanted: bytes) -> None:
    said = b""
    while wanted not in said:
        readable, _, _ = select.select([terminal], [], [], LONGEST_RUN)
        assert readable, said.decode()
        said += os.read(terminal, 4096)
