"""The daily sweep wakes who has no workflow, who is behind and who is in trouble, and leaves everybody else alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from application.files import Files
from application.lives import sweep as sweeping
from application.lives.sweep import Mended, mend, sweep
from application.lives.waking import WakeFailed
from application.ports import Shown
from tests.application.house import HOUSE, SHEET, House, command


@dataclass
class Workflows:
    """What the running ones show, and who was woken; nobody answers who is ill."""

    running: dict[str, Shown] = field(default_factory=dict)
    ill: set[str] = field(default_factory=set)
    woken: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    async def shown(self, _organisation: str) -> Mapping[str, Shown]:
        """Who runs."""
        return self.running

    async def catch_up(self, _organisation: str, file: str, position: int) -> int:
        """Wake one."""
        self.woken.append(file)
        if file in self.ill:
            raise WakeFailed("Timeout")
        return position

    async def end(self, _organisation: str, file: str, _reason: str) -> None:
        """End one."""
        self.ended.append(file)


@dataclass
class Debts:
    """The wakes that are owed."""

    owed: dict[str, str] = field(default_factory=dict)

    async def owe(self, _organisation: str, file: str, _position: int, error: str) -> None:
        """Owe one."""
        self.owed[file] = error


@pytest.fixture
async def house() -> House:
    """Three open files and a closed one."""
    made = House()
    await made.found()
    for file in ("a", "b", "c", "clos"):
        await made.recorded(command("OpenCooperation", f"open-{file}", cooperation=file, **SHEET))
    closing = {"outcome": "handed-over", "handed_to": "Le PTCE", "reason": "Relais"}
    await made.recorded(command("CloseCooperation", "close", cooperation="clos", **closing))
    return made


async def swept(house: House, workflows: Workflows, debts: Debts | None = None) -> Mended:
    """What the daily sweep does."""
    return await sweep(house.ledger, house.files, workflows, debts or Debts(), HOUSE)


def last_of(house: House, file: str) -> int:
    """The last position of a file's stream."""
    return house.book.streams[f"cooperation:{file}"][-1].position


def in_step(house: House, *files: str) -> dict[str, Shown]:
    """Workflows that have seen exactly what is recorded of their files."""
    return {file: Shown(last_of(house, file), None) for file in files}


@pytest.mark.parametrize("page", [1, 2, 500])
async def test_files_in_step_cost_no_wake(house: House, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be there a hundred thousand of them; closed ones that have ended neither."""
    monkeypatch.setattr(sweeping, "PAGE", page)
    workflows = Workflows(in_step(house, "a", "b", "c"))
    mended = await swept(house, workflows)
    assert workflows.woken == []
    assert (mended.open, mended.in_step) == (3, 3)


async def test_of_files_in_step_no_event_is_read(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their states are not folded to learn that nothing is to be done."""
    workflows = Workflows(in_step(house, "a", "b", "c", "clos"))

    async def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Files, "file", never)
    assert (await swept(house, workflows)).in_step == 4


@pytest.mark.parametrize(
    "shown",
    [Shown(None, None), Shown(1, None), Shown(10**6, "NothingHelps")],
    ids=["shows nothing", "behind", "in trouble"],
)
async def test_who_is_behind_in_trouble_or_shows_nothing_is_woken(house: House, shown: Shown) -> None:
    """And nobody else."""
    workflows = Workflows(in_step(house, "a", "c") | {"b": shown})
    mended = await swept(house, workflows)
    assert (workflows.woken, mended.woken, mended.open) == (["b"], ["b"], 3)


async def test_an_open_file_without_a_workflow_gets_one_before_others_are_woken(house: House) -> None:
    """A closed one does not."""
    workflows = Workflows({"a": Shown(1, None)})
    mended = await swept(house, workflows)
    assert workflows.woken == ["b", "c", "a"]
    assert (mended.started, mended.woken) == (["b", "c"], ["a"])


async def test_a_closed_file_whose_workflow_goes_on_is_woken_so_that_it_ends(house: House) -> None:
    """It has not heard that the file was closed."""
    workflows = Workflows(in_step(house, "a", "b", "c") | {"clos": Shown(last_of(house, "clos") - 1, None)})
    assert (await swept(house, workflows)).woken == ["clos"]


async def test_a_wake_that_fails_is_owed_and_strays_are_named(house: House) -> None:
    """The follower pays debts; a workflow of a file that nobody knows is left alone."""
    workflows, debts = Workflows(in_step(house, "a", "c") | {"fantôme": Shown(3, None)}, {"b"}), Debts()
    mended = await swept(house, workflows, debts)
    assert mended.failed == debts.owed == {"b": "Timeout"}
    assert (mended.strays, workflows.ended) == (["fantôme"], [])


async def test_mending_by_hand_wakes_all_whatever_they_show(house: House) -> None:
    """It is for somebody who does not trust what is shown."""
    workflows = Workflows(in_step(house, "a", "b"))
    mended = await mend(house.ledger, house.files, workflows, Debts(), HOUSE)
    assert (mended.started, sorted(mended.woken)) == (["c"], ["a", "b"])
