"""A disk without room under ``--out``: the payments are issued, nothing half is left, and the way on is told."""

import resource
import subprocess
from pathlib import Path

from tests.cli.house import ADMINISTRATOR, ESCALE, LONGEST_RUN, House
from tests.cli.paying import FINANCE, MANAGER, inhabit, open_cooperation, order_payment
from tests.cli.test_payments import DAY, NAME, PLAN, REQUEST


def no_room() -> None:
    """No file of more than a kilobyte, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))


def crowded(house: House, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``escale`` where there is no room."""
    return subprocess.run(
        [ESCALE, *words],
        env=house.environment(ESCALE_AS=FINANCE, PYTHONDONTWRITEBYTECODE="1"),  # half of it would stay
        preexec_fn=no_room,
        capture_output=True,
        check=False,
        timeout=LONGEST_RUN,
    )


def test_an_order_is_issued_though_its_file_finds_no_room(empty_house: House, tmp_path: Path) -> None:
    """Code 5, position, command to write it again; then that command does, in the place of nothing hidden."""
    inhabit(empty_house, tmp_path / "atelier.yaml")
    open_cooperation(empty_house)
    words = [part for pair in REQUEST.items() for part in pair]
    plan = [part for one in PLAN for part in ("--request.plan", one)]
    assert empty_house.run("do", "RequestFunding", *words, *plan, "--as", MANAGER).code == 0
    people = empty_house.run("people", "--as", ADMINISTRATOR, "--json").json["people"]
    order_payment(empty_house, people[0]["person"])
    folder = tmp_path / "bank"
    folder.mkdir()
    lost = crowded(empty_house, "payments", "file", NAME, "--date", DAY, "--out", str(folder))
    said = lost.stderr.decode()
    assert lost.returncode == 5, said
    assert f"L’ordre {NAME} est émis (position {empty_house.head('atelier')})" in said
    assert f"`escale payments export {NAME}`" in said
    assert "Traceback" not in said
    assert list(folder.iterdir()) == []
    again = empty_house.run("payments", "export", NAME, "--out", str(folder), "--as", FINANCE)
    assert again.code == 0, again.err
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    assert sorted(before) == [f"{NAME}.xlsx", f"{NAME}.xml"]
    assert crowded(empty_house, "payments", "export", NAME, "--out", str(folder)).returncode == 5
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
