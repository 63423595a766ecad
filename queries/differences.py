"""Decisions that other rules would have made otherwise, in words: when, what, whose, under which rules, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.what_if.question import Difference, Question
from language import say
from queries.visit import Visit
from wording.events import EVENTS
from wording.history import said
from wording.local_hours import moment_words, shown_at
from wording.naming import Naming
from wording.refusals import explain
from wording.values import word

TOLD = {
    "act",
    "phase",
    "item",
    "deadline",
    "stage",
    "until",
    "counts_as",
    "outcome",
    "settlement",
    "points",
    "way",
    "call",
}
"""What is said of a decision besides its kind: keys and days, no text that people wrote."""


@dataclass(frozen=True, slots=True)
class DifferenceTold:
    """A decision that differs, in the language that is spoken; ``why``: what the other rulebook says to it."""

    entry: int
    when: str
    what: str
    who: str
    rules: str
    why: str


def difference_naming(visit: Visit, question: Question, one: Difference, names: Mapping[str, str]) -> Naming:
    """What a difference speaks of, its hours by the clocks of where the file lives.

    An act that the other rulebook does not know is called as its own rulebook calls it.
    """
    zone = visit.zone_in(one.region, one.decision.rulebook)
    own = visit.rulebook(one.decision.rulebook) if one.refusal.code == "unknown_act" else None
    return Naming(own or question.rulebook, names, zone=zone, home=visit.zone)


def difference_told(
    visit: Visit, question: Question, one: Difference, names: Mapping[str, str]
) -> DifferenceTold:
    """A difference in words. ``names`` are those of people, by id."""
    decision, naming = one.decision, difference_naming(visit, question, one, names)
    shown_at(naming.zone, visit.zone)
    details = decision.event.model_dump(mode="json", include=TOLD)
    what = said(details, naming.people, visit.rulebook(decision.rulebook), decision.event.type)
    roles, words = ", ".join(word(role, "role") for role in one.roles), explain(one.refusal, naming)
    who = naming.people.get(decision.actor, decision.actor)
    return DifferenceTold(
        entry=decision.entry,
        when=moment_words(decision.effective_at),
        what=", ".join(part for part in (say(EVENTS[decision.event.type]), what) if part),
        who=f"{who} ({roles})" if roles else who,
        rules=decision.rulebook or "–",
        why=say(words.message),
    )
