"""Commands are asked for and described in words: nested parts, lists of objects, namesakes, amounts."""

import json
from typing import Any

import pytest

from cli.giving.help import described, show_command
from cli.giving.prompts import ask
from domain.registry.commands import COMMANDS
from queries.command_form import Field, command_class, command_classes, fields_of, put
from queries.refused import Failure
from wording.fields import FIELDS, label_of
from wording.values import word

PLAN = {"expense": "work", "label": "Toiture", "cents": 1_500_000}
ANSWERS = {
    "funding": ["menuiserie"],
    "cooperation": ["quai"],
    "request.instrument": ["Aid!", "aid"],
    "request.amount_cents": ["15000.50", "-1", "1500000"],
    "request.since": ["2026-02-30", "2026-01-01"],
    "request.until": ["2026-12-31"],
    "request.beneficiary.kind": ["association"],
    "request.beneficiary.name": ["Les Ateliers"],
    "request.beneficiary.identifier": ["12", "73282932000074"],
    "request.plan": ['[{"expense": "work"}]', json.dumps(PLAN)],
}
"""What is typed at each prompt, mistakes first; an empty line for the others."""


def field(command: str, name: str) -> Field:
    """A field of a command."""
    return next(one for one in fields_of(command_class(command)) if one.name == name)


@pytest.mark.usefixtures("english")
def test_every_part_of_a_request_is_asked_for_and_mistakes_are_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What comes of it is a command; each mistake is said where it is, and asked again."""
    left = {name: list(typed) for name, typed in ANSWERS.items()}

    def typed(prompt: str) -> str:
        waiting = left.get(prompt.removesuffix("> "))
        return waiting.pop(0) if waiting else ""

    monkeypatch.setattr("builtins.input", typed)
    command = command_class("RequestFunding")
    given = ask(command, fields_of(command), {})
    form: dict[str, Any] = {"type": "RequestFunding", "command_id": "c", "actor": "p-00000000000a"}
    for name, value in given.items():
        put(form, name, value)
    assert COMMANDS.validate_json(json.dumps(form)).model_dump(mode="json")["request"]["plan"] == [PLAN]
    assert not any(left.values())
    said = capsys.readouterr().err
    for words in (
        "a key of lower-case",
        "a whole number",
        "at least 0",
        "a day that exists",
        "0.label: this field",
    ):
        assert words in said


@pytest.mark.parametrize(
    "texts",
    [
        [json.dumps(PLAN), json.dumps(PLAN)],
        [json.dumps([PLAN, PLAN])],
        [json.dumps([PLAN]), json.dumps(PLAN)],
    ],
    ids=["one by one", "at once", "mixed"],
)
def test_objects_of_a_list_may_be_given_one_by_one(texts: list[str]) -> None:
    """None of them is lost."""
    assert field("RequestFunding", "request.plan").read(texts) == [PLAN, PLAN]


def test_what_is_no_json_is_refused() -> None:
    """With what would be accepted."""
    with pytest.raises(Failure) as failure:
        field("DecideFunding", "conditions").read(["tomorrow"])
    assert failure.value.code == "bad-value"


@pytest.mark.usefixtures("english")
def test_a_list_of_objects_shows_what_it_looks_like() -> None:
    """What may be left out stands in brackets; amounts are said to be in cents."""
    plan = described("RequestFunding", field("RequestFunding", "request.plan"), ())
    assert '[{"expense": …, "label": …, "cents": …}, …]' in plan
    assert "in cents" in plan
    funders = described("RequestFunding", field("RequestFunding", "request.co_funding"), ())
    assert '("form": …)' in funders


@pytest.mark.usefixtures("english")
def test_every_amount_is_asked_for_in_cents() -> None:
    """Of whichever command, in whichever part."""
    amounts = [
        (name, one)
        for name, command in command_classes().items()
        for one in fields_of(command)
        if one.name.endswith("cents")
    ]
    assert len(amounts) > len(("RequestFunding", "DecideFunding", "OpenEnvelope"))
    for name, one in amounts:
        assert "cents" in label_of(name, one.name).en
        assert "centimes" in label_of(name, one.name).fr


@pytest.mark.usefixtures("english")
def test_namesakes_are_told_apart() -> None:
    """A field or value that means something else of certain commands has words of its own there."""
    assert "phase" in label_of("AdvancePhase", "to").en
    assert "person" in label_of("DelegateOpinion", "to").en
    assert "envelope" in label_of("CarryOver", "to").en
    assert label_of("CloseFunding", "funding") == FIELDS["funding"]
    assert (word("ordered", "tranche-stage"), word("ordered", "payment")) == ("ordered", "ordered")
    assert field("FailPayment", "outcome").words == ("failed", "returned", "cancelled")


@pytest.mark.usefixtures("french")
def test_one_command_is_shown_with_its_fields(capsys: pytest.CaptureFixture[str]) -> None:
    """In the reader’s language; as JSON, the schema that it follows."""
    show_command("fail-payment", as_json=False)
    shown = capsys.readouterr().out
    assert "Noter qu’un paiement a échoué" in shown
    assert "--outcome" in shown
    assert "échoué" in shown
    assert "refusé par le serveur" not in shown, "that is said of mail"
    show_command("FailPayment", as_json=True)
    assert json.loads(capsys.readouterr().out)["properties"]["outcome"]["enum"] == [
        "failed",
        "returned",
        "cancelled",
    ]
