"""What reviews and fundings hear is told in their own streams, and what it does to their deadlines."""

from typing import Any

import pytest

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.reminders.any_file import deadlines, speaking
from domain.reminders.silence import due_silences, silences, silences_ahead
from domain.reviews.events import Invited
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from tests.domain.asking import paris
from tests.domain.below import ASKED, FUNDING, REVIEW, answered, heard, opened_review, requested
from tests.domain.kit import STREAM, On, Row, file_of, on, state_of
from tests.domain.rules import rulebook
from tests.domain.sample_people import ELECTED, PEOPLE
from tests.domain.silent import after, reported, rules, told
from tests.domain.tables import cascade
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN

_IN_COOPERATION = ("CooperationHeard", "ReviewCancelled", "ReviewCarriedOver", "FundingWithdrawn")
_TOLD = [row for row in cascade.ROWS if not isinstance(row.then, str)]


@pytest.mark.parametrize("row", _TOLD, ids=lambda row: row.rule)
def test_each_hears_in_its_own_stream_and_the_cooperation_in_its(row: Row) -> None:
    """What a review or a funding hears stands in its stream; its answer stands in the cooperation's."""
    found = row.decided()
    assert not isinstance(found, Refusal)
    for one in found:
        below = one.stream in (REVIEW, FUNDING)
        assert below == (one.event.type in _IN_COOPERATION), one
        assert below or one.stream in (STREAM, "organisation")


def _name(key: str) -> dict[str, str]:
    return {"fr": key, "en": f"{key} (en)"}


def _pausing(pause: str) -> Rulebook:
    """A panel and a step that a pause concerns so; both have a month."""
    panel = {
        "panel": "jury",
        "name": _name("jury"),
        "mode": "advisory",
        "members": [{"role": "elected-representative"}],
        "within": "P1M",
        "ladder": "short",
        "pause": pause,
    }
    step = {"within": "P1M", "ladder": "short", "pause": pause}
    instrument = {"instrument": "free", "name": _name("free"), "kind": "grant", "steps": {"decision": step}}
    review = {"review": "avis", "name": _name("avis"), "panel": "jury", "about": "gate"}
    return rulebook(panels=[panel], reviews=[review], instruments=[instrument])


def _below(stream: str, *news: On) -> KeptFile:
    sits = Invited(person=ELECTED, role=Role.ELECTED_REPRESENTATIVE)
    first = opened_review(1, sits) if stream == REVIEW else requested()
    state = state_of(stream, on("2026-03-02", first), *news)
    assert isinstance(state, Review | Funding)
    return state


ASLEEP = on("2026-03-10", heard("paused"))
AWAKE = on("2026-03-20", heard("active"))


@pytest.mark.parametrize(("stream", "moved"), [(REVIEW, "2026-04-13"), (FUNDING, "2026-04-12")])
def test_a_pause_silences_and_moves_unless_the_rulebook_exempts(stream: str, moved: str) -> None:
    """Exempt, it speaks on, and nothing moves; else it is silent, and later by the length of the pause.

    The 12th of April 2026 is a Sunday: an opinion may come until the end of the Monday.
    """
    exempt, ordinary = _pausing("ignore"), _pausing("continue")
    for rules_, speaks, day in ((exempt, 1, "2026-04-02"), (ordinary, 0, moved)):
        assert len(speaking(_below(stream, ASLEEP), rules_)) == speaks
        awake = _below(stream, ASLEEP, AWAKE)
        assert len(speaking(awake, rules_)) == 1
        assert [f"{one.due.day}" for one in deadlines(awake, rules_)] == [day]


@pytest.mark.parametrize("stream", [REVIEW, FUNDING])
@pytest.mark.parametrize("status", ["abandonment-requested", "declined"])
def test_a_request_to_abandon_and_a_refused_application_silence_all_and_move_nothing(
    stream: str, status: str
) -> None:
    """Whatever the rulebook says of pauses; taken back or answered, everything wakes against unchanged dates."""
    for rules_ in (_pausing("ignore"), _pausing("continue")):
        assert speaking(_below(stream, on("2026-03-10", heard(status))), rules_) == ()
        awake = _below(stream, on("2026-03-10", heard(status)), AWAKE)
        assert [f"{one.due.day}" for one in speaking(awake, rules_)] == ["2026-04-02"]


def _abandoning(*news: Any) -> Cooperation:
    asked = (on("2026-03-02", ABANDONMENT_ASKED), told("one/e5", "2026-03-03T07:00:00Z"), reported("sent"))
    return file_of(*BEGUN, ASKED[1], answered("granted"), *asked, *news)


def test_silence_that_would_close_a_file_waits_for_its_money_and_does_not_spin() -> None:
    """Held back, it is neither due nor in prospect: the closing of the funding wakes the file, then it counts."""
    granting = rules("granted", after="abandonment-request", within="P30D", ladder="settling")
    file, then = _abandoning(), paris("2026-04-02")
    [one] = silences(file, granting, PEOPLE, then)
    assert (one.held_back, one.bites(then)) == ("money", False)
    assert due_silences(file, granting, PEOPLE, then) == ()
    assert list(silences_ahead(file, granting, PEOPLE, then)) == []
    closed = after(file, then, answered("closed"))
    assert [one.occurrence for one in due_silences(closed, granting, PEOPLE, then)] == ["one/e5"]


def test_silence_that_refuses_an_abandonment_does_not_wait_for_money() -> None:
    """The file goes on, and its fundings with it."""
    refusing = rules("refused", after="abandonment-request", within="P30D", ladder="settling")
    assert len(due_silences(_abandoning(), refusing, PEOPLE, paris("2026-04-02"))) == 1
