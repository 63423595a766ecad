"""Acts of the service under other rules: those that were done and would not be, those that would be and were not."""

from dataclasses import replace
from typing import Any

from application.what_if.question import Found
from application.what_if.replaying import replay
from domain.cooperations.events.told import ReviewAsked
from domain.files.act_events import ActPerformed
from domain.kernel.ids import SERVICE
from domain.kernel.values import Phase, Role
from domain.rulebook import Rulebook
from tests.domain.kit import Given, On, on
from tests.domain.sample_people import FOUNDED
from tests.domain.tables.acts import GO_ON, OF_NOBODY, OPINION, act, acting
from tests.domain.vocabulary import BEGUN, entered
from tests.what_if.kit import PEOPLE, known, of_the_programme, past, question, replayed, told

WHEN = "2026-02-02T09:00:00Z"
NEWS = act("news", "ask-for", what="commitments", when={"after": "phase-entry"}, within="P1M", ladder="short")
AT_ONCE = {**GO_ON, "delay": "P0D"}
ASKED = on(WHEN, ReviewAsked(review="avis", question="by_whole_jury", funding=None, resubmits=None), SERVICE)


def rules(*acts: dict[str, Any]) -> Rulebook:
    """The rules of the tests, with acts in the first phase."""
    return of_the_programme(acting(*acts))


def performed(key: str, does: Any) -> On:
    """An act that the service did in the first pass."""
    event = ActPerformed(act=key, occurrence=f"{key}/p1", does=does, late=False, subject=None, because=(2,))
    return on(WHEN, event, SERVICE)


def in_one(other: Rulebook, given: Given, first: int) -> Found:
    """Replayed with the entries from ``first`` on given by one command of the service."""
    whole = [one if one.entry < first else replace(one, command_id="escale:act") for one in past(*given)]
    return replay(question(other), PEOPLE, whole)


def test_the_same_rules_do_the_same_acts() -> None:
    """What was asked for would be; the opening and the act are two decisions."""
    found = replayed(rules(NEWS), (*BEGUN, performed("news", "ask-for")))
    assert (found.decisions, told(found)) == (2, [])


def test_an_act_that_other_rules_do_not_have_is_told() -> None:
    """By the sentence that says so."""
    assert told(replayed(rules(), (*BEGUN, performed("news", "ask-for")))) == [(3, "unknown_act", "")]


def test_an_act_whose_time_would_not_have_come_is_told() -> None:
    """Announced first, under the other rules."""
    later = {**NEWS, "delay": "P7D"}
    assert told(replayed(rules(later), (*BEGUN, performed("news", "ask-for")))) == [(3, "act_not_due", "")]


def test_what_an_act_did_is_judged_once_before_its_first_entry() -> None:
    """The panel asked and the act that did it: by the file as it was before, and as one decision."""
    given = (*BEGUN, ASKED, performed("opinion", "open-review"))
    found = in_one(rules(OPINION), given, 3)
    assert (found.decisions, told(found)) == (2, [])
    went = (*BEGUN, on(WHEN, entered(Phase.DIAGNOSIS, 2, gate=(), reason=None), SERVICE))
    found = in_one(rules(AT_ONCE), (*went, performed("go_on", "advance")), 3)
    assert (found.decisions, told(found)) == (2, [])
    assert told(in_one(rules(), (*went, performed("go_on", "advance")), 3)) == [(4, "unknown_act", "")]


def test_an_act_that_the_other_rules_would_have_refused_is_told_with_the_reason() -> None:
    """Nobody sat on the panel then."""
    without = [one for one in FOUNDED if getattr(one, "role", None) is not Role.FACILITATOR]
    other = rules({**OF_NOBODY, "act": "opinion"})
    found = replayed(other, (*BEGUN, performed("opinion", "open-review")), people=known(*without))
    assert [code for _, code, _ in told(found)] == ["nobody_sits"]


def test_an_act_that_would_have_been_done_and_was_not_is_told_with_what_would_have_brought_it_about() -> None:
    """By entering the phase; unless people did it, or it would have been done outside of the period."""
    assert told(replayed(rules(NEWS), BEGUN)) == [(2, "act_not_done", "")]
    assert told(replayed(rules(OPINION), (*BEGUN, ASKED))) == []
    assert told(replayed(rules(NEWS), BEGUN, until=question(rules()).since)) == []
