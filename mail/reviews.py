"""What a reminder about a review is about: what is asked, of which panel, and what answers."""

from collections.abc import Iterator, Mapping
from datetime import date

from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import CHAIR
from domain.deadlines.rules import Owing
from domain.files.events import ReminderIssued
from domain.people.state import Organisation
from domain.reviews.commands import (
    ConcludeReview,
    ConfirmOpinion,
    DeclareInterests,
    DelegateOpinion,
    GiveOpinion,
    ReplaceMember,
)
from domain.reviews.conflicts import conflict_of
from domain.reviews.panel import CONCLUSION, CONFIRMATION, panel_of
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from domain.rulebook.base import defined
from domain.tasks.answers import extends_deadline
from domain.tasks.prefilled import Prefilled
from mail.addresses import one_line
from mail.topic import Capacity, Opening, Page, Proposal, Topic


def topic_of_review(
    file: Review,
    deadline: Deadline,
    rulebook: Rulebook,
    event: ReminderIssued,
    organisation: Organisation,
    day: date,
) -> Topic:
    """The question and its panel; to those who owe an opinion that ``day`` how to give it, to others how to help.

    To the chair, where it is up to the chair, how to conclude.
    """
    question = defined(rulebook.question(file.question))
    panel = panel_of(file, rulebook)
    owed = [one for one in deadline.owing_on(day) if one.person == event.recipient]
    conflict = conflict_of(organisation, event.recipient, (file,), day)
    declares = conflict is not None and conflict.reason == "undeclared"
    presides = any(one.to == CHAIR for one in deadline.rungs if one.name == event.rung)
    return Topic(
        kind="review",
        cooperation=one_line(file.name),
        proposals=tuple(_proposals(file, deadline, owed, presides=presides, declares=declares)),
        about=question.name,
        panel=panel.name,
        decisive=panel.mode == "decisive",
        opening=_opening(event.rung) if owed or presides else None,
        owes="chair" if presides else _capacity(owed),
    )


def _opening(rung: str) -> Opening | None:
    match rung:
        case "invitation" | "revised" | "handed_up":
            return rung
    return None


def _capacity(owed: list[Owing]) -> Capacity | None:
    if not owed:
        return None
    return "member" if any(one.member == one.person for one in owed) else "delegate"


def _proposals(
    file: Review, deadline: Deadline, owed: list[Owing], *, presides: bool, declares: bool
) -> Iterator[Proposal]:
    """What is open to the recipient; ``declares``: that interests come first."""
    named: Mapping[str, str | int] = {"review": file.id}
    dossier = {**named, "dossier": file.dossier.number}
    yield Proposal(Page(file.key), "show-review" if owed else "show-panel")
    if not owed:
        if presides and declares:
            yield Proposal(Prefilled(DeclareInterests, named), "declare")
        if presides:
            yield Proposal(Prefilled(ConcludeReview, named), "conclude")
        elif deadline.key != CONCLUSION:
            yield Proposal(Prefilled(ReplaceMember, named), "replace")
        if extension := extends_deadline(deadline, file):
            yield Proposal(extension, "extend")
        return
    if any(one.person not in file.members[one.member].declared for one in owed):
        yield Proposal(Prefilled(DeclareInterests, named), "declare")
    if deadline.key == CONFIRMATION:
        yield Proposal(Prefilled(ConfirmOpinion, dossier), "confirm")
    yield Proposal(Prefilled(GiveOpinion, dossier), "opine")
    if any(one.person == one.member for one in owed):
        yield Proposal(Prefilled(DelegateOpinion, named), "delegate")
