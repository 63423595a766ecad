"""Rulebooks that an organisation publishes: in force at once for new files, readable for ever, and nowhere else."""

import json
from typing import Any

import pytest

from domain.people.events import RulebookPublished
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation
from domain.registry.codec import decode
from domain.registry.commands import AnyCommand
from domain.rulebook import Rulebook
from tests.application.house import FOUNDER, HOUSE, MANAGER, RULEBOOKS, House, command, lesson, opening

SHIPPED = RULEBOOKS.versions(Organisation())
TEC = RULEBOOKS.current(Organisation(), "tec")
assert TEC is not None
NEXT = TEC.model_copy(update={"version": TEC.version + 1})
RUNNING, NEW = TEC.id, NEXT.id


def publishing(rules: Rulebook, actor: str = FOUNDER, command_id: str = "publish") -> AnyCommand:
    """Publishes a rulebook."""
    return command("PublishRulebook", command_id, actor, rulebook=rules.written(), reason="Troisième année")


def moving(file: str = "rives", to: str = NEW, actor: str = MANAGER) -> AnyCommand:
    """Moves a file to a rulebook."""
    return command("MigrateCooperation", f"move/{file}", actor, cooperation=file, to=to, reason="D’accord")


async def under(house: House, file: str) -> list[tuple[str, str | None]]:
    """A file's entries and the rulebook under which each was decided."""
    stored = house.book.streams[f"cooperation:{file}"]
    return [(decode(one).event.type, decode(one).rulebook) for one in stored]


async def test_new_files_open_under_what_was_published_and_running_ones_keep_theirs(house: House) -> None:
    """From the next command on."""
    await house.recorded(publishing(NEXT))
    await house.recorded(opening("autre"))
    await house.recorded(lesson(1))
    await house.recorded(lesson(1, "autre"))
    assert (await house.file()).rulebook == RUNNING
    assert (await house.file("autre")).rulebook == NEW
    assert (await under(house, "rives"))[-1] == ("LessonRecorded", RUNNING)
    assert await under(house, "autre") == [
        ("CooperationOpened", NEW),
        ("PhaseEntered", NEW),
        ("LessonRecorded", NEW),
    ]


async def test_another_process_knows_at_once(house: House) -> None:
    """Whatever it kept before: its decision is taken again on what the ledger has."""
    other = house.beside()
    await other.recorded(lesson(1))
    await house.recorded(publishing(NEXT))
    await house.recorded(moving())
    await other.recorded(opening("autre"))
    await other.recorded(lesson(2))
    assert (await other.file("autre")).rulebook == NEW
    assert (await under(house, "rives"))[-1] == ("LessonRecorded", NEW)


async def test_the_history_says_under_which_rules_each_decision_was_taken(house: House) -> None:
    """The move itself is decided under the rules that the file leaves, what it leads to under the new ones."""
    written: Any = NEXT.written()
    phases = {key: rule for key, rule in written["phases"].items() if key != "exploration"}
    deadlines = [rule for rule in written["deadlines"] if "exploration" not in rule.get("phases", [])]
    later = Rulebook.model_validate_json(json.dumps({**written, "phases": phases, "deadlines": deadlines}))
    await house.recorded(publishing(later))
    refused = await house.do(moving())
    assert refused.refusal is not None
    assert refused.refusal.code == "phase_not_used"
    assert "Diagnosis" in refused.refusal.remedy.en
    fields = {"cooperation": "rives", "to": NEW, "phase": "diagnosis", "reason": "D’accord"}
    await house.recorded(command("MigrateCooperation", "move", MANAGER, **fields))
    await house.recorded(lesson(1))
    assert (await under(house, "rives"))[-3:] == [
        ("RulebookChanged", RUNNING),
        ("PhaseEntered", NEW),
        ("LessonRecorded", NEW),
    ]


@pytest.mark.parametrize("rules", SHIPPED, ids=lambda rules: rules.id)
async def test_what_was_published_reads_back_with_the_same_digest(rules: Rulebook, house: House) -> None:
    """Every rulebook that ships, through the ledger's bytes and back."""
    own = rules.model_copy(update={"programme": f"notre-{rules.programme}"[:60], "version": 7})
    own = Rulebook.model_validate(own.written(), strict=False)
    await house.recorded(publishing(own))
    recorded = decode(house.book.events[-1])
    assert recorded.rulebook is None
    assert isinstance(recorded.event, RulebookPublished)
    assert recorded.event.digest == own.digest
    state = evolve_organisation(Organisation(), recorded)
    assert state.rulebooks[own.id] == own
    assert state.rulebooks[own.id].digest == own.digest


async def test_a_shipped_version_is_taken_too(house: House) -> None:
    """Files run under it already."""
    other = TEC.model_copy(update={"source": "Autre chose"})  # type: ignore[union-attr] # TEC ships
    answer = await house.do(publishing(other))
    assert answer.refusal is not None
    assert answer.refusal.code == "version_taken"


async def test_only_administrators_publish_and_only_they_relay(house: House) -> None:
    """A programme manager of the region may move a file between versions; another programme is more than a region."""
    answer = await house.do(publishing(NEXT, MANAGER))
    assert answer.refusal is not None
    assert answer.refusal.code == "not_entitled"
    relay = {**NEXT.written(), "programme": "relais", "relays": [{"programme": "tec"}]}
    taking_over = Rulebook.model_validate_json(json.dumps(relay))
    await house.recorded(publishing(taking_over, command_id="publish/2"))
    refused = await house.do(moving(to=taking_over.id))
    assert refused.refusal is not None
    assert refused.refusal.code == "not_entitled"
    moved = command(
        "MigrateCooperation", "move", FOUNDER, cooperation="rives", to=taking_over.id, reason="Relais"
    )
    await house.recorded(moved)
    assert (await house.file()).relayed_from == "tec"


async def test_a_move_repeated_changes_nothing(house: House) -> None:
    """The same id gives the same answer; a second move says that the file is there already."""
    await house.recorded(publishing(NEXT))
    await house.recorded(moving())
    position = house.book.head.position
    again = await house.do(moving())
    assert (again.outcome, again.repeated) == ("recorded", True)
    assert house.book.head.position == position
    twice = command("MigrateCooperation", "again", MANAGER, cooperation="rives", to=NEW, reason="Encore")
    answer = await house.do(twice)
    assert answer.refusal is not None
    assert answer.refusal.code == "same_rulebook"


async def test_a_file_with_its_rules_is_read_at_once(house: House) -> None:
    """The organisation's own among them; a file that is not there has none."""
    await house.recorded(publishing(NEXT))
    await house.recorded(moving())
    ruled = await house.beside().files.ruled(HOUSE, "rives")
    assert ruled is not None
    assert (ruled.rulebook.id, ruled.rulebook.digest) == (NEW, NEXT.digest)
    assert await house.files.ruled(HOUSE, "nulle-part") is None
