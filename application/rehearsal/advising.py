"""What people do about reviews: put a question to its panel, declare no conflict, give a favourable opinion."""

from collections.abc import Iterator, Mapping

from application.rehearsal.todo import AS, Deed, Todo
from application.rehearsal.world import World
from domain.cooperations.state import Cooperation
from domain.fundings.state import Funding
from domain.kernel.moments import day_of
from domain.people.panels import may_sit
from domain.reviews.panel import CONCLUSION, CONFIRMATION, OPINIONS, holds_seat, owing, panel_of
from domain.reviews.state import Member, Review
from domain.rulebook import Panel
from domain.rulebook import Review as Question
from domain.rulebook.base import defined

_REASONS = "Le projet répond à la question."


def open_review(question: Question, world: World, file: Cooperation, funding: str | None = None) -> Deed:
    """The question put to its panel; people are named where the panel has them named."""
    panel = defined(world.rulebook.panel(question.panel))
    asking = _asking(funding, world, file) if funding else None
    return {
        "type": "OpenReview",
        "review": f"avis-{len(world.all_of(Review)) + 1}",
        "question": question.review,
        **({"funding": funding} if funding else {}),
        **({"members": members} if (members := _named(panel, world, file, asking)) else {}),
    }


def under_way(question: str, world: World) -> Review | None:
    """The review of a question that is open now."""
    return next((one for one in world.all_of(Review) if one.question == question and not one.ended), None)


def todos(review: Review, world: World) -> Iterator[Todo]:
    """The opinions owed, each by whoever owes it; then the chair's conclusion, where only the chair concludes."""
    rulebook = world.rulebook_of(review)
    panel, today = panel_of(review, rulebook), day_of(world.now, rulebook.zone_of(review.region))
    for one in (owed := owing(review, today)):
        member = review.members[one.member]
        if not holds_seat(world.organisation, review, member, one.person, world.now):
            yield from _replacement(review, member, world)
            continue
        confirms = member.opinion is not None and member.invited < review.dossier.entry
        last = _confirm(review) if confirms else _opinion(review, panel)
        declared = one.person in member.declared
        deeds = (last,) if declared else (_declaration(review), last)
        deadline = CONFIRMATION if confirms else OPINIONS
        yield Todo(review, deadline, tuple({**deed, AS: one.person} for deed in deeds), one.member)
    if not owed and panel.concludes == "chair":
        yield Todo(review, CONCLUSION, (_conclusion(review),))


def _asking(funding: str, world: World, file: Cooperation) -> str:
    """Who asks for the money, or will, and does not sit about it: of those in charge the first."""
    known = next((one for one in world.all_of(Funding) if one.id == funding), None)
    return known.requested_by if known else file.managers[0]


def _named(panel: Panel, world: World, file: Cooperation, asking: str | None) -> list[str]:
    """As many as each seat has, where there are more of them, or where people are named at all."""
    found: list[str] = []
    for seat in panel.members:
        able = may_sit(world.organisation, seat.role, seat.of, file.region, world.now)
        able = tuple(one for one in able if one != asking)
        if panel.named or (seat.members is not None and len(able) > seat.members):
            found += [one for one in able if one not in found][: seat.members]
    return found


def _replacement(review: Review, member: Member, world: World) -> Iterator[Todo]:
    """Whoever may sit there now takes the seat of somebody who left."""
    able = may_sit(world.organisation, member.role, member.of, review.region, world.now)
    if new := next((one for one in able if one not in review.members), None):
        deed: Deed = {
            "type": "ReplaceMember",
            "review": review.id,
            "member": member.person,
            "substitute": new,
            "reason": "Départ.",
        }
        yield Todo(review, "replacement", (deed,), member.person, at_once=True)


def _declaration(review: Review) -> Deed:
    return {"type": "DeclareInterests", "review": review.id, "conflict": False}


def _confirm(review: Review) -> Deed:
    return {"type": "ConfirmOpinion", "review": review.id, "dossier": review.dossier.number}


def _opinion(review: Review, panel: Panel) -> Deed:
    scores: Mapping[str, int] = {key: line.most for key, line in panel.grid.items()}
    return {
        "type": "GiveOpinion",
        "review": review.id,
        "opinion": "favourable",
        "dossier": review.dossier.number,
        "scores": scores,
    }


def _conclusion(review: Review) -> Deed:
    return {"type": "ConcludeReview", "review": review.id, "outcome": "favourable", "reasons": _REASONS}
