"""A past comes in whole or not at all, and twice is once."""

import json
from typing import Any

from application.commands.answer import Answer
from application.commands.parsing import read_command
from domain.registry.commands import AnyCommand
from tests.application.house import FOUNDER, MANAGER, SHEET, House, command

OPENING = {"type": "OpenCooperation", "effective_at": "2020", **SHEET}
CALL = {"type": "RecordContact", "effective_at": "2023-12", "kind": "phone", "note": "Point d’étape."}


def past(*acts: dict[str, Any], command_id: str = "past") -> AnyCommand:
    """An import of ``noailles``."""
    named = [
        {"command_id": f"{command_id}/{number}", "actor": FOUNDER, "cooperation": "noailles", **act}
        for number, act in enumerate(acts, start=1)
    ]
    return command("ImportCooperation", command_id, FOUNDER, cooperation="noailles", acts=named)


async def test_a_past_comes_in_one_append(house: House) -> None:
    """Each act when it happened, then that it was imported, all learned now."""
    answer = await house.recorded(past(OPENING, CALL))
    assert answer.events == ("CooperationOpened", "PhaseEntered", "ContactRecorded", "CooperationImported")
    bodies = [json.loads(event.body) for event in house.book.events[-4:]]
    assert [(one["entry"], one["effective_at"], one["actor"]) for one in bodies] == [
        (1, "2020", FOUNDER),
        (2, "2020", FOUNDER),
        (3, "2023-12", FOUNDER),
        (4, "2026-11-23T09:00:00Z", FOUNDER),
    ]
    assert {one["command_id"] for one in bodies} == {"past"}
    assert (await house.file("noailles")).imported_at == "2026-11-23T09:00:00Z"


async def test_importing_twice_adds_nothing(house: House) -> None:
    """The same id is the same import; another id finds the file there."""
    first = await house.recorded(past(OPENING, CALL))
    position = house.book.head.position
    assert (await house.do(past(OPENING, CALL))) == first.model_copy(update={"repeated": True})
    again = await house.do(past(OPENING, CALL, command_id="other"))
    assert again.refusal is not None
    assert again.refusal.code == "already_open"
    assert house.book.head.position == position


async def test_one_bad_act_keeps_everything_out(house: House) -> None:
    """It is named, with its own reason; mended, under a new id, it comes in."""
    position = house.book.head.position
    step = {"type": "AdvancePhase", "effective_at": "2021", "to": "diagnosis"}
    answer = await house.do(past(OPENING, CALL, step))
    assert answer.refusal is not None
    assert answer.refusal.code == "act_refused"
    assert answer.refusal.message.en.startswith("Act 3 (AdvancePhase) is refused. The phase Exploration")
    assert await house.files.cooperation("ville-de-demain", "noailles") is None
    assert house.book.head.position == position
    await house.recorded(past(OPENING, CALL, command_id="mended"))


async def test_only_an_administrator_imports(house: House) -> None:
    """They vouch for it; the acts' own actors do not matter."""
    answer = await house.do(past(OPENING).model_copy(update={"actor": MANAGER}))
    assert answer.refusal is not None
    assert answer.refusal.code == "not_entitled"


async def test_a_year_of_an_unknown_programme_is_not_imported(house: House) -> None:
    """The first act decides under which rules the others are judged."""
    answer = await house.do(past(OPENING | {"programme": "nulle-part"}))
    assert answer.refusal is not None
    assert answer.refusal.code == "act_refused"
    assert "nulle-part" in answer.refusal.message.fr


def test_an_import_of_two_thousand_acts_is_read() -> None:
    """And not of two thousand and one."""
    form = json.loads(past(OPENING).model_dump_json())
    act = {**CALL, "actor": FOUNDER, "cooperation": "noailles"}
    form["acts"] += [{**act, "command_id": f"past/{number}"} for number in range(1999)]
    assert not isinstance(read_command(json.dumps(form), FOUNDER), Answer)
    form["acts"].append({**act, "command_id": "past/last"})
    read = read_command(json.dumps(form), FOUNDER)
    assert isinstance(read, Answer)
    assert read.refusal is not None
    assert "2000" in read.refusal.remedy.en
