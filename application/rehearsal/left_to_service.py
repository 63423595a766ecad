"""What people in a rehearsal leave to the service: what the rulebook has it do by itself, as long as it can."""

from collections.abc import Iterator
from datetime import timedelta

from application.rehearsal.world import World
from domain.acts.standings import ActStanding, acts_of
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.rulebook import Rulebook
from domain.rulebook.consistent_funding_acts import deciding_panels
from domain.rulebook.course import (
    AdvanceByItself,
    AfterConclusion,
    AnyAct,
    AskForTranche,
    OpenReviewInPhase,
    OpenReviewOfRequest,
    PutToDecision,
    RecordDecision,
)

SOON = timedelta(days=60)
"""How long people wait for an act before they do by hand what it would do."""


def asks_panel(question: str, file: Cooperation, world: World, *, soon: bool) -> bool:
    """Whether the service puts the question to its panel in this phase; ``soon``: so that it is worth waiting for."""
    return any(
        one
        for one in _left(file, world)
        if isinstance(one.planned.act, OpenReviewInPhase)
        and one.planned.act.review == question
        and (not soon or _is_near(one, world))
    )


def goes_on(file: Cooperation, world: World) -> bool:
    """Whether the service goes on to the next phase now that the gate holds."""
    return any(isinstance(one.planned.act, AdvanceByItself) for one in _left(file, world))


def asks_about_request(question: str, funding: Funding, world: World) -> bool:
    """Whether the service puts the question about the request to its panel, be it the panel that decides."""
    return any(
        one.planned.since is not None and asked_by(one.planned.act, question, world.rulebook_of(funding))
        for one in _left(funding, world)
    )


def asked_by(act: AnyAct, question: str, rulebook: Rulebook) -> bool:
    """Whether an act of an instrument puts that question: by itself, or because its panel decides about a request."""
    if isinstance(act, OpenReviewOfRequest):
        return act.review == question
    asked = rulebook.question(question)
    if not isinstance(act, PutToDecision) or asked is None:
        return False
    return any(
        act in one.course and asked.panel in deciding_panels(one, rulebook) for one in rulebook.instruments
    )


def puts_to_decision(funding: Funding, world: World) -> bool:
    """Whether the service puts the request before the body that decides, now or after an opinion."""
    return any(
        one.planned.since is not None or isinstance(one.planned.act.when, AfterConclusion)
        for one in _left(funding, world)
        if isinstance(one.planned.act, PutToDecision)
    )


def opinions_awaited(funding: Funding, world: World) -> Iterator[str]:
    """The questions to be answered before the service puts the request to its decision."""
    for one in _left(funding, world):
        act = one.planned.act
        if isinstance(act, PutToDecision) and isinstance(act.when, AfterConclusion) and not one.planned.since:
            yield act.when.review


def records_decision(review: str, funding: Funding, world: World) -> bool:
    """Whether the service records what the review has concluded as the decision."""
    return any(
        isinstance(one.planned.act, RecordDecision) and one.planned.subject == review
        for one in _left(funding, world)
    )


def asks_for_tranche(tranche: str, funding: Funding, world: World) -> bool:
    """Whether the service asks for a tranche by itself."""
    return any(
        isinstance(one.planned.act, AskForTranche) and one.planned.subject == tranche
        for one in _left(funding, world)
    )


def _left(file: KeptFile, world: World) -> Iterator[ActStanding]:
    """Acts of a file that are not for people to do by hand: the rules refused none of them."""
    found = acts_of(file, world.rulebook_of(file), world.now)
    return (one for one in found if one.state not in ("refused", "stopped"))


def _is_near(one: ActStanding, world: World) -> bool:
    return one.at is not None and one.at <= world.now + SOON
