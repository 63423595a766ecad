"""Dates of reviews and payments, as far as they follow from the rulebook alone.

The clock that counts deadlines counts these too: each is put to it as a deadline of its own, which reminds nobody.
A review asked for by a gate is due so long after its phase was entered, one about an application after that was
received, one about an evaluation after the last one. A payment is due so long after its funding was decided.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from domain.rulebook import DeadlineRule, FundingRule, Instrument, Names, Review, ReviewRule, Rulebook
from domain.rulebook.deadlines import After
from domain.values import Phase, Role

_LADDER = "plan"
"""A ladder without rungs: the plan reminds nobody."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What a rule of the plan stands for, and whom it concerns."""

    kind: Literal["review", "payment"]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A rulebook that has the plan's dates for deadlines, and what each of them stands for."""

    rulebook: Rulebook
    planned: Mapping[str, Planned]


def plan_of(rulebook: Rulebook) -> Calendar:
    """The reviews and payments of a rulebook, as deadlines."""
    found = (*_reviews(rulebook), *_payments(rulebook))
    rules = tuple(
        rule.model_copy(update={"deadline": f"plan_{number}"}) for number, (rule, _) in enumerate(found)
    )
    planned = {rule.deadline: plan for rule, (_, plan) in zip(rules, found, strict=True)}
    ladders = {**rulebook.ladders, _LADDER: ()}
    return Calendar(rulebook.model_copy(update={"deadlines": rules, "ladders": ladders}), planned)


def _reviews(rulebook: Rulebook) -> Iterator[tuple[DeadlineRule, Planned]]:
    panels = {one.panel: one for one in rulebook.panels}
    for review in rulebook.reviews:
        panel = panels[review.panel]
        plan = Planned("review", tuple(dict.fromkeys(seat.role for seat in panel.members)))
        if review.about == "gate":
            for phase, item in _items(rulebook, review):
                rule = _rule(review.name, "phase-entry", panel.within)
                yield rule.model_copy(update={"phases": (phase,), "until": item}), plan
        elif review.about == "call":
            yield _rule(review.name, "application", panel.within), plan
        elif review.about == "evaluation":
            yield _rule(review.name, "last-evaluation", panel.within), plan


def _items(rulebook: Rulebook, review: Review) -> Iterator[tuple[Phase, str]]:
    for phase, rule in rulebook.phases.items():
        for item in rule.gate:
            if isinstance(item.needs, ReviewRule) and item.needs.review == review.review:
                yield phase, item.item


def _payments(rulebook: Rulebook) -> Iterator[tuple[DeadlineRule, Planned]]:
    instruments = {one.instrument: one for one in rulebook.instruments}
    for rule in rulebook.phases.values():
        for item in rule.gate:
            if isinstance(item.needs, FundingRule):
                yield from _tranches(instruments[item.needs.instrument], item.item)


def _tranches(instrument: Instrument, item: str) -> Iterator[tuple[DeadlineRule, Planned]]:
    """Those paid at a date or at the agreement; when a report is accepted or a share confirmed nobody can know."""
    for tranche in instrument.tranches:
        if not set(tranche.when) <= {"date", "agreement-signed", "charter-signed"}:
            continue
        named = tranche.name
        name = Names(fr=f"{named.fr} ({tranche.share} %)", en=f"{named.en} ({tranche.share}%)")
        rule = _rule(name, "gate-item", tranche.after or "P0D", item)
        yield rule, Planned("payment", (Role.FINANCE_OFFICER,))


def _rule(name: Names, after: After, within: str, item: str | None = None) -> DeadlineRule:
    return DeadlineRule(deadline="plan", name=name, after=after, item=item, within=within, ladder=_LADDER)
