"""Entries of a history in words, and commands by their names: nothing is told by its key that has a name."""

from datetime import date
from typing import Any

import pytest

from domain.fundings.state import Funding
from domain.registry.folding import next_state
from domain.reviews.proposal import Condition
from queries.command_form import command_class, fields_of
from queries.own_names import own_names
from queries.refused import Failure
from tests.domain.kit import FILE, file_of, history
from tests.domain.paying import KEY, grant, request, requested
from tests.domain.rules import EVERYTHING
from tests.domain.vocabulary import BEGUN, member
from wording.history import said


@pytest.mark.parametrize(
    ("details", "words"),
    [
        (
            {"item": "territory", "criterion": "rural", "met": False, "note": None},
            "territory (name), rural (name), not met",
        ),
        ({"item": "territory", "criterion": "rural", "met": True}, "territory (name), rural (name), met"),
        ({"kind": "meeting", "stakeholders": [], "occasion": "session"}, "meeting, session (name)"),
        (
            {
                "stakeholder": "amae",
                "kind": "cash",
                "what": "Un atelier",
                "amount_cents": 150_005,
                "hours": None,
            },
            "in cash, amae, Un atelier, €1,500.05",
        ),
        (
            {
                "stakeholder": "amae",
                "kind": "in-kind",
                "what": "Un atelier",
                "amount_cents": None,
                "hours": 40,
            },
            "in kind, amae, Un atelier, 40 h",
        ),
        ({"stage": "shortlisted", "note": "Bravo"}, "shortlisted (name), Bravo"),
        (
            {"points": ["no_place", "no_residents"], "reasons": "Non.", "would_change": "Un lieu."},
            "no place, no residents, Non., Un lieu.",
        ),
        (
            {"answers": {"no_place": "Une gare.", "no_residents": None}},
            "no place: Une gare.; no residents: –",
        ),
        (
            {"awaited": "nord", "phase": "capitalisation", "completed": True},
            "nord, capitalisation (name), completed",
        ),
        ({"awaited": "nord", "phase": "capitalisation", "completed": False}, "nord, capitalisation (name)"),
        ({"waiting": "sud"}, "by sud"),
        (
            {"rulebook": "essai@2", "previous": "essai@1", "way": "version", "reason": "Mieux."},
            "essai (name), version 2, before essai (name), version 1, new version, Mieux.",
        ),
        (
            {"experiment": "navette", "title": "Une navette", "until": "2027-06-15", "note": None},
            "Une navette, until 15 June 2027",
        ),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, dict) else "",
)
@pytest.mark.usefixtures("english")
def test_an_entry_is_told_in_the_words_of_its_rulebook(details: dict[str, Any], words: str) -> None:
    """What is the case, and a judgement also where it is not."""
    kind = "ContributionRecorded" if "what" in details else "RulebookChanged" if "way" in details else ""
    assert said(details, {}, EVERYTHING, kind) == words


@pytest.mark.parametrize("name", ["SelectApplication", "select-application", "select_application"])
def test_a_command_is_found_by_its_name_however_it_is_written(name: str) -> None:
    """With hyphens, underscores or none."""
    assert command_class(name).__name__ == "SelectApplication"


def test_a_rulebook_is_published_from_its_file_and_not_field_by_field() -> None:
    """Who tries is told how."""
    with pytest.raises(Failure) as failure:
        command_class("PublishRulebook")
    assert failure.value.code == "published-from-file"
    assert "escale programme publish" in failure.value.remedy.en


@pytest.mark.usefixtures("english")
def test_parts_of_a_file_are_told_by_the_names_that_it_gave_them() -> None:
    """Stakeholders, parties, conditions; only where such a part is meant."""
    owed = Condition(condition="town_letter", label="Lettre de la ville", due=date(2026, 9, 1))
    asked = requested(request())
    funding = next_state(KEY, None, history(asked, grant(request(), conditions=(owed,)), stream=KEY))
    assert isinstance(funding, Funding)
    own = own_names([file_of(*BEGUN, member("amae")), funding])
    assert said({"stakeholders": ["amae"]}, {}, None, own=own[FILE]) == "Amae"
    assert said({"condition": "town_letter"}, {}, None, own=own[KEY]) == "Lettre de la ville"
    assert said({"party": "amae"}, {}, None, own=own[KEY]) == "Amae"
    assert said({"what": "amae"}, {}, None, own=own[KEY]) == "amae"
    assert said({"stakeholder": "amae", "name": "Amae"}, {}, None, own=own[FILE]) == "Amae"


def test_what_would_be_accepted_is_said_in_both_languages() -> None:
    """Whatever the reader's language: an answer in JSON has both."""
    [kind] = [one for one in fields_of(command_class("RecordContact")) if one.name == "kind"]
    with pytest.raises(Failure) as refused:
        kind.read(["pigeon"])
    assert "parmi : réunion, visite, appel" in refused.value.text.fr
    assert "one of: meeting, visit, phone call" in refused.value.text.en
