"""The collective: stakeholders, the table of commitments, what each brings, the charter."""

from domain.cooperations.commands.file import (
    AddStakeholder,
    ChangeStakeholder,
    DraftCharter,
    RecordCommitment,
    RecordContribution,
    RetireStakeholder,
    SignCharter,
)
from domain.cooperations.events.file import (
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    ContributionRecorded,
    StakeholderAdded,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.cooperations.state import Cooperation
from domain.files.setting import Decision
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Term


def add_stakeholder(command: AddStakeholder, file: Cooperation) -> Decision:
    """Add a member that is not there yet; the key of one who left is not used again."""
    if command.stakeholder in file.stakeholders:
        return refuse("stakeholder_exists", stakeholder=command.stakeholder)
    if _ends_before_it_begins(command.term):
        return refuse("term_reversed")
    return (
        StakeholderAdded(
            stakeholder=command.stakeholder,
            name=command.name,
            sector=command.sector,
            role=command.role,
            term=command.term,
            carries_the_money=command.carries_the_money,
        ),
    )


def change_stakeholder(command: ChangeStakeholder, file: Cooperation) -> Decision:
    """Change a member's role, its term, or its charge of the money."""
    if absent := _absent(file, command.stakeholder):
        return absent
    now = file.stakeholders[command.stakeholder]
    term = now.term if command.term is None else command.term
    carries = now.carries_the_money if command.carries_the_money is None else command.carries_the_money
    role = command.role or now.role
    if (role, term, carries) == (now.role, now.term, now.carries_the_money):
        return refuse("changes_nothing")
    if _ends_before_it_begins(term):
        return refuse("term_reversed")
    return (
        StakeholderChanged(stakeholder=command.stakeholder, role=role, term=term, carries_the_money=carries),
    )


def retire_stakeholder(command: RetireStakeholder, file: Cooperation) -> Decision:
    """Let a member go; who carries the money must first pass that on."""
    if absent := _absent(file, command.stakeholder):
        return absent
    if file.stakeholders[command.stakeholder].carries_the_money:
        return refuse("carries_the_money", stakeholder=command.stakeholder)
    return (StakeholderRetired(stakeholder=command.stakeholder, reason=command.reason),)


def record_commitment(command: RecordCommitment, file: Cooperation) -> Decision:
    """Write a line between two members, or between one and all."""
    if absent := _absent(file, command.party, command.toward):
        return absent
    if command.party == command.toward:
        return refuse("commitment_to_itself")
    return (
        CommitmentRecorded(
            party=command.party, toward=command.toward, expects=command.expects, brings=command.brings
        ),
    )


def record_contribution(command: RecordContribution, file: Cooperation) -> Decision:
    """Record what a member brings: money as an amount, anything else as an amount or as hours."""
    if absent := _absent(file, command.stakeholder):
        return absent
    if command.kind == "cash" and (command.amount_cents is None or command.hours is not None):
        return refuse("cash_is_an_amount")
    if command.amount_cents is None and command.hours is None:
        return refuse("contribution_of_how_much")
    return (
        ContributionRecorded(
            stakeholder=command.stakeholder,
            kind=command.kind,
            what=command.what,
            amount_cents=command.amount_cents,
            hours=command.hours,
        ),
    )


def draft_charter(command: DraftCharter) -> Decision:
    """Record a draft."""
    return (CharterDrafted(document=command.document, note=command.note),)


def sign_charter(command: SignCharter, file: Cooperation) -> Decision:
    """Sign what was last drafted."""
    if file.charter is None:
        return refuse("no_draft")
    if file.charter.signed and file.charter.draft < file.charter.signed:
        return refuse("draft_already_signed")
    if absent := _absent(file, *command.signatories):
        return absent
    return (CharterSigned(draft=file.charter.draft, signatories=command.signatories, until=command.until),)


def _absent(file: Cooperation, *keys: str | None) -> Refusal | None:
    present = [key for key, one in file.stakeholders.items() if not one.retired]
    unknown = [key for key in keys if key is not None and key not in present]
    return (
        refuse("unknown_stakeholder", stakeholder=tuple(unknown), known=tuple(present)) if unknown else None
    )


def _ends_before_it_begins(term: Term) -> bool:
    return term.since is not None and term.until is not None and term.until < term.since
