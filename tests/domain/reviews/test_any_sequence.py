"""Whatever people try, in whatever order: no conclusion without a quorum, no opinion lost, nobody counted twice."""

from collections.abc import Callable
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from domain.decide.decide import decide
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.ids import SERVICE
from domain.kernel.refusal import Refusal
from domain.registry.commands import AnyCommand
from domain.registry.folding import next_state
from domain.reviews.events import OpinionGiven, ReviewConcluded
from domain.reviews.panel import owing, sitting
from domain.reviews.state import Member, Review
from domain.reviews.votes import count, minutes
from domain.rulebook import Rulebook
from tests.domain.asking import paris
from tests.domain.kit import history, on
from tests.domain.reviewing import (
    JURY,
    OPENED_AT,
    STREAM,
    A,
    ask,
    asked,
    concluding,
    declared,
    invited,
    review_of,
)
from tests.domain.sample_people import MANAGER, organisation
from tests.domain.silent import reported
from tests.domain.tables.reviews_members import LATER, E, F
from tests.domain.vocabulary import reminded

PEOPLE = organisation(*LATER)
EVERYBODY = (*JURY, E, F)
RULES: tuple[Rulebook, ...] = (
    concluding("majority", quorum={"at_least": 2, "share": 60}),
    concluding("majority", chair="jury", quorum={"share": 75}),
    concluding("unanimity", silence="favourable", quorum={"at_least": 3}),
    concluding("threshold", threshold="66.67"),
    concluding("chair", chair="jury", silence="abstention"),
)
WHYS = {"reasons": "Parce que.", "would_change": "Parce que."}
REFUSAL = {"points": ["no_place"], **WHYS}
WHO = st.sampled_from(EVERYBODY)
LATER_DAYS = st.sampled_from(["2026-11-22", "2026-11-23", "2026-12-15"])
DRIFTS = st.sampled_from([0, 0, 0, 0, -1, 1])
"""By how much the version that is named differs from the last."""
SAID: SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {"opinion": "favourable"},
        {"opinion": "favourable-with-conditions", "conditions": "Parce que."},
        {"opinion": "unfavourable", **REFUSAL},
        {"opinion": "abstention"},
    ]
)
OUTCOMES: SearchStrategy[dict[str, Any]] = st.sampled_from(
    [{}, {"outcome": "favourable", "reasons": "Parce que."}, {"outcome": "unfavourable", **REFUSAL}]
)


Act = Callable[[Review], AnyCommand]
"""What somebody tries, once it is known how far the review has come."""


def _acting(
    kind: str, actor: SearchStrategy[str] = WHO, **fields: SearchStrategy[Any]
) -> SearchStrategy[Act]:
    told = st.fixed_dictionaries({"actor": actor, **fields})
    return told.map(lambda said: lambda _: ask(kind, **said))


def _opines(who: str, said: dict[str, Any], drift: int) -> Act:
    return lambda review: ask("GiveOpinion", who, dossier=max(1, review.dossier.number + drift), **said)


def _confirms(who: str, drift: int) -> Act:
    return lambda review: ask("ConfirmOpinion", who, dossier=max(1, review.dossier.number + drift))


def _declares(who: str, conflict: bool) -> Act:  # noqa: FBT001 - drawn
    return lambda _: ask("DeclareInterests", who, conflict=conflict, reason="Parce que.")


def _concludes(who: str, outcome: dict[str, Any]) -> Act:
    return lambda _: ask("ConcludeReview", who, **outcome)


