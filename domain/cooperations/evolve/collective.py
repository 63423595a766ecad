"""How the collective changes: its stakeholders, what they promise one another, their charter."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from domain.cooperations.events.file import (
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    StakeholderAdded,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.cooperations.state import Charter, Commitment, Cooperation, Stakeholder


def change_stakeholders(
    state: Cooperation, event: StakeholderAdded | StakeholderChanged | StakeholderRetired, entry: int
) -> dict[str, Stakeholder]:
    """The collective after one of its members came, changed or left."""
    match event:
        case StakeholderAdded():
            member = Stakeholder(
                event.stakeholder,
                event.name,
                event.sector,
                event.role,
                event.term,
                event.carries_the_money,
                entry,
                term_entry=entry,
            )
        case StakeholderChanged():
            before = state.stakeholders[event.stakeholder]
            member = replace(
                before,
                role=event.role,
                term=event.term,
                carries_the_money=event.carries_the_money,
                term_entry=before.term_entry if event.term == before.term else entry,
            )
        case StakeholderRetired():
            member = replace(state.stakeholders[event.stakeholder], retired=True)
    return {**state.stakeholders, member.id: member}


def change_commitments(
    state: Cooperation, event: CommitmentRecorded, entry: int
) -> dict[tuple[str, str | None], Commitment]:
    """The table of commitments with a line written or replaced."""
    parties = (event.party, event.toward)
    earlier = state.commitments.get(parties)
    line = Commitment(*parties, event.expects, event.brings, entry, replaces=earlier)
    return {**state.commitments, parties: line}


def change_charter(state: Cooperation, event: CharterDrafted | CharterSigned, entry: int) -> Charter:
    """The charter after a draft or a signing; a new draft leaves the signed charter in force."""
    match event:
        case CharterDrafted():
            return replace(state.charter, draft=entry) if state.charter else Charter(draft=entry)
        case CharterSigned():
            before = state.charter if state.charter and state.charter.signed else None
            return Charter(event.draft, entry, event.signatories, event.until, replaces=before)


def without_commitment(
    lines: Mapping[tuple[str, str | None], Commitment], entry: int
) -> dict[tuple[str, str | None], Commitment]:
    """The table of commitments as if the line of ``entry`` had never been written."""
    kept = {parties: _unwritten(line, entry) for parties, line in lines.items()}
    return {parties: line for parties, line in kept.items() if line}


def _unwritten(line: Commitment | None, entry: int) -> Commitment | None:
    if line is None or line.entry == entry:
        return line.replaces if line else None
    return replace(line, replaces=_unwritten(line.replaces, entry))


def without_signing(charter: Charter, entry: int) -> Charter:
    """The charter as if the signing of ``entry`` had never been; what was drafted stays."""
    in_force = _unsigned(charter, entry)
    return replace(in_force, draft=charter.draft) if in_force else Charter(charter.draft)


def _unsigned(charter: Charter | None, entry: int) -> Charter | None:
    if charter is None or charter.signed == entry:
        return charter.replaces if charter else None
    return replace(charter, replaces=_unsigned(charter.replaces, entry))


def without_draft(charter: Charter, drafts: Iterable[int]) -> Charter | None:
    """The charter with the last of the remaining ``drafts``; None if nothing was ever drafted or signed."""
    last = max(drafts, default=None)
    if last is not None:
        return replace(charter, draft=last)
    return charter if charter.signed else None


def charter_since(state: Cooperation) -> str | None:
    """When a charter that holds was signed, the first of those that renewed one another; None without one."""
    charter = state.charter
    while charter and charter.replaces:
        charter = charter.replaces
    return state.entries[charter.signed].at if charter and charter.signed else None
