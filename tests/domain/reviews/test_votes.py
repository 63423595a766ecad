"""What votes come to: the quorum, each rule at its boundary, ties, conditions, silence; the minutes add up."""

from typing import Any

import pytest

from domain.files.events import SilenceCounted
from domain.reviews.events import MembersInvited, VoteCounts
from domain.reviews.state import Review
from domain.reviews.votes import by_rule, count, minutes, points_raised, quorum, tied, up_to_the_chair
from domain.rulebook import Panel
from tests.domain.kit import On, on
from tests.domain.reviewing import (
    ASKING,
    A,
    B,
    C,
    D,
    asked,
    concluding,
    confirmed,
    declared,
    given,
    invited,
    recused,
    replaced,
    review_of,
    revised,
    voted,
)
from tests.domain.sample_people import person
from tests.domain.vocabulary import WHY

WORDS = {
    "F": "favourable",
    "C": "favourable-with-conditions",
    "U": "unfavourable",
    "A": "abstention",
    "-": "-",
}
MANY = tuple(person(number) for number in range(50, 70))


def the_panel(rule: str = "majority", **more: Any) -> Panel:
    """A jury that concludes so."""
    return concluding(rule, **more).panels[0]


def after(opinions: str, *events: On) -> Review:
    """A review in which members gave these opinions, a letter each."""
    people = MANY[: len(opinions)]
    said = voted(*(WORDS[letter] for letter in opinions), by=people)
    return review_of(*asked(members=invited(*people)), *said, *events)


MAJORITY = [
    ("F", "favourable"),
    ("FFU", "favourable"),
    ("FU", "unfavourable"),
    ("FUU", "unfavourable"),
    ("FAAA", "favourable"),
    ("AAAA", "unfavourable"),
    ("FFCU", "favourable"),
    ("FCU", "favourable-with-conditions"),
    ("FCUU", "unfavourable"),
    ("C", "favourable-with-conditions"),
    ("FC", "favourable"),
    ("F---", "favourable"),
]
UNANIMITY = [
    ("FFF", "favourable"),
    ("FFA", "favourable"),
    ("FFC", "favourable-with-conditions"),
    ("FFFFFFFFFU", "unfavourable"),
    ("AA", "unfavourable"),
]
THRESHOLD = [
    ("60", "FFFUU", "favourable"),
    ("60.01", "FFFUU", "unfavourable"),
    ("59.99", "FFFUU", "favourable"),
    ("60", "FFCUU", "favourable-with-conditions"),
    ("60", "FFFFUUU", "unfavourable"),
    ("66.66", "FFU", "favourable"),
    ("66.67", "FFU", "unfavourable"),
    ("60", "FFFUUAAAA", "favourable"),
    ("100", "FFFF", "favourable"),
    ("100", "FFFU", "unfavourable"),
    ("50", "FU", "favourable"),
    ("50", "AA", "unfavourable"),
]


@pytest.mark.parametrize(("opinions", "outcome"), MAJORITY)
def test_a_majority_is_more_for_than_against_among_those_expressed(opinions: str, outcome: str) -> None:
    """Opinions with conditions are for it; where it needs them to be carried, so is the outcome."""
    panel = the_panel()
    assert by_rule(panel, count(after(opinions), panel)) == outcome


@pytest.mark.parametrize(("opinions", "outcome"), UNANIMITY)
def test_unanimity_is_that_of_those_expressed(opinions: str, outcome: str) -> None:
    """An abstention does not break it; nobody expressed makes none."""
    panel = the_panel("unanimity")
    assert by_rule(panel, count(after(opinions), panel)) == outcome


@pytest.mark.parametrize(("threshold", "opinions", "outcome"), THRESHOLD)
def test_a_threshold_is_reached_at_its_very_share(threshold: str, opinions: str, outcome: str) -> None:
    """Exactly: neither a hundredth of a percent below nor rounded up to it."""
    panel = the_panel("threshold", threshold=threshold)
    assert by_rule(panel, count(after(opinions), panel)) == outcome


QUORUMS = [
    ({}, 0, 1),
    ({"at_least": 3}, 5, 3),
    ({"at_least": 3}, 2, 3),
    ({"share": "50"}, 4, 2),
    ({"share": "50"}, 5, 3),
    ({"share": "50.01"}, 4, 3),
    ({"share": "33.33"}, 3, 1),
    ({"share": "33.34"}, 3, 2),
    ({"share": "100"}, 7, 7),
    ({"share": "50", "at_least": 3}, 4, 3),
    ({"share": "75", "at_least": 2}, 4, 3),
    ({"share": "0"}, 4, 1),
]


@pytest.mark.parametrize(("rule", "effective", "needed"), QUORUMS)
def test_a_quorum_is_the_larger_of_number_and_share_rounded_up(
    rule: dict[str, Any], effective: int, needed: int
) -> None:
    """Of those who sit."""
    assert quorum(the_panel(quorum=rule), effective) == needed


def test_a_recusal_counts_the_quorum_anew() -> None:
    """Three quarters of four are three, of two are two."""
    panel = the_panel(quorum={"share": "75"})
    before, later = review_of(*asked()), review_of(*asked(), recused(A), declared(B, conflict=True))
    assert (count(before, panel).quorum, count(later, panel).quorum) == (3, 2)
    assert (count(later, panel).effective, count(later, panel).recused) == (2, 2)


def test_a_replacement_does_not_count_the_seat_twice() -> None:
    """Four seats stay four."""
    found = count(review_of(*asked(), replaced(A, MANY[0])), the_panel())
    assert (found.effective, found.recused) == (4, 0)


