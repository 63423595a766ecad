"""How the collective changes: its stakeholders, what they promise one another, their charter."""

from dataclasses import replace

from domain.events import (
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    StakeholderAdded,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.state import Charter, Commitment, Cooperation, Stakeholder


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
    line = Commitment(event.party, event.toward, event.expects, event.brings, entry)
    return {**state.commitments, (line.party, line.toward): line}


def change_charter(state: Cooperation, event: CharterDrafted | CharterSigned, entry: int) -> Charter:
    """The charter after a draft or a signing; a new draft leaves the signed charter in force."""
    match event:
        case CharterDrafted():
            return replace(state.charter, draft=entry) if state.charter else Charter(draft=entry)
        case CharterSigned():
            return Charter(event.draft, entry, event.signatories, event.until)
