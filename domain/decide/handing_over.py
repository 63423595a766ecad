"""Handing over at once what one person owes on many panels."""

from datetime import date

from domain.commands import HandOverOpinions
from domain.decide.reviews.members import cannot_take_the_place
from domain.decide.setting import Happening, Setting, effective_at, out_of_order
from domain.events.reviews import MemberReplaced, OpinionDelegated
from domain.moments import day_of
from domain.refusals import Refusal, refuse
from domain.reviews.panel import Capacity, capacity, owes
from domain.reviews.state import Review


def hand_over_opinions(command: HandOverOpinions, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """One act, an event on each open review on which they owe an opinion: all of them or none."""
    if command.from_person == command.to_person:
        return refuse("changes_nothing")
    if command.to_person not in setting.organisation.people:
        return refuse("unknown_person", person=command.to_person)
    owed = _owed(command.from_person, setting)
    if not owed:
        return refuse("no_opinions", person=command.from_person)
    unable = tuple(
        review.id
        for review, found in owed
        if cannot_take_the_place(command.to_person, found.member, review, setting)
    )
    if unable:
        return refuse("cannot_take_over", person=command.to_person, reviews=unable)
    for review, _ in owed:
        if refusal := out_of_order(command, review, setting):
            return refusal
    at = effective_at(command, setting)
    return tuple(Happening(review.key, _handed(command, found), at) for review, found in owed)


def _owed(person: str, setting: Setting) -> list[tuple[Review, Capacity]]:
    """The open reviews on which somebody owes an opinion, of their own or as a delegate."""
    reviews = (one for one in setting.beside.values() if isinstance(one, Review) and not one.ended)
    found = ((review, capacity(review, person, _today(review, setting))) for review in reviews)
    return [(review, one) for review, one in found if one and owes(review, one.member)]


def _today(review: Review, setting: Setting) -> date:
    return day_of(setting.now, setting.organisation.zone_of(review.region))


def _handed(command: HandOverOpinions, found: Capacity) -> MemberReplaced | OpinionDelegated:
    """A seat is given up for good; what somebody else's trust had handed on goes on until the day that was set."""
    member, handed = found.member, found.member.delegation
    if found.delegate and handed:
        return OpinionDelegated(
            member=member.person, to=command.to_person, until=handed.until, reason=command.reason
        )
    return MemberReplaced(member=member.person, substitute=command.to_person, reason=command.reason)