def test_an_opinion_of_who_is_recused_later_no_longer_counts() -> None:
    """It stays on record."""
    review = review_of(*asked(), *voted("unfavourable", "favourable"), recused(A, at="2026-11-12T09:00:00Z"))
    assert count(review, the_panel()).unfavourable == 0
    assert points_raised(review) == ()
    assert [(one.member, one.counts) for one in minutes(review)] == [(A, False), (B, True)]


TIES = [
    ("FU", {"chair": "jury"}, True),
    ("CU", {"chair": "jury"}, True),
    ("FUA", {"chair": "jury"}, True),
    ("FU", {}, False),
    ("AA", {"chair": "jury"}, False),
    ("FFU", {"chair": "jury"}, False),
]


@pytest.mark.parametrize(("opinions", "more", "expected"), TIES)
def test_a_tie_is_broken_where_there_is_a_chair(opinions: str, more: dict[str, Any], expected: bool) -> None:  # noqa: FBT001
    """As many for as against, and somebody of them."""
    panel = the_panel(**more)
    votes = count(after(opinions), panel)
    assert tied(panel, votes) == up_to_the_chair(panel, votes) == expected


@pytest.mark.parametrize("rule", ["unanimity", "threshold"])
def test_only_a_majority_ties(rule: str) -> None:
    """As many for as against is no tie where more is asked for."""
    panel = the_panel(rule, chair="jury", **({"threshold": 50} if rule == "threshold" else {}))
    assert not up_to_the_chair(panel, count(after("FU"), panel))


def test_the_chair_concludes_from_what_was_expressed() -> None:
    """All abstained: there is nothing to conclude from, and the answer is unfavourable."""
    panel = the_panel("chair", chair="jury")
    assert up_to_the_chair(panel, count(after("FA"), panel))
    nothing = count(after("AA"), panel)
    assert not up_to_the_chair(panel, nothing)
    assert by_rule(panel, nothing) == "unfavourable"


def test_opinions_on_a_former_version_count_once_they_are_confirmed_or_changed() -> None:
    """Given on the first, one is confirmed, one changed, one left as it was; one is given on the second only."""
    review = review_of(
        *asked(),
        *voted("favourable", "favourable", "favourable"),
        revised(),
        confirmed(A),
        given(B, "unfavourable", dossier=2, at="2026-11-16T09:00:00Z"),
        declared(D),
        given(D, "abstention", dossier=2, at="2026-11-16T09:00:00Z"),
    )
    found = count(review, the_panel())
    assert (found.present, found.favourable, found.unfavourable, found.abstentions) == (3, 1, 1, 1)
    assert [(one.member, one.opinion, one.dossier, one.counts) for one in minutes(review)] == [
        (A, "favourable", 2, True),
        (B, "favourable", 1, False),
        (B, "unfavourable", 2, True),
        (C, "favourable", 1, False),
        (D, "abstention", 2, True),
    ]


@pytest.mark.parametrize("counts_as", ["favourable", "unfavourable", "abstention"])
def test_silence_gives_those_who_still_owe_an_opinion_and_nobody_else(counts_as: Any) -> None:
    """Those who answered keep theirs; those invited later still have time; it is told apart in the figures."""
    silence = SilenceCounted(occurrence="opinions/e1", deadline="opinions", counts_as=counts_as, item=None)
    review = review_of(
        *asked(),
        *voted("unfavourable"),
        replaced(B, MANY[0]),
        on("2026-12-03T09:00:00Z", silence),
    )
    found = count(review, the_panel())
    assert (found.present, found.silent) == (3, 2)
    assert {one.person: one.opinion and one.opinion.verdict for one in review.members.values()} == {
        A: "unfavourable",
        B: None,
        C: counts_as,
        D: counts_as,
        MANY[0]: None,
    }
    assert _adds_up(found)


def test_silence_about_more_time_is_silence_about_the_same() -> None:
    """The extended occurrence names the same people."""
    silence = SilenceCounted(
        occurrence="opinions/e1/x2", deadline="opinions", counts_as="favourable", item=None
    )
    review = review_of(*asked(), on("2026-12-03T09:00:00Z", silence))
    assert count(review, ASKING.panels[0]).silent == 4


def test_silence_about_a_new_version_takes_no_opinion_off_the_record() -> None:
    """It counts in the place of what was not confirmed."""
    silence = SilenceCounted(
        occurrence="confirmation/v2", deadline="confirmation", counts_as="favourable", item=None
    )
    review = review_of(*asked(), *voted("unfavourable"), revised(), on("2026-12-15T09:00:00Z", silence))
    assert [(one.opinion, one.dossier, one.counts) for one in minutes(review)] == [
        ("unfavourable", 1, False),
        ("favourable", 2, True),
    ]


def test_who_comes_back_to_the_panel_finds_the_former_opinion_on_record() -> None:
    """Replaced before it was confirmed, invited again: it does not count, and does not disappear."""
    again = MembersInvited(members=invited(A), reason=WHY)
    events = (*voted("unfavourable"), revised(), replaced(A, MANY[0], at="2026-11-16T09:00:00Z"))
    review = review_of(*asked(), *events, on("2026-11-17T09:00:00Z", again))
    assert [(one.member, one.opinion, one.counts) for one in minutes(review)] == [(A, "unfavourable", False)]
    assert review.members[A].opinion is None


def _adds_up(votes: VoteCounts) -> bool:
    expressed = votes.favourable + votes.unfavourable
    return (expressed, expressed + votes.abstentions) == (votes.expressed, votes.present)
