"""What happens to those who sit on a panel: invited, recused, replaced, their opinions given and passed over."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from domain.files.events import SilenceCounted
from domain.kernel.ids import SERVICE
from domain.kernel.recorded import Recorded
from domain.reviews.events import (
    InterestsDeclared,
    Invited,
    MemberRecused,
    MemberReplaced,
    MembersInvited,
    OpinionConfirmed,
    OpinionDelegated,
    OpinionGiven,
    Verdict,
)
from domain.reviews.panel import clock_of, owes
from domain.reviews.state import Delegation, Member, Opinion, Review

MemberEvent = (
    MembersInvited
    | InterestsDeclared
    | MemberRecused
    | OpinionGiven
    | OpinionConfirmed
    | OpinionDelegated
    | MemberReplaced
)


def change_members(state: Review, event: MemberEvent, recorded: Recorded) -> Review:
    """The review after something happened to one of its members, or to several."""
    members, entry = state.members, recorded.entry
    match event:
        case MembersInvited(members=invited):
            return state.changed(members=seated(members, invited, entry))
        case MemberReplaced(member=old, substitute=new):
            left = replace(members[old], replaced_by=new, delegation=None)
            invited = (Invited(person=new, role=left.role, of=left.of),)
            return state.changed(members=seated({**members, old: left}, invited, entry))
        case InterestsDeclared(conflict=True):
            return _in_conflict(state, recorded.actor, entry)
        case InterestsDeclared(member=key):
            declared = members[key].declared | {recorded.actor}
            return _with(state, replace(members[key], declared=declared))
        case MemberRecused(member=key):
            return _in_conflict(state, key, entry)
        case OpinionDelegated(member=key):
            handed = Delegation(event.to, event.until, entry)
            return _with(state, replace(members[key], delegation=handed, invited=entry))
        case OpinionGiven(member=key):
            given = _opinion(event, recorded)
            return _with(state, _own(_opining(members[key], given), recorded.actor))
        case OpinionConfirmed(member=key):
            kept = members[key].opinion
            held = kept and replace(kept, holds_for=event.dossier)
            return _with(state, _own(replace(members[key], opinion=held), recorded.actor))


def seated(members: Mapping[str, Member], invited: Iterable[Invited], entry: int) -> Mapping[str, Member]:
    """The members with those who are invited now; who sat before and comes back keeps the opinions on record."""
    taken = dict(members)
    for one in invited:
        before = taken.get(one.person)
        earlier = _on_record(before) if before else ()
        taken[one.person] = Member(one.person, one.role, entry, of=one.of, earlier=earlier)
    return taken


def count_silence(state: Review, event: SilenceCounted, entry: int) -> Review:
    """Everybody who still owes in that occurrence has an opinion by silence, on the last version of the dossier."""
    verdict, number = cast("Verdict", event.counts_as), state.dossier.number
    silent = Opinion(verdict, entry, number, SERVICE)
    clock = event.occurrence.partition("/x")[0]
    passed_over = {
        key: _opining(one, silent)
        for key, one in state.members.items()
        if owes(state, one) and clock_of(state, one) == clock
    }
    silences = {**state.silences, event.occurrence: entry}
    return state.changed(members={**state.members, **passed_over}, silences=silences)


def _with(state: Review, member: Member) -> Review:
    return state.changed(members={**state.members, member.person: member})


def _in_conflict(state: Review, person: str, entry: int) -> Review:
    """A member is recused; a delegate is turned down, and the member is asked again."""
    members = dict(state.members)
    for key, one in state.members.items():
        if key == person and one.sits:
            members[key] = replace(one, recused=entry, delegation=None)
        elif one.delegation and one.delegation.to == person:
            members[key] = replace(one, delegation=None, invited=entry)
    return state.changed(members=members, conflicts=state.conflicts | {person})


def _opinion(event: OpinionGiven, recorded: Recorded) -> Opinion:
    return Opinion(
        event.opinion,
        recorded.entry,
        event.dossier,
        recorded.actor,
        scores=event.scores,
        points=event.points,
    )


def _opining(member: Member, opinion: Opinion) -> Member:
    return replace(member, opinion=opinion, earlier=_on_record(member))


def _own(member: Member, actor: str) -> Member:
    """A member who gives the opinion themselves takes back what they had delegated."""
    return replace(member, delegation=None) if actor == member.person else member


def _on_record(member: Member) -> tuple[Opinion, ...]:
    return member.earlier if member.opinion is None else (*member.earlier, member.opinion)
