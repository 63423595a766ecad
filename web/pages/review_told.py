"""What the pages of a review say of it with names and words: people, keys of its rulebook, moments, opinions."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from domain.kernel.ids import SERVICE
from domain.reviews.proposal import Proposal
from domain.rulebook import names_in
from language import locale, say
from queries.review_told import MemberTold, OpinionTold
from queries.room import Room
from queries.visit import Visit
from wording.amounts import euros
from wording.commands import COMMANDS
from wording.details import called
from wording.distances import moment_in_words
from wording.pages import review_room as words
from wording.values import word
from wording.votes import votes_words


def telling(visit: Visit, room: Room) -> Mapping[str, Any]:
    """What templates of reviews call to say something of a room."""
    zone = visit.zone_in(room.line.region, room.line.rulebook)
    moment = partial(moment_in_words, zone=zone, language=locale())
    name = partial(called, known=room.names)
    keys = {key: say(one) for key, one in names_in(room.rulebook).items()}
    return {
        "room": room,
        "words": words,
        "word": word,
        "moment": moment,
        "name": name,
        "command_named": COMMANDS.__getitem__,
        "key": partial(called, known=keys),
        "private": room.private,
        "proposal": _proposal,
        "interests_of": _interests,
        "opinion_of": partial(_opinion, name=name),
        "votes_words": votes_words,
        "opinion_said": partial(_said, moment=moment),
    }


def _said(told: OpinionTold, moment: Any) -> str:
    """That an opinion is recorded, or that silence counted as one."""
    verdict = word(told.counted.opinion, "opinion")
    if told.by == SERVICE:
        return say(words.SILENT_OPINION).format(opinion=verdict)
    return say(words.YOUR_OPINION).format(day=moment(told.at), opinion=verdict)


def _proposal(proposal: Proposal | None) -> str:
    """The amount, and the conditions that would come with it."""
    if proposal is None:
        return say(words.AS_ASKED)
    return ", ".join([euros(proposal.amount_cents), *(one.label for one in proposal.conditions)])


def _interests(member: MemberTold) -> str:
    if member.recused:
        return say(words.RECUSED)
    return say(words.INTERESTS_DECLARED if member.declared else words.INTERESTS_OWED)


def _opinion(member: MemberTold, name: Any) -> str:
    """Whether there is one, which, and who owes it."""
    if member.replaced_by:
        return say(words.REPLACED).format(name=name(member.replaced_by))
    if not member.sits:
        return "–"
    if not member.given:
        owes = member.owed_by
        return (
            say(words.OWED_BY).format(name=name(owes)) if owes and owes != member.person else say(words.OWED)
        )
    given = word(member.opinion, "opinion") if member.opinion else say(words.GIVEN)
    return given if member.counts else f"{given}, {say(words.TO_CONFIRM)}"
