"""`escale do`: any command, by name or as JSON; what it answers and with which exit code."""

import json
from typing import Any

import jsonschema
import pytest

from application.observability.tracing import Origin
from tests.cli.house import ADMINISTRATOR, CAMILLE, NOUR, House
from tests.support.collecting import collect_traces

ANSWER = {
    "type": "object",
    "additionalProperties": False,
    "required": ["outcome", "repeated", "position", "events", "refusal"],
    "properties": {
        "command_id": {"type": ["string", "null"]},
        "outcome": {"enum": ["recorded", "refused", "invalid", "unknown", "failed", "output-lost"]},
        "repeated": {"type": "boolean"},
        "position": {"type": ["integer", "null"]},
        "events": {"type": "array", "items": {"type": "string"}},
        "refusal": {
            "type": ["object", "null"],
            "required": ["code", "message", "remedy"],
            "properties": {
                "code": {"type": "string"},
                "message": {"type": "object", "required": ["fr", "en"]},
                "remedy": {"type": "object", "required": ["fr", "en"]},
            },
        },
        "problems": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["pointer", "message"],
                "properties": {"pointer": {"type": "string"}, "message": {"required": ["fr", "en"]}},
            },
        },
    },
}
"""What the answer to every command looks like."""


def contact(command_id: str, **more: Any) -> dict[str, Any]:
    """A phone contact in Noailles."""
    fields = {"type": "RecordContact", "command_id": command_id, "cooperation": "noailles", "kind": "phone"}
    return {**fields, **more}


def test_a_command_is_recorded_and_repeating_it_changes_nothing(house: House) -> None:
    """Exit code 0 both times; the second answer says that it was done before, at the same position."""
    first = house.do(contact("do/1"), person=NOUR)
    again = house.do(contact("do/1"), person=NOUR)
    assert (first.code, again.code) == (0, 0)
    assert first.json["position"] == house.head()
    assert again.json == {**first.json, "repeated": True}
    jsonschema.validate(first.json, ANSWER)


def test_an_id_that_served_for_another_command_is_invalid(house: House) -> None:
    """Two different commands never share an id."""
    assert house.do(contact("do/2"), person=NOUR).code == 0
    other = house.do(contact("do/2", kind="visit"), person=NOUR)
    assert (other.code, other.json["refusal"]["code"]) == (2, "id_reused")


def test_who_may_not_is_refused_and_told_who_could(house: House) -> None:
    """Camille is in charge elsewhere: exit code 1, the role that could, in both languages."""
    result = house.do(contact("do/3"), person=CAMILLE)
    assert (result.code, result.json["refusal"]["code"]) == (1, "not_entitled")
    assert "programme manager" in result.json["refusal"]["message"]["en"]
    jsonschema.validate(result.json, ANSWER)


def test_several_commands_are_answered_in_order_and_the_worst_decides_the_exit_code(house: House) -> None:
    """One object per line in, one per line out."""
    skipped = {
        "type": "AdvancePhase",
        "command_id": "do/5",
        "cooperation": "noailles",
        "to": "capitalisation",
    }
    good, refused = contact("do/4"), house.do(contact("do/4"), skipped, person=NOUR)
    assert [one["outcome"] for one in refused.answers] == ["recorded", "refused"]
    assert refused.code == 1
    unreadable = house.do(
        contact("do/6"), skipped, {**good, "command_id": "do/7", "kind": "fax"}, person=NOUR
    )
    assert [one["outcome"] for one in unreadable.answers] == ["recorded", "refused", "invalid"]
    assert unreadable.code == 2


def test_one_object_may_span_lines(house: House) -> None:
    """A pretty-printed file is one command."""
    text = json.dumps(contact("do/8"), indent=2)
    assert house.run("do", "--file", "-", "--as", NOUR, stdin=text).json["outcome"] == "recorded"


def test_the_actor_comes_from_the_command_or_from_as_and_may_not_differ(house: House) -> None:
    """Without --as the command says who acts; with it, another actor is invalid."""
    alone = house.run("do", "--file", "-", stdin=json.dumps(contact("do/9", actor=NOUR)))
    assert alone.json["outcome"] == "recorded"
    differing = house.do(contact("do/10", actor=NOUR), person=CAMILLE)
    assert (differing.code, differing.json["outcome"]) == (2, "invalid")
    nobody = house.run("do", "--file", "-", stdin=json.dumps(contact("do/11")))
    assert (nobody.code, nobody.json["outcome"]) == (2, "invalid")


