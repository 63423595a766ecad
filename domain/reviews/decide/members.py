"""Those who sit: invited, declaring interests, recused, standing in for each other, replaced."""

from datetime import date

from domain.files.setting import Decision, Setting
from domain.kernel.moments import day_of
from domain.kernel.refusal import Refusal, refuse
from domain.people.identity import all_ids, same_person
from domain.reviews.commands import (
    DeclareInterests,
    DelegateOpinion,
    InviteMembers,
    RecuseMember,
    ReplaceMember,
)
from domain.reviews.decide.acting import acting
from domain.reviews.decide.naming import may_not_sit, more_seats_for
from domain.reviews.events import (
    InterestsDeclared,
    MemberRecused,
    MemberReplaced,
    MembersInvited,
    OpinionDelegated,
)
from domain.reviews.panel import capacity, holds_seat, owes, panel_of
from domain.reviews.state import Member, Review
from domain.rulebook import Rulebook


def invite(command: InviteMembers, review: Review, rulebook: Rulebook, setting: Setting) -> Decision:
    """Invite people who hold a seat's role, as far as there are seats, and who are not on the panel already."""
    for person in command.members:
        if refusal := cannot_join(person, review, setting):
            return refusal
    invited = more_seats_for(command.members, review, panel_of(review, rulebook), setting)
    if isinstance(invited, Refusal):
        return invited
    return (MembersInvited(members=invited, reason=command.reason),)


def declare(command: DeclareInterests, review: Review, setting: Setting) -> Decision:
    """Say whether one has a conflict of interest: a conflict with its reason, no conflict once.

    Once the review has ended, also by who has left the seat's role since.
    """
    found = acting(command.actor, review, setting, still=not review.ended)
    if isinstance(found, Refusal):
        return found
    if command.conflict and command.reason is None:
        return refuse("conflict_without_reason")
    if not command.conflict and command.actor in found.member.declared:
        return refuse("changes_nothing")
    return (InterestsDeclared(member=found.member.person, conflict=command.conflict, reason=command.reason),)


def recuse(command: RecuseMember, review: Review, setting: Setting) -> Decision:
    """Take a member, or who stands in for one, off the panel."""
    found = acting(command.member, review, setting, still=False)
    if isinstance(found, Refusal):
        return found
    return (MemberRecused(member=command.member, reason=command.reason),)


def delegate(command: DelegateOpinion, review: Review, setting: Setting) -> Decision:
    """Let somebody who may sit in one's place give one's opinion, until a day that has not passed."""
    found = acting(command.actor, review, setting)
    if isinstance(found, Refusal):
        return found
    if found.delegate:
        return refuse("not_yours_to_delegate", person=found.member.person)
    if not owes(review, found.member):
        return refuse("nothing_owed", person=command.actor)
    if refusal := _over(command.until, review, setting):
        return refusal
    if refusal := cannot_take_the_place(command.to, found.member, review, setting):
        return refusal
    return (
        OpinionDelegated(member=command.actor, to=command.to, until=command.until, reason=command.reason),
    )


def _over(until: date, review: Review, setting: Setting) -> Refusal | None:
    """Nobody stands in until a day that has passed."""
    today = day_of(setting.now, setting.zone_of(review.region))
    return refuse("delegation_over", until=until, today=today) if until < today else None


def replace_member(command: ReplaceMember, review: Review, setting: Setting) -> Decision:
    """Let somebody who may sit in a member's place owe what that member owes; an opinion given stays.

    Until a day, it is as if the member had delegated.
    """
    found = acting(command.member, review, setting, still=False)
    if isinstance(found, Refusal):
        return found
    if found.delegate:
        return refuse("not_a_member", person=command.member)
    if not owes(review, found.member):
        return refuse("nothing_owed", person=command.member)
    if command.until and (refusal := _over(command.until, review, setting)):
        return refusal
    if refusal := cannot_take_the_place(command.substitute, found.member, review, setting):
        return refusal
    if command.until:
        return (
            OpinionDelegated(
                member=command.member, to=command.substitute, until=command.until, reason=command.reason
            ),
        )
    return (MemberReplaced(member=command.member, substitute=command.substitute, reason=command.reason),)


def cannot_join(person: str, review: Review, setting: Setting) -> Refusal | None:
    """Nobody sits twice, in a conflict of interest, or about the money that they asked for."""
    if refusal := may_not_sit(person, review, review.barred, setting):
        return refusal
    ids, today = all_ids(setting.organisation, (person,)), day_of(setting.now, setting.zone_of(review.region))
    there = any(capacity(review, one, today) for one in ids)
    return refuse("on_the_panel", person=person) if there else None


def cannot_take_the_place(person: str, member: Member, review: Review, setting: Setting) -> Refusal | None:
    """Who takes a member's place, for a while or for good, holds the role of that seat.

    Whoever stands in for the member now may take the place for good, or for longer.
    """
    handed = member.delegation
    if not same_person(setting.organisation, person, handed.to if handed else None):
        refusal = cannot_join(person, review, setting)
        if refusal:
            return refusal
    if not holds_seat(setting.organisation, review, member, person, setting.now):
        return refuse("cannot_sit", people=(person,), roles=(member.role,))
    return None
