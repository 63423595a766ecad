"""What people do about acts of the service in a cooperation: bring what it asked for, do by hand what it could not."""

from collections.abc import Iterator

from application.rehearsal.advising import open_review, under_way
from application.rehearsal.gate_requests import ask_money, ask_panel
from application.rehearsal.meeting import evaluate, meet
from application.rehearsal.todo import Deed
from application.rehearsal.world import World
from domain.cooperations.state import Cooperation
from domain.rulebook import FundingRule, GateItem, ReviewRule
from domain.rulebook.course import AdvanceByItself, AnyAct, AskFor, OpenReviewInPhase


def answer_act(act: AnyAct, world: World, file: Cooperation) -> Iterator[Deed]:
    """What was asked for, or what the service would have done."""
    match act:
        case AskFor():
            yield from _bring(act, world, file)
        case OpenReviewInPhase(review=key):
            question = world.rulebook.question(key)
            if question and not under_way(key, world):
                yield open_review(question, world, file)
        case AdvanceByItself():
            if following := world.rulebook.phase_after(file.current.phase):
                yield {"type": "AdvancePhase", "to": following}


def _bring(act: AskFor, world: World, file: Cooperation) -> Iterator[Deed]:
    match act.what:
        case "evaluation":
            yield from evaluate(world)
        case "commitments":
            yield {
                "type": "RecordCommitment",
                "party": "collectif",
                "expects": "Tenir ensemble.",
                "brings": "Du temps.",
            }
        case "contact":
            yield {"type": "RecordContact", "kind": "meeting"}
        case "deliverable":
            yield {"type": "DeliverDeliverable", "deliverable": act.of}
        case "gate-item":
            phase = world.rulebook.phases[file.current.phase]
            if act.of and (item := phase.item(act.of)):
                yield from _meet(item, world, file)


def _meet(item: GateItem, world: World, file: Cooperation) -> Iterator[Deed]:
    """What meets it, or has others bring it about."""
    match item.needs:
        case ReviewRule(review=review):
            yield from ask_panel(review, world, file, by_hand=False) or ()
        case FundingRule(instrument=instrument):
            yield from ask_money(instrument, world, file) or ()
        case _:
            yield from meet(item, world, file)
