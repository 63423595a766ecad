"""As many people of a role play as the programme’s panels need: each can be asked, and answers."""

from typing import Any

import pytest

from application.rehearsal.seats import seats_of
from domain.cooperations.events.record import GateItemWaived
from domain.kernel.values import Role
from domain.reviews.events import ReviewConcluded
from tests.rehearsal.staging import item, phase, rehearsed, rules
from tests.rehearsal.test_meeting import NAMED, PANEL, PARTS

REVIEW = [{"review": "opinion", "name": NAMED, "panel": "jury", "about": "gate"}]
ABOUT_MONEY = [{"review": "opinion", "name": NAMED, "panel": "jury", "about": "funding"}]


def seat(role: str, members: int | None = None) -> dict[str, Any]:
    """A seat for so many holders of a role; for all, if no number is given."""
    return {"role": role, "members": members}


PANELS: list[tuple[str, list[dict[str, Any]], list[dict[str, Any]], dict[str, int], int]] = [
    ("one of a role", [{"members": [seat("jury")]}], REVIEW, {"jury": 1}, 1),
    ("a seat of three", [{"members": [seat("jury", 3)]}], REVIEW, {"jury": 3}, 3),
    ("a quorum of four", [{"members": [seat("jury")], "quorum": {"at_least": 4}}], REVIEW, {"jury": 4}, 4),
    (
        "two roles make up the quorum, whose seats are not full otherwise",
        [{"members": [seat("board", 2), seat("jury")], "quorum": {"at_least": 5}}],
        REVIEW,
        {"board": 2, "jury": 3},
        5,
    ),
    (
        "of two panels, the one with most seats",
        [{"members": [seat("jury", 2)]}, {"panel": "large", "members": [seat("jury", 5)]}],
        REVIEW,
        {"jury": 5},
        2,
    ),
    (
        "who asks for the money does not sit about it",
        [{"mode": "decisive", "members": [seat("programme-manager", 2)]}],
        ABOUT_MONEY,
        {"programme-manager": 3},
        2,
    ),
]


@pytest.mark.parametrize(
    ("panels", "reviews", "people", "opinions"), [one[1:] for one in PANELS], ids=[one[0] for one in PANELS]
)
def test_each_panel_can_answer(
    panels: list[dict[str, Any]], reviews: list[dict[str, Any]], people: dict[str, int], opinions: int
) -> None:
    """A nominal life of a gate that asks it: so many opinions, nothing waived, nothing refused."""
    gate = item("wanted", rule="review", review="opinion", outcomes=["favourable"])
    instruments = [{**PARTS["instruments"][0], "circuit": [{"by": ["jury"]}]}]
    parts = {"panels": [{**PANEL, **one} for one in panels], "reviews": reviews, "instruments": instruments}
    rulebook = rules(phases={"experimentation": phase(gate, expected="P8M")}, **parts)
    assert seats_of(rulebook) == {Role(role): number for role, number in people.items()}
    shown = rehearsed(rulebook)
    assert (shown.status, shown.refused) == ("closed", ())
    assert not [row for row in shown.rows if isinstance(row.event, GateItemWaived)]
    [concluded] = [row.event for row in shown.rows if isinstance(row.event, ReviewConcluded)]
    assert (concluded.outcome, len(concluded.opinions)) == ("favourable", opinions)
