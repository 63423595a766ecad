"""Refusals in words: every refusal of the code, with what it is really given, reads well in both languages."""

import re
from pathlib import Path

import pytest

from domain.kernel.refusal import Refusal
from domain.registry.commands import COMMAND_TYPES
from tests.domain.kit import Row
from tests.domain.rules import EVERYTHING, RULES
from tests.domain.tables import ROWS
from tests.wording.readable import reads_well
from tests.wording.refusing import SAMPLES, Given, parameters, refusals_given
from wording.codes import CODES
from wording.naming import KINDS, Naming
from wording.refusals import explain
from wording.sentences import SENTENCES

ROOT = Path(__file__).parents[2]
REFUSED = [row for row in ROWS if isinstance(row.then, str)]
GIVEN = list(refusals_given(ROOT))
PEOPLE = {"p-df0401020304": "Ada Lovelace", "p-00000000000b": "Émile Zola"}

READERS = (Naming(EVERYTHING, PEOPLE), Naming(RULES), Naming())
"""One who knows the names of people and rules, one who knows no names of people, one to whom nothing has a name."""


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: f"{given.code} {given.place}")
def test_every_refusal_of_the_code_reads_well(given: Given) -> None:
    """Known or not, in French and in English: no id, no key, no code, no word of the other language."""
    kinds = parameters(given.code)
    assert set(kinds) <= given.params, "a sentence speaks of what it is not given"
    for number in range(max(len(SAMPLES[kind]) for kind in kinds.values()) if kinds else 1):
        params = {name: SAMPLES[kind][number % len(SAMPLES[kind])] for name, kind in kinds.items()}
        params |= {"refusal": "changes_nothing"} if given.code == "act_refused" else {}
        for naming in READERS:
            reads_well(explain(Refusal(given.code, params), naming))


def test_every_sentence_is_given_by_some_code() -> None:
    """None is left over; an act that an import refuses carries the parameters of its own refusal."""
    assert {one.code for one in GIVEN} == set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_and_the_remedy_speak_of_the_same(code: str) -> None:
    """French and English name the same parameters, as the same kinds; every kind is known."""
    for french, english in SENTENCES[code]:
        assert parameters(french) == parameters(english)
    assert set(parameters(code).values()) <= KINDS | CODES.keys()


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.rule)
def test_a_refusal_is_said_in_two_languages(row: Row) -> None:
    """With the names of the programme and, where they are not known, without them."""
    refusal = row.decided()
    assert isinstance(refusal, Refusal)
    for naming in READERS:
        wrote = [key for value in refusal.params.values() for key in value.split(", ")]
        reads_well(explain(refusal, naming), wrote)
    assert "None" not in refusal.params.values()


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.rule)
def test_a_refusal_keeps_no_text_that_people_wrote(row: Row) -> None:
    """Outcomes are kept for ever: codes, ids, keys and dates only."""
    refusal = row.decided()
    assert isinstance(refusal, Refusal)
    private = ("Parce que", "Ada", "@example", "Les gens", "Un lieu")
    assert not [text for text in private for value in refusal.params.values() if text in value]


def test_people_are_called_by_their_names() -> None:
    """Who is awaited is told by name; somebody whose name is not known gets words that read well."""
    refusal = Refusal(
        "review_not_ready",
        {"present": "1", "quorum": "2", "owing": "p-df0401020304, p-ffffffffffff"},
    )
    words = explain(refusal, Naming(people=PEOPLE))
    assert words.message[0].endswith(
        "sont attendus : Ada Lovelace, une personne dont le nom n’est pas connu ici."
    )
    assert words.message[1].endswith("awaited: Ada Lovelace, somebody whose name is not known here.")


def test_a_sentence_that_begins_with_a_parameter_begins_with_a_capital() -> None:
    """Also where no name is known."""
    assert (
        explain(Refusal("on_the_panel", {"person": "p-ffffffffffff"})).message[0].startswith("Une personne")
    )


def test_keys_of_the_programme_are_shown_by_their_names() -> None:
    """Who reads that an item is missing reads what it is called."""
    refusal = Refusal("gate_incomplete", {"phase": "exploration", "missing": "go, circle"})
    words = explain(refusal, Naming(RULES))
    assert words.message[1] == (
        "The phase exploration (name) cannot be passed: go (name), circle (name) missing."
    )
    assert "go (nom)" in words.message[0]


def test_decisions_and_rules_are_said_in_words() -> None:
    """The examples that were found."""
    said = explain(
        Refusal("review_says_otherwise", {"review": "v1", "outcome": "favourable", "decision": "refused"})
    )
    assert "La décision enregistrée (refus)" in said.message[0]
    rules = explain(Refusal("ineligible", {"rules": "amount, shares", "findings": "[]"})).remedy[0]
    assert "Règles à respecter : montant, sources réunies" in rules


def test_an_outcome_of_an_earlier_version_lacks_a_parameter() -> None:
    """Its sentence is made all the same."""
    assert "–" in explain(Refusal("gate_incomplete", {"phase": "diagnosis"})).message[0]


def test_the_refusal_of_an_import_says_which_act_and_why() -> None:
    """The act's own refusal is said with it."""
    params = {"act": "3", "act_type": "AdvancePhase", "refusal": "last_phase", "phase": "capitalisation"}
    words = explain(Refusal("act_refused", params))
    assert words.message[1] == (
        "Act 3 (AdvancePhase) is refused. Capitalisation is the last phase of the programme."
    )
    assert words.remedy[1].startswith("Close the cooperation (CloseCooperation).")


def test_commands_that_remedies_name_exist() -> None:
    """Nobody is sent to a command that is not there."""
    named = {
        word
        for sentence, remedy in SENTENCES.values()
        for text in (*sentence, *remedy)
        for word in re.findall(r"\b(?:[A-Z][a-z]+){2,}\b", text)
    }
    assert named <= COMMAND_TYPES.keys()
