"""What a reminder proposes to do is a command that there is, and that meets what is due."""

import json
from typing import Any, get_args

import pytest

from domain.cooperations.commands.acts import Act
from domain.rulebook import Rulebook
from domain.rulebook.deadlines import After
from domain.tasks.cooperation_answers import meeting_a_deadline
from tests.mail.occasions import Told

NAMES = {"fr": "Nom", "en": "Name"}
COUNTS: dict[str, dict[str, str]] = {
    "last-occasion": {"occasion": "session"},
    "last-deliverable": {"deliverable": "it"},
    "last-review": {"review": "it"},
    "gate-item": {"item": "it"},
    "date": {"date": "2026-03-02"},
    "each-year": {"day": "11-01", "deliverable": "it"},
}
ACTS = {one.__name__ for one in get_args(Act)} | {"OpenReview"}


def proposed(deadline: dict[str, Any], needs: dict[str, Any] | None = None) -> str | None:
    """What is proposed to meet a deadline that waits for an item, or for none."""
    items = [{"item": "it", "name": NAMES, "needs": needs}] if needs else []
    written = {
        "programme": "essai",
        "version": 1,
        "name": NAMES,
        "source": "",
        "phases": {"exploration": {"name": NAMES, "gate": items}},
        "ladders": {"step": []},
        "deadlines": [{"deadline": "due", "name": NAMES, "within": "P1M", "ladder": "step", **deadline}],
        "settles_abandonment": ["jury"],
        "waives": ["jury"],
    }
    rulebook = Rulebook.model_validate_json(json.dumps(written))
    file = Told().file()
    found = meeting_a_deadline(rulebook.deadlines[0], file, rulebook)
    assert found is None or found.fields["cooperation"] == file.id
    assert found is None or set(found.fields) <= set(found.command.model_fields)
    return found.name if found else None


@pytest.mark.parametrize("after", get_args(After))
def test_whatever_a_deadline_counts_from_a_command_is_proposed(after: str) -> None:
    """Each is one of the acts of a file's life."""
    assert proposed({"after": after, **COUNTS.get(after, {})}) in ACTS


@pytest.mark.parametrize(
    ("needs", "command"),
    [
        ({"rule": "deliverable"}, "DeliverDeliverable"),
        ({"rule": "declared"}, "DeclareGateItem"),
        ({"rule": "criteria", "of": {"a": NAMES}, "at_least": 1}, "JudgeCriterion"),
        ({"rule": "charter"}, "DraftCharter"),
        ({"rule": "stakeholders", "at_least": 1}, "AddStakeholder"),
        ({"rule": "managers", "at_least": 1}, "HandOverManagers"),
        ({"rule": "inhabitants", "at_least": 1}, "EditSheet"),
        ({"rule": "quick-wins", "at_least": 1}, "RecordQuickWin"),
        ({"rule": "lessons", "at_least": 1}, "RecordLesson"),
        ({"rule": "occasions", "occasion": "session", "at_least": 1}, "RecordContact"),
        ({"rule": "contributions", "at_least": 1}, "AddStakeholder"),
        ({"rule": "experiments", "at_least": 1}, "StartExperiment"),
        ({"rule": "evaluation", "not_older_than": "P1Y"}, "RecordEvaluation"),
        ({"rule": "selected", "stage": "supported"}, "SelectApplication"),
        ({"rule": "review", "review": "opinion"}, None),
        ({"rule": "funding", "instrument": "grant"}, None),
        ({"rule": "files", "at_least": 1, "reached": "completed"}, "AwaitFile"),
        ({"rule": "items", "of": ["it"], "at_least": 1}, None),
    ],
)
def test_the_item_that_a_deadline_waits_for_says_what_to_do(
    needs: dict[str, Any], command: str | None
) -> None:
    """Nothing is proposed where no command of the file meets it."""
    assert proposed({"after": "phase-entry", "until": "it"}, needs) == command
    assert command is None or command in ACTS
