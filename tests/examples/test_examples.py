"""The example files: dated facts of the field and nothing more, invented people and stories that say so."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from application.commands.import_files import Item, person_of, read_import
from application.rulebooks.safe_yaml import read_yaml
from application.rulebooks.shelf import YamlRulebooks
from cli.demo.story import EXAMPLES, IMPORTS, import_files, read_story
from domain.cooperations.commands.file import OpenCooperation
from domain.cooperations.evolve.file import evolve
from domain.cooperations.state import Cooperation
from domain.decide.decide import decide
from domain.files.setting import Happening, Setting
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.people.state import Grant, Organisation
from domain.registry.commands import COMMANDS
from domain.reminders.any_file import deadlines
from programmes import FOLDER

ADMINISTRATOR = "p-0123456789ab"
MONDAY = datetime(2026, 11, 23, 7, tzinfo=UTC)
"""The morning on which the demonstration begins."""

FACTS = {
    "bafapatabor": {"2025", "2026", "2023-12-28"},
    "citees": {"2025", "2026", "2026-12-31"},
    "noailles": {"2020", "2021-11", "2022", "2023", "2023-12"},
}
"""The dates that the field notes give, the decree that lists the QPV, and the term that the file says is ours."""


def _items(name: str) -> tuple[Item, ...]:
    return read_import((EXAMPLES / f"{name}.yaml").read_bytes(), ADMINISTRATOR)


def _dates(value: Any, key: str = "") -> set[str]:
    if isinstance(value, dict):
        return {date for name, inner in value.items() for date in _dates(inner, name)}
    if isinstance(value, list):
        return {date for inner in value for date in _dates(inner, key)}
    return {value} if key in {"effective_at", "since", "until", "source_date"} else set()


@pytest.mark.parametrize("name", FACTS)
def test_real_cooperations_carry_only_dates_that_the_field_gives(name: str) -> None:
    """Months and years stay months and years."""
    (item,) = _items(name)
    assert _dates(dict(item.command)) == FACTS[name]


@pytest.mark.parametrize("name", ["people", "tec-territory", "filature", "halle", "story"])
def test_what_is_invented_says_so_on_its_first_lines(name: str) -> None:
    """Nobody takes a sample for a fact."""
    head = (EXAMPLES / f"{name}.yaml").read_text().splitlines()[:3]
    assert "invented" in " ".join(head).casefold()


def test_invented_people_have_addresses_that_belong_to_no_one() -> None:
    """example.org is reserved (RFC 2606)."""
    people = [item.command for item in _items("people") if item.kind == "person"]
    assert people
    assert all(str(one["email"]).endswith("@example.org") for one in people)


def test_the_invented_territory_lives_all_four_phases() -> None:
    """Its past ends in the second; the story takes it through the third and fourth to its end."""
    (item,) = _items("tec-territory")
    past = [act["to"] for act in item.command["acts"] if act["type"] == "AdvancePhase"]
    acts = [act.command for act in read_story()]
    coming = [one for one in acts if one.get("cooperation") == "vallee-exemple"]
    assert past == ["diagnosis"]
    assert [one["to"] for one in coming if one["type"] == "AdvancePhase"] == [
        "experimentation",
        "capitalisation",
    ]
    assert coming[-1]["type"] == "CloseCooperation"


def test_the_story_goes_forward_and_only_known_people_act() -> None:
    """Every act is a command that can be read, with an id of its own, by somebody of people.yaml."""
    people = {str(item.command["command_id"]) for item in _items("people") if item.kind == "person"}
    lines = read_yaml((EXAMPLES / "story.yaml").read_bytes()).value["story"]
    assert {f"import/person/{line['by']}" for line in lines} <= people
    acts = [COMMANDS.validate_json(act.given_by(person_of(act.by))) for act in read_story()]
    assert len({act.command_id for act in acts}) == len(acts)
    assert [act.at for act in read_story()] == sorted(act.at for act in read_story())


def test_every_example_file_is_there() -> None:
    """The demonstration imports them all."""
    assert [file.stem for file in import_files()] == list(IMPORTS)
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == {*IMPORTS, "story"}


def test_noailles_asleep_since_2023_reminds_once_on_the_next_working_day() -> None:
    """Of the ladder of its overdue silence only the highest rung is left, on the Tuesday after the import."""
    file, rulebooks = _imported("noailles")
    (silence,) = deadlines(file, rulebooks.get(Organisation(), file.rulebook))
    assert (silence.key, silence.due.day.isoformat()) == ("inactivity", "2024-12-31")
    assert silence.due.passes_at < MONDAY
    left = [(rung.name, rung.at.isoformat()) for rung in silence.rungs if not rung.muted]
    assert left == [("overdue", "2026-11-24T08:00:00+01:00")]


@pytest.mark.parametrize("name", [name for name in IMPORTS if name != "people"])
def test_the_rules_accept_every_past(name: str) -> None:
    """Each example opens under the current rulebook of its programme."""
    file, rulebooks = _imported(name)
    nobody = Organisation()
    assert rulebooks.current(nobody, file.programme) == rulebooks.get(nobody, file.rulebook)


def _imported(name: str) -> tuple[Cooperation, YamlRulebooks]:
    """The file that an import gives, decided by the rules themselves."""
    rulebooks = YamlRulebooks(Path(FOLDER))
    (item,) = _items(name)
    command = COMMANDS.validate_json(json.dumps(item.command))
    opening = command.acts[0]  # type: ignore[union-attr] # an import has acts
    assert isinstance(opening, OpenCooperation)
    organisation = _organisation()
    setting = Setting(organisation, rulebooks.current(organisation, opening.programme), MONDAY)
    decision = decide(command, None, setting)
    assert not isinstance(decision, Refusal), decision
    file: Cooperation | None = None
    for entry, happening in enumerate(decision, start=1):
        file = evolve(file, _recorded(happening, entry))
    assert file is not None
    return file, rulebooks


def _organisation() -> Organisation:
    """The people of people.yaml with their roles."""
    grants = [item.command for item in _items("people") if item.kind == "role"]
    return Organisation(
        entry=1,
        grants={
            one["command_id"]: Grant(
                one["command_id"], one["person"], Role(one["role"]), one.get("region"), MONDAY.date(), None
            )
            for one in grants
        },
        people={person_of("nour"): None},  # type: ignore[dict-item] # only who holds which role counts here
    )


def _recorded(happening: Happening, entry: int) -> Recorded:
    return Recorded(
        event=happening.event,
        stream=happening.stream,
        entry=entry,
        effective_at=happening.effective_at,
        actor=ADMINISTRATOR,
        command_id="import",
        cause="import",
        correlation="import",
        rulebook=None,
        position=entry,
        recorded_at=MONDAY,
    )