def test_a_person_may_be_named_by_address_and_by_the_environment(house: House) -> None:
    """--as and ESCALE_AS take ids and addresses, whatever the case of the address."""
    text = json.dumps(contact("do/12"))
    by_address = house.run("do", "--file", "-", "--as", "NOUR.modele@example.org", stdin=text)
    by_environment = house.run("do", "--file", "-", stdin=text, ESCALE_AS=NOUR)
    assert by_address.json["outcome"] == "recorded"
    assert by_environment.json["repeated"] is True


def test_a_command_is_given_by_name_and_fields(house: House) -> None:
    """Fields are options; an id is drawn and told; several values are repeated or separated by commas."""
    words = ("--cooperation", "citees", "--kind=visit", "--stakeholders", "inter-made,banlieues-sante")
    result = house.run("do", "record-contact", *words, "--as", NOUR)
    assert (result.code, result.json["events"]) == (0, ["ContactRecorded"])
    assert result.json["command_id"]
    shown = house.run("history", "citees", "--as", NOUR, "--json")
    assert shown.code == 0


def test_values_by_key_are_given_key_by_key(house: House) -> None:
    """A dot and the key, whole numbers where they are asked for; together with the rest in JSON."""
    rest = json.dumps({"common_project": 4, "story": 3, "pleasure": 1})
    words = ("--grid.governance", "3", "--grid.invisible-residents=2", "--grid", rest)
    result = house.run("do", "RecordEvaluation", "--cooperation", "citees", *words, "--as", NOUR)
    assert result.code == 0, result.out
    house.fold()
    told = house.run("history", "citees", "--as", NOUR, "--json").json["entries"][-1]
    assert told["details"]["grid"] == {**json.loads(rest), "governance": 3, "invisible_residents": 2}


def test_opening_takes_parts_of_fields_and_addresses_of_persons(house: House) -> None:
    """`escale open` is OpenCooperation with the file's id first; the sheet shows what was said."""
    words = {
        "--name": "Essai à Toulouse",
        "--territory.name": "Toulouse",
        "--territory.insee-codes": "31555",
        "--region": "occitanie",
        "--object": "Un essai",
        "--cooperation-type": "systemic",
        "--economic-model": "market",
        "--origin": "residents-call",
        "--programme": "tec",
        "--managers": "camille.exemple@example.org",
    }
    given = [part for pair in words.items() for part in pair]
    opened = house.run("open", "essai", *given, "--id", "open/1", "--as", CAMILLE)
    assert (opened.code, opened.json["events"][-2:]) == (0, ["CooperationOpened", "PhaseEntered"])
    again = house.run("open", "essai", *given, "--id", "open/2", "--as", CAMILLE)
    assert (again.code, again.json["refusal"]["code"]) == (1, "already_open")
    sheet = house.run("show", "essai", "--as", CAMILLE, "--json").json
    assert (sheet["territory"]["insee_codes"], sheet["managers"]) == (["31555"], [CAMILLE])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Fly",), "unknown-command"),
        ((), "no-command"),
        (("RecordContact", "--hop", "x"), "unknown-field"),
        (("RecordContact", "--kind"), "field-without-value"),
        (("RecordSolution", "--problem", "many"), "bad-value"),
        (("RecordEvaluation", "--grid", "{"), "bad-value"),
        (("RecordEvaluation", "--grid.story", "good"), "bad-value"),
        (("RecordEvaluation", "--note.story", "good"), "unknown-field"),
        (("RecordContact", "--file", "x"), "file-or-name"),
        (("--file", "/nowhere/at/all"), "file-not-readable"),
        (("--file", "/"), "file-not-readable"),
    ],
)
def test_words_that_make_no_command_are_invalid(house: House, words: tuple[str, ...], code: str) -> None:
    """Exit code 2 and an answer in JSON that says what would be accepted."""
    result = house.run("do", *words, "--as", NOUR)
    assert (result.code, result.json["refusal"]["code"]) == (2, code)
    jsonschema.validate(result.json, ANSWER)


