"""What administrators are told where nobody is left who can act: what they can change, and nothing refused to them."""

from dataclasses import replace

from domain.cooperations.commands.file import HandOverManagers
from domain.deadlines.deadline import Deadline
from domain.deadlines.ladders import CHAIR, OWING
from domain.files.events import ReminderIssued
from domain.files.file import KeptFile
from domain.files.related import RelatedFile
from domain.kernel.values import Role
from domain.organisation.commands import GrantRole
from domain.reviews.panel import panel_of
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from domain.tasks.prefilled import Prefilled
from mail.topic import Page, Proposal, Topic


def is_stranded(event: ReminderIssued, deadline: Deadline) -> bool:
    """Whether a reminder goes to administrators in the place of others."""
    return event.role is Role.ADMINISTRATOR and Role.ADMINISTRATOR not in _addressed(event, deadline)


def for_administrators(
    topic: Topic, event: ReminderIssued, deadline: Deadline, file: KeptFile, rulebook: Rulebook
) -> Topic:
    """The same topic, with what an administrator can do about it: look, then put somebody in the place of others."""
    look, *others = topic.proposals
    appoints = _appoints(next(iter(_addressed(event, deadline)), None), file, rulebook)
    kept = tuple(one for one in others if one.purpose == "replace")
    return replace(topic, proposals=(look, *kept, appoints), opening=None, owes=None, stranded=True)


def _addressed(event: ReminderIssued, deadline: Deadline) -> tuple[object, ...]:
    """To whom the rung is."""
    return tuple(one.to for one in deadline.rungs if one.name == event.rung)


def _appoints(to: object, file: KeptFile, rulebook: Rulebook) -> Proposal:
    if to == CHAIR and isinstance(file, Review):
        chair = panel_of(file, rulebook).chair
        return Proposal(Prefilled(GrantRole, {"role": chair} if chair else {}), "appoint")
    if isinstance(to, Role):
        return Proposal(Prefilled(GrantRole, {"role": to}), "appoint")
    if to == OWING:
        return Proposal(Page(), "see-roles")
    cooperation = file.cooperation if isinstance(file, RelatedFile) else file.id
    return Proposal(Prefilled(HandOverManagers, {"cooperation": cooperation}), "hand-over")
