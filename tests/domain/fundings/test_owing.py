"""Reminders *to: owing* go to whoever owes the next step of a funding when they go out, and to nobody else."""

from typing import Any

import pytest

from domain.files.events import ReminderIssued
from domain.kernel.ids import SERVICE
from domain.kernel.values import Role
from domain.reminders.any_file import deadlines
from tests.domain.kit import Given, Row, do, on
from tests.domain.paying import (
    BOARD,
    FINAL,
    FINANCE,
    FUNDING,
    PAYERS,
    SECOND_FINANCE,
    STEPS,
    SUBMITTED,
    TO_APPROVE,
    TO_PAY,
    approved,
    awarded,
    funded,
    funding_of,
    instrument,
    request,
    requested,
)
from tests.domain.rules import RULES
from tests.domain.sample_people import ELECTED, MANAGER, SECOND_MANAGER, STEERING

LADDERS: dict[str, Any] = {
    **RULES.model_dump(mode="json")["ladders"],
    "theirs": [{"rung": "due", "offset": "P0D", "to": "owing"}],
}
OWED = funded(
    instrument(
        "grant",
        tranches=[
            {"tranche": "advance", "name": {"fr": "Avance", "en": "Advance"}, "share": 100, "when": []}
        ],
        approvals=[
            {"up_to_cents": 500_000, "by": ["elected-representative"]},
            {"by": ["steering-committee"]},
        ],
        reports=[{**FINAL, "ladder": "theirs"}],
        steps={key: {**step, "ladder": "theirs"} for key, step in STEPS.items()},
    ),
    ladders=LADDERS,
)


def told(given: Given, key: str) -> list[tuple[str, Role]]:
    """Whom the reminder about a step tells on the day it is due."""
    deadline = next(one for one in deadlines(funding_of(*given), OWED) if one.key == key)
    command = do("IssueReminder", actor=SERVICE, funding=FUNDING, occurrence=deadline.occurrence, rung="due")
    row = Row(key, given, command, (), now=deadline.rungs[-1].at, rulebook=OWED, people=PAYERS)
    decided = row.decided()
    assert isinstance(decided, tuple), decided
    issued = [one.event for one in decided if isinstance(one.event, ReminderIssued)]
    return [(one.recipient, one.role) for one in issued]


def test_a_decision_waits_for_its_body() -> None:
    """Not for whoever asked, whatever roles they hold."""
    assert told((requested(request()),), "decision") == [(BOARD, Role.BOARD)]


def test_after_one_level_has_approved_the_next_is_reminded() -> None:
    """Each at its own turn; then the finance officers pay, as far as they had no hand in it."""
    assert told(TO_APPROVE, "approval") == [(ELECTED, Role.ELECTED_REPRESENTATIVE)]
    first = approved(levels=2)[:1]
    assert told((*TO_APPROVE, *first), "approval") == [(STEERING, Role.STEERING_COMMITTEE)]
    assert told(TO_PAY, "payment") == [
        (FINANCE, Role.FINANCE_OFFICER),
        (SECOND_FINANCE, Role.FINANCE_OFFICER),
    ]


def test_a_report_waits_for_somebody_else_to_accept_it() -> None:
    """In charge; where nobody else is, another programme manager; whatever a rung without a role says."""
    by_elected = on("2026-10-01", SUBMITTED.event, ELECTED)
    assert told((*awarded(), SUBMITTED), "acceptance") == [(SECOND_MANAGER, Role.PROGRAMME_MANAGER)]
    assert told((*awarded(), by_elected), "acceptance") == [(MANAGER, Role.PROGRAMME_MANAGER)]


@pytest.mark.parametrize("key", ["request", "report"])
def test_what_those_in_charge_do_reminds_them(key: str) -> None:
    """A tranche to be asked for, a report to be handed in."""
    assert told(awarded(), key) == [(MANAGER, Role.PROGRAMME_MANAGER)]
