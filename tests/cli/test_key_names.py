"""Where a sentence shows a name, an option and a prompt take it: the names are those of the file's own rulebook."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from application.rehearsal.scenario import FILE
from cli.giving.key_names import Named, key_named, named_keys
from cli.giving.prompts import ask
from language import Text
from queries.command_form import Field, command_class, fields_of
from queries.refused import Failure
from queries.services import Services
from queries.visit import Visit
from tests.application.house import FOUNDER, HOUSE, MANAGER, RULEBOOKS, START, House, opening
from tests.support.acting import MANAGER as ACTING
from tests.support.acting import acting_rules, lived, visit_of


def field(command: str, name: str) -> Field:
    """A field of a command."""
    return next(one for one in fields_of(command_class(command)) if one.name == name)


async def _visit(person: str = MANAGER) -> Visit:
    """Look into a house with a file of the programme TEC."""
    house = House()
    await house.found()
    await house.recorded(opening("rives"))
    service = cast("Services", SimpleNamespace(files=house.files, rulebooks=RULEBOOKS))
    return Visit(service, HOUSE, person, await house.files.organisation(HOUSE), START)


@pytest.mark.parametrize(
    ("command", "name", "typed", "key"),
    [
        ("DeclareGateItem", "item", "contacts QUALIFIES", "qualified_contacts"),
        ("WaiveGateItem", "item", "qualified contacts", "qualified_contacts"),
        ("DeclareGateItem", "item", "go", "go"),
        ("JudgeCriterion", "criterion", "Des forces locales", "local_strengths"),
        ("AdvancePhase", "to", "diagnostic", "diagnosis"),
        ("AdvancePhase", "to", "Capitalisation", "capitalisation"),
        ("DeliverDeliverable", "deliverable", "portrait sensible du territoire", "portrait"),
    ],
)
async def test_a_name_stands_for_its_key(command: str, name: str, typed: str, key: str) -> None:
    """In either language, whatever the case, with accents or without; a key stands for itself."""
    asked = field(command, name)
    assert key_named(asked, typed, await named_keys(await _visit(), asked, {"cooperation": "rives"})) == key


async def test_an_act_is_taken_by_its_name() -> None:
    """Of those that the rulebook prescribes for such a file; what is none of them is answered with their names."""
    visit, asked = visit_of(lived(acting_rules(), [], date(2027, 1, 6)), ACTING), field("HoldBackAct", "act")
    named = await named_keys(visit, asked, {"cooperation": FILE})
    assert [key for key, _ in named] == ["ask_jury", "go_on", "evaluate"]
    assert key_named(asked, "avis du Jury", named) == "ask_jury"
    with pytest.raises(Failure) as failure:
        key_named(asked, "Avis du conseil", named)
    assert (
        failure.value.remedy.fr == "Choisissez parmi\u00a0: Avis du jury, Passage au diagnostic, Évaluation."
    )


async def test_the_gate_that_the_file_stands_at_is_offered_first() -> None:
    """Items of later phases come after it."""
    visit = await _visit()
    named = await named_keys(visit, field("DeclareGateItem", "item"), {"cooperation": "rives"})
    file = await visit.file("rives")
    rulebook = visit.rulebook(file.rulebook)
    assert rulebook is not None
    first = [one.item for one in rulebook.phases[file.current.phase].gate]
    assert [key for key, _ in named][: len(first)] == first


@pytest.mark.parametrize(
    ("person", "given"),
    [(FOUNDER, {"cooperation": "nowhere"}), (MANAGER, {"cooperation": "nowhere"}), (MANAGER, {})],
)
async def test_of_a_file_that_is_not_there_nothing_has_a_name(person: str, given: dict[str, Any]) -> None:
    """What is typed is then taken as it is: the rules say what is wrong with it."""
    asked = field("DeclareGateItem", "item")
    assert await named_keys(await _visit(person), asked, given) == []
    assert key_named(asked, "Contacts qualifiés", ()) == "Contacts qualifiés"


def test_a_phase_is_taken_by_the_name_of_the_programme_and_by_its_own() -> None:
    """What a programme calls a phase comes before what all call it."""
    asked, named = field("AdvancePhase", "to"), [("diagnosis", Text("Structuration", "Structuring"))]
    for typed in ("structuration", "diagnosis", "Diagnostic"):
        assert key_named(asked, typed, named) == "diagnosis"
    with pytest.raises(Failure) as failure:
        key_named(asked, "Émergence", named)
    assert failure.value.remedy.fr == "Choisissez parmi : Structuration."


SEATS: Named = [
    ("first", Text("Avis", "Opinion")),
    ("second", Text("Avis", "Advice")),
    ("go", Text("Go", "Go")),
]


@pytest.mark.parametrize(
    ("typed", "code", "fr", "en"),
    [
        ("avis", "ambiguous-name", "first, second", "first, second"),
        ("L’avis", "unknown-name", "Avis, Go", "Opinion, Advice, Go"),
    ],
)
def test_what_names_nothing_or_several_is_refused(typed: str, code: str, fr: str, en: str) -> None:
    """With what would be accepted."""
    with pytest.raises(Failure) as failure:
        key_named(field("DeclareGateItem", "item"), typed, SEATS)
    assert failure.value.code == code
    assert fr in failure.value.remedy.fr
    assert en in failure.value.remedy.en


async def test_where_the_rulebook_has_no_acts_a_name_of_one_is_answered_so() -> None:
    """Not with what a key looks like."""
    for asked in (field("HoldBackAct", "act"), field("ReleaseAct", "act")):
        with pytest.raises(Failure) as failure:
            key_named(asked, "Avis du jury", ())
        assert failure.value.code == "unknown-name"
        assert "de lui-même" in failure.value.remedy.fr


@pytest.mark.usefixtures("french")
def test_a_prompt_shows_the_names_and_takes_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake is explained with the names, and asked again; keys are taken too."""
    typed = iter(["rives", "L’avis", "go"])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(typed))
    fields = [field("DeclareGateItem", "cooperation"), field("DeclareGateItem", "item")]
    given = ask(
        command_class("DeclareGateItem"),
        fields,
        {},
        lambda one, so_far: SEATS if one.name == "item" and so_far["cooperation"] == "rives" else (),
    )
    assert given == {"cooperation": "rives", "item": "go"}
    said = capsys.readouterr().err
    assert "[Avis, Go]" in said
    assert "Choisissez parmi : Avis, Go." in said
