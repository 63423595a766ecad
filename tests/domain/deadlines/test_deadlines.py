"""Which deadlines are open, when each is due, and what makes an occurrence."""

from datetime import date

import pytest

from domain.cooperations.events.file import StakeholderChanged, StakeholderRetired
from domain.cooperations.events.lifecycle import AbandonmentWithdrawn, CooperationReopened
from domain.kernel.values import Phase, Term
from domain.reminders.any_file import deadlines
from tests.domain.asking import deadline, due_day
from tests.domain.kit import Given, file_of, on
from tests.domain.rules import BARE, RULES
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    HANDED_OVER,
    IN_DIAGNOSIS,
    IN_EXPERIMENTATION,
    WHY,
    contact,
    declared,
    delivered,
    drafted,
    entered,
    evaluated,
    extended,
    member,
    signed,
    waived,
)

TERM = Term(until=date(2027, 6, 30))
BACK = on("2026-06-01", entered(Phase.EXPLORATION, 2, "back"))
NEW_TERM = StakeholderChanged(
    stakeholder="amae", role="Animation", term=Term(until=date(2028, 6, 30)), carries_the_money=False
)
GONE = StakeholderRetired(stakeholder="amae", reason=WHY)

CASES: list[tuple[str, Given, str, tuple[str, str] | None]] = [
    ("it counts from entering the phase", BEGUN, "go_decision", ("go_decision/p1", "2027-01-05")),
    ("a new pass is a new occurrence", (*BEGUN, BACK), "go_decision", ("go_decision/p2", "2027-06-01")),
    ("it belongs to its phase", IN_DIAGNOSIS, "go_decision", None),
    ("what is met is not due", (*BEGUN, declared("go")), "go_decision", None),
    ("what is waived is not due", (*BEGUN, waived("go")), "go_decision", None),
    (
        "what was met in an earlier pass is due again",
        (*BEGUN, declared("go"), BACK),
        "go_decision",
        ("go_decision/p2", "2027-06-01"),
    ),
    ("a deliverable ends it", (*IN_DIAGNOSIS, delivered("portrait")), "portrait_due", None),
    (
        "without a contact it counts from entering the phase",
        BEGUN,
        "inactivity",
        ("inactivity/e2", "2026-07-05"),
    ),
    (
        "with one, from the last",
        (*BEGUN, on("2026-03-31", contact())),
        "inactivity",
        ("inactivity/e3", "2026-09-30"),
    ),
    (
        "a contact of an earlier pass does not count",
        (*BEGUN, on("2026-03-31", contact()), BACK),
        "inactivity",
        ("inactivity/e4", "2026-12-01"),
    ),
    (
        "a contact known to the month counts from its end: never early",
        (*BEGUN, on("2026-03", contact())),
        "inactivity",
        ("inactivity/e3", "2026-09-30"),
    ),
    (
        "an evaluation is due again after each",
        (*IN_EXPERIMENTATION, on("2026-02-10", evaluated())),
        "evaluation_due",
        ("evaluation_due/e5", "2026-08-10"),
    ),
    (
        "and first after entering the phase",
        IN_EXPERIMENTATION,
        "evaluation_due",
        ("evaluation_due/e4", "2026-07-05"),
    ),
    (
        "a role's term is due at its last day",
        (*BEGUN, member("amae", TERM)),
        "role_term",
        ("role_term/amae/2027-06-30", "2027-06-30"),
    ),
    (
        "another term is another occurrence",
        (*BEGUN, member("amae", TERM), NEW_TERM),
        "role_term",
        ("role_term/amae/2028-06-30", "2028-06-30"),
    ),
    ("a role without a term is never due", (*BEGUN, member("amae")), "role_term", None),
    ("who left has no term", (*BEGUN, member("amae", TERM), GONE), "role_term", None),
    (
        "a charter's term is due at its last day",
        (*BEGUN, drafted(), signed(3, date(2029, 12, 31))),
        "charter_term",
        ("charter_term/2029-12-31", "2029-12-31"),
    ),
    ("a charter without a term is never due", (*BEGUN, drafted(), signed(3)), "charter_term", None),
    ("a draft has no term", (*BEGUN, drafted()), "charter_term", None),
    (
        "a request to abandon is due for an answer",
        (*BEGUN, on("2026-03-02", ABANDONMENT_ASKED)),
        "abandonment",
        ("abandonment/e3", "2026-04-01"),
    ),
    (
        "a request taken back is not",
        (*BEGUN, ABANDONMENT_ASKED, AbandonmentWithdrawn(reason=WHY)),
        "abandonment",
        None,
    ),
    (
        "more time is another occurrence of the same deadline",
        (*BEGUN, extended("go_decision", "go_decision/p1", date(2027, 3, 1))),
        "go_decision",
        ("go_decision/p1/x1", "2027-03-01"),
    ),
    (
        "and more time again another still",
        (
            *BEGUN,
            extended("go_decision", "go_decision/p1", date(2027, 3, 1)),
            extended("go_decision", "go_decision/p1", date(2027, 4, 1)),
        ),
        "go_decision",
        ("go_decision/p1/x2", "2027-04-01"),
    ),
    (
        "a new pass has its own time, not the old one's extension",
        (*BEGUN, extended("go_decision", "go_decision/p1", date(2028, 3, 1)), BACK),
        "go_decision",
        ("go_decision/p2", "2027-06-01"),
    ),
    (
        "a contact ends the extension of the silence before it",
        (*BEGUN, extended("inactivity", "inactivity/e2", date(2027, 3, 1)), on("2026-03-31", contact())),
        "inactivity",
        ("inactivity/e4", "2026-09-30"),
    ),
    ("a closed file has none", (*BEGUN, HANDED_OVER), "inactivity", None),
    (
        "a reopened file begins a new pass",
        (
            *BEGUN,
            on("2026-06-01", HANDED_OVER),
            on("2026-09-01", CooperationReopened(reason=WHY)),
            on("2026-09-01", entered(Phase.EXPLORATION, 2, "reopened")),
        ),
        "go_decision",
        ("go_decision/p2", "2027-09-01"),
    ),
]


@pytest.mark.parametrize(("rule", "given", "key", "due"), CASES, ids=[case[0] for case in CASES])
def test_when_it_is_due(rule: str, given: Given, key: str, due: tuple[str, str] | None) -> None:
    """The occurrence and the day."""
    assert due_day(file_of(*given), key) == due


def test_the_soonest_comes_first() -> None:
    """Whoever shows one deadline shows the next one."""
    file = file_of(*BEGUN, member("amae", TERM), on("2026-03-31", contact()))
    assert [one.key for one in deadlines(file, RULES)] == ["inactivity", "go_decision", "role_term"]


def test_a_deadline_knows_its_names_and_whom_it_concerns() -> None:
    """For whoever reads the agenda."""
    one = deadline(file_of(*BEGUN, member("amae", TERM)), "role_term")
    assert one is not None
    assert (one.name.fr, one.subject, one.after) == ("role_term (nom)", "amae", "stakeholder-term")


def test_what_was_found_of_a_file_holds_for_it_alone_and_for_these_rules() -> None:
    """Found once for whoever asks next; not for the file after another event, nor under another rulebook."""
    file = file_of(*BEGUN)
    assert deadlines(file, RULES) is deadlines(file, RULES)
    assert deadlines(file, BARE) == ()
    assert "go_decision" in {one.key for one in deadlines(file, RULES)}
    met = file_of(*BEGUN, declared("go"))
    assert "go_decision" not in {one.key for one in deadlines(met, RULES)}
    assert deadlines(file.changed(passes=met.passes), RULES) is not deadlines(file, RULES)
