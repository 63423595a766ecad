"""What people do about a funding, from the request to its closing: each does their part, in time."""

from collections.abc import Iterator

from application.rehearsal.advising import open_review, under_way
from application.rehearsal.left_to_service import (
    asks_about_request,
    opinions_awaited,
    puts_to_decision,
    records_decision,
)
from application.rehearsal.paying import payments
from application.rehearsal.todo import Deed, Todo
from application.rehearsal.world import World
from domain.cooperations.state import Cooperation
from domain.envelopes.bounds import ceiling
from domain.fundings.budget import plan_allocations
from domain.fundings.circuit import level_deciding
from domain.fundings.conditions import agreement_awaited
from domain.fundings.state import Funding
from domain.kernel.ids import envelope_stream
from domain.kernel.moments import day_of
from domain.reviews.state import Review
from domain.rulebook import Instrument, Level, Panel, Rulebook
from domain.rulebook import Review as Question
from domain.rulebook.base import defined

_FAVOURABLE = ("favourable", "favourable-with-conditions")
_PARTIES = ("beneficiaire", "financeur")
_PLENTY = 100_000_000
"""What is in an envelope that the rulebook does not bound: 1 000 000 €."""


def instrument_of(funding: Funding, world: World) -> Instrument:
    """The instrument of a funding, in its own rulebook."""
    rulebook = world.rulebook_of(funding)
    return defined(rulebook.instrument(funding.instrument))


def todos(funding: Funding, world: World) -> Iterator[Todo]:
    """What is to be done next, by the deadline that asks for it."""
    file = world.file
    if funding.stage == "requested" and file:
        yield from _decision(funding, world, file)
    if funding.stage == "granted":
        instrument = instrument_of(funding, world)
        if agreement_awaited(funding, instrument):
            yield Todo(funding, "agreement", tuple(_agreement(funding)))
        yield from payments(funding, instrument, world)
        yield Todo(funding, "closing", ({"type": "CloseFunding", "funding": funding.id},), patient=True)


def _decision(funding: Funding, world: World, file: Cooperation) -> Iterator[Todo]:
    """By the body entitled; a panel is asked at once, and what it concluded is recorded when it is due.

    Where the service does that, what is left to people is to have opened the envelopes.
    """
    rulebook, instrument = world.rulebook_of(funding), instrument_of(funding, world)
    level = level_deciding(funding, instrument, funding.request.amount_cents)
    if level is None:
        return
    envelopes = tuple(_envelopes(funding, instrument, rulebook, world))
    if _is_done_by_service(funding, level, world):
        yield from _opinions(funding, world, file)
        if envelopes:
            yield Todo(funding, "envelopes", envelopes, at_once=True)
        return
    panel = next((one for one in rulebook.panels if one.panel in level.by), None)
    granted: Deed = {"type": "DecideFunding", "funding": funding.id, "decision": "granted"}
    if panel is None:
        yield Todo(funding, "decision", (*envelopes, granted))
        return
    question = _question(panel, rulebook)
    answer = _answer(funding, question, world)
    if answer:
        yield Todo(funding, "decision", (*envelopes, {**granted, "review": answer.id}))
    elif under_way(question.review, world) is None and not asks_about_request(
        question.review, funding, world
    ):
        yield Todo(funding, "asking", (open_review(question, world, file, funding.id),), at_once=True)


def _is_done_by_service(funding: Funding, level: Level, world: World) -> bool:
    """Whether it puts the request to its decision, or records what a panel that decides has concluded."""
    if puts_to_decision(funding, world):
        return True
    asked = (one for one in world.all_of(Review) if one.funding == funding.id and one.panel in level.by)
    return any(records_decision(one.id, funding, world) for one in asked)


def _opinions(funding: Funding, world: World, file: Cooperation) -> Iterator[Todo]:
    """Those that the service waits for before it puts the request to its decision, and does not ask for."""
    for key in opinions_awaited(funding, world):
        question = world.rulebook_of(funding).question(key)
        if question and not under_way(key, world) and not asks_about_request(key, funding, world):
            yield Todo(
                funding, "asking", (open_review(question, world, file, funding.id),), key, at_once=True
            )


def _question(panel: Panel, rulebook: Rulebook) -> Question:
    return next(one for one in rulebook.reviews if one.panel == panel.panel and one.about == "funding")


def _answer(funding: Funding, question: Question, world: World) -> Review | None:
    """The favourable answer to a question about the funding."""
    answers = (
        one
        for one in world.all_of(Review)
        if (one.question, one.funding) == (question.review, funding.id)
        and one.outcome
        and one.outcome.outcome in _FAVOURABLE
    )
    return next(answers, None)


def _envelopes(funding: Funding, instrument: Instrument, rulebook: Rulebook, world: World) -> Iterator[Deed]:
    """Those of the year that nobody has opened yet, with as much as the rulebook lets them hold."""
    request, year = funding.request, day_of(world.now, rulebook.zone_of(funding.region)).year
    planned = plan_allocations(instrument, rulebook, request, request.amount_cents, year)
    for key in dict.fromkeys(key for one in planned for key in one.envelopes):
        if world.states.get(envelope_stream(key)) is None:
            holder = rulebook.instrument(key.split("/")[1]) or instrument
            holds = ceiling(holder, key) or _PLENTY
            yield {"type": "OpenEnvelope", "envelope": key, "commitments_cents": holds}


def _agreement(funding: Funding) -> Iterator[Deed]:
    """Laid down where nobody has yet, then signed by all."""
    prepared = funding.agreement
    if prepared is None:
        yield {
            "type": "PrepareAgreement",
            "funding": funding.id,
            "parties": [{"party": one, "name": one.capitalize()} for one in _PARTIES],
            "since": funding.request.since,
            "until": funding.request.until,
        }
    named = [one.party for one in prepared.parties] if prepared else _PARTIES
    signed = prepared.signed if prepared else {}
    for party in named:
        if party not in signed:
            yield {"type": "SignAgreement", "funding": funding.id, "party": party}
