"""What people do about an open deadline, whatever it counts from: commands in their written form."""

from collections.abc import Iterator

from application.rehearsal.act_responses import answer_act
from application.rehearsal.gate_requests import ask_money, ask_panel
from application.rehearsal.meeting import (
    charter_terms,
    close_experiments,
    evaluate,
    meet,
    select_on,
    sign_charter,
)
from application.rehearsal.todo import Deed
from application.rehearsal.world import World
from domain.acts.prescribed import act_of
from domain.cooperations.state import Cooperation
from domain.deadlines.act_clocks import ASKED, REFUSED
from domain.deadlines.deadline import Deadline
from domain.kernel.calendar import due_after, due_on, plus
from domain.rulebook import DeadlineRule, FilesRule, FundingRule, GateItem, ReviewRule
from domain.tasks.answers import answers_deadline

_PROLONGED = "P3Y"
"""By how much a term that ends is prolonged."""


def rule_of(world: World, key: str) -> DeadlineRule | None:
    """The rule of a deadline in the file's rulebook."""
    return next((rule for rule in world.rulebook.deadlines if rule.deadline == key), None)


def item_of(world: World, file: Cooperation, key: str | None) -> GateItem | None:
    """An item of the present gate."""
    phase = world.rulebook.phases.get(file.current.phase)
    return phase.item(key) if phase and key else None


def answer(deadline: Deadline, world: World, file: Cooperation) -> Iterator[Deed]:
    """What meets the deadline now; nothing where nobody can do anything about it."""
    act = act_of(deadline.key, file, world.rulebook) if deadline.rule.after in (ASKED, REFUSED) else None
    if act is not None:
        yield from answer_act(act, world, file)
        return
    rule = rule_of(world, deadline.key)
    if rule is None:
        return
    if item := item_of(world, file, rule.until):
        yield from meet_or_waive(item, world, file)
        return
    meeting = answers_deadline(deadline, file, world.rulebook)
    known = {key: value for key, value in meeting.fields.items() if key != "cooperation"} if meeting else {}
    match meeting.name if meeting else None:
        case "RecordContact":
            yield {"type": "RecordContact", "kind": "meeting", **known}
        case "DeliverDeliverable":
            yield {"type": "DeliverDeliverable", **known}
        case "RecordEvaluation":
            yield from evaluate(world)
        case "CloseExperiment":
            yield from close_experiments(file)
        case "ChangeStakeholder" | "SignCharter":
            yield from _prolonged(deadline, world, file)
        case "SettleAbandonment":
            yield {"type": "SettleAbandonment", "settlement": "refused", "reason": "La coopération continue."}
        case "ReceiveCompletion":
            yield {"type": "ReceiveCompletion"}
        case "OpenReview" if rule.review:
            yield from ask_panel(rule.review, world, file, by_hand=False) or ()
        case "SelectApplication":
            yield from select_on(world, file)


def meet_or_waive(
    item: GateItem, world: World, file: Cooperation, *, by_hand: bool = False
) -> Iterator[Deed]:
    """What meets the item, or has others bring it about; what a rehearsal cannot (other files) is waived.

    ``by_hand``: what the service would have others bring about too.
    """
    match item.needs:
        case FilesRule():
            yield waive(item.item)
        case ReviewRule(review=review):
            asked = ask_panel(review, world, file, by_hand=by_hand)
            yield from (waive(item.item),) if asked is None else asked
        case FundingRule(instrument=instrument):
            asked = ask_money(instrument, world, file)
            yield from (waive(item.item),) if asked is None else asked
        case _:
            yield from meet(item, world, file)


def waive(item: str) -> Deed:
    """The item waived."""
    return {"type": "WaiveGateItem", "item": item, "reason": "Hors de portée d’une répétition."}


def _prolonged(deadline: Deadline, world: World, file: Cooperation) -> Iterator[Deed]:
    zone = world.rulebook.calendar_of(file.region).tz
    charter = file.charter
    if deadline.subject and (one := file.stakeholders.get(deadline.subject)) and one.term.until:
        until = plus(due_on(one.term.until, zone).at, _PROLONGED, exact=False).day
        term = {"since": one.term.since, "until": until}
        yield {"type": "ChangeStakeholder", "stakeholder": one.id, "term": term}
    elif charter and charter.until:
        longer = plus(due_on(charter.until, zone).at, _PROLONGED, exact=False).day
        terms = (due_after(world.now, term, zone).day for term in charter_terms(world.rulebook))
        yield from sign_charter(world, file, min((longer, *terms)))