def test_outcomes_are_told_to_those_who_may_read_the_file(house: House) -> None:
    """The answer is told again, refusals too; to others the file might as well not exist."""
    sent = house.do(contact("do/20"), person=NOUR).json
    told = house.run("outcome", "do/20", "--as", NOUR)
    assert (told.code, told.json) == (0, {**sent, "repeated": True})
    never = house.run("outcome", "do/never", "--as", CAMILLE)
    assert (never.code, never.json["refusal"]["code"]) == (2, "unknown-command-id")
    unreadable = house.run("outcome", "do/20", "--as", CAMILLE)
    assert (unreadable.code, unreadable.out.replace("do/20", "do/never")) == (2, never.out)
    refused = house.do(contact("do/21"), person=CAMILLE).json
    assert house.run("outcome", "do/21", "--as", CAMILLE).json == {**refused, "repeated": True}


def test_unknown_persons_and_organisations_are_invalid(house: House) -> None:
    """Every command runs as somebody, somewhere."""
    nobody = house.do(contact("do/22"), person="nobody@example.org")
    assert (nobody.code, nobody.json["refusal"]["code"]) == (2, "unknown-person")
    nowhere = house.run("tasks", "--as", NOUR, "-o", "nowhere", "--json")
    assert (nowhere.code, nowhere.json["refusal"]["code"]) == (2, "unknown-organisation")


def test_the_schema_of_all_commands_accepts_what_is_accepted(house: House) -> None:
    """`commands --json` is JSON Schema; a good command fits it, one with an unknown field does not."""
    schema = house.run("commands", "--json").json
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    good = contact("do/23", actor=NOUR)
    assert house.do(good, person=NOUR).code == 0
    assert validator.is_valid(good)
    assert not validator.is_valid({**good, "surplus": 1})
    listed = house.run("commands", ESCALE_LOCALE="en").out
    assert "RecordContact" in listed
    assert "Record a contact" in listed


def test_founding_again_changes_nothing_and_another_kind_is_refused(house: House) -> None:
    """The first administrator is told their id; a ledger's kind never changes."""
    head = house.head()
    assert house.found("demo", "simulation").json["repeated"] is True
    named = ("--name", "Essai", "--administrator-name", "Ada Exemple", "--email", ADMINISTRATOR)
    other = house.run("found", "demo", "--kind", "real", *named)
    assert (other.code, other.json["refusal"]["code"]) == (2, "other-kind")
    assert "simulation" in other.json["refusal"]["message"]["fr"]
    renamed = house.run("found", "demo", "--kind", "simulation", "--name", "Autre", *named[2:])
    assert (renamed.code, renamed.json["refusal"]["code"]) == (2, "already-founded")
    assert "« Essai »" in renamed.json["refusal"]["message"]["fr"]
    assert (
        house.run("found", "Pas court", "--kind", "real", *named).json["refusal"]["code"] == "bad-short-name"
    )
    assert house.run("found", "autre", "--kind", "odd", *named).json["refusal"]["code"] == "invalid"
    clock = house.run("found", "autre", "--kind", "real", *named, "--clock", "2026-11-23")
    assert clock.json["refusal"]["code"] == "clock-of-a-real-ledger"
    assert house.head() == head


def test_a_command_leaves_its_trace_where_somebody_collects_it_and_waits_for_nobody(house: House) -> None:
    """With what it is about and what became of it; a collector that is away costs some time, and no word."""
    given = json.dumps(contact("do/traced"))
    with collect_traces() as collector:
        traced = house.run(
            "do", "--file", "-", "--as", NOUR, stdin=given, OTEL_EXPORTER_OTLP_ENDPOINT=collector.address
        )
    away = house.run(
        "do", "--file", "-", "--as", NOUR, stdin=given, OTEL_EXPORTER_OTLP_ENDPOINT=collector.address
    )
    [span] = collector.named("RecordContact")
    assert span.trace == f"{Origin('demo', 'do/traced').trace_id:032x}"
    assert (span.attributes["escale.file"], span.attributes["escale.outcome"]) == ("noailles", "recorded")
    assert (traced.code, traced.err) == (0, "")
    assert (away.code, away.err) == (0, "")
