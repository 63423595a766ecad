"""Handing over at once all files of one person, or what they owe on many panels."""

from datetime import date

from domain.cooperations.events.file import ManagersChanged
from domain.cooperations.state import Cooperation
from domain.decide.cascade import handed_over
from domain.files.charge import unfit_managers
from domain.files.order import out_of_order
from domain.files.setting import Happening, Setting, effective_at
from domain.kernel.ids import ORGANISATION_STREAM, cooperation_stream
from domain.kernel.moments import day_of
from domain.kernel.refusal import Refusal, refuse
from domain.organisation.commands import HandingOver, HandOverAllFiles, HandOverOpinions
from domain.organisation.decide import not_taken_up
from domain.people.events import FilesHandedOver
from domain.reviews.decide.members import cannot_take_the_place
from domain.reviews.events import MemberReplaced, OpinionDelegated
from domain.reviews.panel import Capacity, capacity, owes
from domain.reviews.state import Review


def hand_over(command: HandingOver, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What handing over gives, in the stream of each file concerned."""
    if refusal := not_taken_up(command, setting):
        return refusal
    match command:
        case HandOverAllFiles():
            return _files(command, setting)
        case HandOverOpinions():
            return _opinions(command, setting)


def _replaced(managers: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if one == old else one for one in managers))


def _files(command: HandOverAllFiles, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """One act, an event on each file: all of them or none. Their reviews and fundings hear of it."""
    if command.from_person == command.to_person:
        return refuse("changes_nothing")
    files = [one for one in setting.beside.values() if isinstance(one, Cooperation)]
    theirs = [file for file in files if command.from_person in file.managers and file.closed is None]
    if not theirs:
        return refuse("no_files", person=command.from_person)
    at = effective_at(command, setting)
    happenings = [
        Happening(
            ORGANISATION_STREAM,
            FilesHandedOver(
                from_person=command.from_person,
                to_person=command.to_person,
                files=tuple(file.id for file in theirs),
                reason=command.reason,
            ),
            at,
        )
    ]
    for file in theirs:
        managers = _replaced(file.managers, command.from_person, command.to_person)
        if unfit := unfit_managers(managers, file.region, setting):
            return unfit
        changed = ManagersChanged(managers=managers, reason=command.reason)
        happenings.append(Happening(cooperation_stream(file.id), changed, at))
        happenings.extend(handed_over(file, managers, setting, at))
    return tuple(happenings)


def _opinions(command: HandOverOpinions, setting: Setting) -> tuple[Happening, ...] | Refusal:
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