_MANAGES = st.just(MANAGER)
_OCCURRENCES = st.sampled_from(["opinions/e1", "confirmation/v2"])
_KINDS: list[tuple[int, SearchStrategy[Act]]] = [
    (12, st.builds(_opines, WHO, SAID, DRIFTS)),
    (4, st.builds(_declares, WHO, st.sampled_from([False] * 9 + [True]))),
    (5, st.builds(_concludes, st.sampled_from([MANAGER, SERVICE, A]), OUTCOMES)),
    (3, st.builds(_confirms, WHO, DRIFTS)),
    (1, _acting("CountSilence", st.just(SERVICE), occurrence=_OCCURRENCES)),
    (1, _acting("DelegateOpinion", to=WHO, until=LATER_DAYS)),
    (1, _acting("ReplaceMember", _MANAGES, member=WHO, substitute=WHO)),
    (1, _acting("RecuseMember", _MANAGES, member=WHO)),
    (1, _acting("InviteMembers", _MANAGES, members=WHO.map(lambda one: [one]))),
    (1, _acting("ReviseDossier", _MANAGES, note=st.just("Parce que."))),
]
ACTS: SearchStrategy[Act] = st.sampled_from(
    [number for number, (weight, _) in enumerate(_KINDS) for _ in range(weight)]
).flatmap(lambda number: _KINDS[number][1])
NOWS = st.sampled_from(
    [paris("2026-11-23T10:00:00"), paris("2026-12-24T10:00:00"), paris("2027-03-01T10:00:00")]
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(RULES), st.lists(ACTS, min_size=20, max_size=50), NOWS)
def test_no_conclusion_without_a_quorum_no_opinion_lost_nobody_counted_twice(
    rules: Rulebook, acts: list[Act], now: Any
) -> None:
    """Every act is tried; what is recorded is folded, and looked at."""
    told = (on(OPENED_AT, reminded("opinions/e1", "invitation")), reported("sent"))
    begun = (*asked(members=invited(*JURY[:3])), *told, *(declared(who) for who in JURY[:2]))
    review, opinions = review_of(*begun), dict[int, str]()
    for act in acts:
        command = act(review)
        found = decide(command, review, Setting(PEOPLE, rules, now, beside={STREAM: review}))
        if isinstance(found, Refusal):
            continue
        for one in found:
            if one.stream == STREAM:
                event(one.event.type)
                review = _after(review, one.event, one.effective_at, command.actor)
                if isinstance(one.event, OpinionGiven):
                    opinions[review.entry] = one.event.opinion
                _nothing_is_lost(review, opinions)
                _looked_at(review, rules)
                if isinstance(one.event, ReviewConcluded):
                    _concluded_by_enough(review, one.event, rules)


def _after(review: Review, event: Event, at: str, actor: str) -> Review:
    [recorded] = history(on(at, event, actor), first=review.entry + 1, stream=STREAM)
    after = next_state(STREAM, review, [recorded])
    assert isinstance(after, Review)
    return after


def _nothing_is_lost(review: Review, opinions: dict[int, str]) -> None:
    kept = {one.entry: one.opinion for one in minutes(review)}
    assert opinions.items() <= kept.items()


def _looked_at(review: Review, rules: Rulebook) -> None:
    """Each seat has one opinion that counts or somebody who owes it, on every day; the figures add up."""
    votes = count(review, rules.panels[0])
    counting = [one for one in minutes(review) if one.counts]
    seats: tuple[Member, ...] = sitting(review)
    for now in (paris("2026-11-22"), paris("2026-11-23"), paris("2026-12-16")):
        owed = [one.member for one in owing(review, now.date())]
        answered = [one.member for one in counting]
        assert sorted([*owed, *answered]) == sorted(one.person for one in seats)
    assert votes.present == len(counting) == votes.favourable + votes.unfavourable + votes.abstentions
    assert all(one.dossier == review.dossier.number for one in counting)
    assert not {one.member for one in counting} & review.conflicts


def _concluded_by_enough(review: Review, event: ReviewConcluded, rules: Rulebook) -> None:
    quorum = rules.panels[0].quorum
    share = (quorum.share or 0) * len(sitting(review))
    assert event.counts.present >= quorum.at_least
    assert event.counts.present * 100 >= share
    assert event.opinions == minutes(review)
    assert (event.outcome == "unfavourable") or event.counts.expressed > 0
