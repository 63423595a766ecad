"""Events of a funding up to its agreement and after it, and what its cooperation hears of it."""

from typing import Literal

from domain.fundings.request import (
    Allocation,
    Clause,
    EligibilityFinding,
    ExpenseLine,
    FundingRequest,
    Instalment,
    Party,
    Pledge,
)
from domain.kernel.event import Event
from domain.kernel.money import DocumentDigest
from domain.kernel.prose import Prose
from domain.kernel.values import Body, Day, Key, Label, PersonId, Region, RulebookId, Slug
from domain.reviews.proposal import Condition


class FundingRequested(Event):
    """A funding was asked for. ``name`` is the cooperation's name then."""

    type: Literal["FundingRequested"] = "FundingRequested"
    cooperation: Slug
    name: Label
    region: Region
    managers: tuple[PersonId, ...]
    rulebook: RulebookId
    pass_number: int
    request: FundingRequest
    note: Prose | None


class EligibilityAssessed(Event):
    """What each rule says of the request, as of the day it was made; ``dossier`` is the version judged."""

    type: Literal["EligibilityAssessed"] = "EligibilityAssessed"
    dossier: int
    as_of: Day
    findings: tuple[EligibilityFinding, ...]


class FundingRevised(Event):
    """Something else is asked for: a new version of the dossier."""

    outdates = True

    type: Literal["FundingRevised"] = "FundingRevised"
    dossier: int
    request: FundingRequest
    reason: Prose


class FundingWithdrawn(Event):
    """The request was taken back, or fell with its cooperation: ``cause`` says which."""

    outdates = True

    type: Literal["FundingWithdrawn"] = "FundingWithdrawn"
    cause: Literal["taken-back", "closed"]
    reason: Prose | None


class FundingGranted(Event):
    """The funding was granted, and its amount set aside in the envelopes."""

    outdates = True

    type: Literal["FundingGranted"] = "FundingGranted"
    amount_cents: int
    circuit: Literal["ordinary", "fast-track"]
    body: Body
    dossier: int
    conditions: tuple[Condition, ...]
    schedule: tuple[Instalment, ...]
    allocations: tuple[Allocation, ...]
    review: Slug | None
    reasons: Prose | None


class FundingDeclined(Event):
    """The funding was refused or deferred, for these reasons."""

    outdates = True

    type: Literal["FundingDeclined"] = "FundingDeclined"
    decision: Literal["refused", "deferred"]
    body: Body
    dossier: int
    review: Slug | None
    points: tuple[Key, ...]
    reasons: Prose
    would_change: Prose


class FundingResubmitted(Event):
    """The funding is asked for again, with an answer to every point."""

    outdates = True

    type: Literal["FundingResubmitted"] = "FundingResubmitted"
    dossier: int
    request: FundingRequest
    answers: dict[Key, Prose]


class AgreementPrepared(Event):
    """What the parties are to sign."""

    outdates = True

    type: Literal["AgreementPrepared"] = "AgreementPrepared"
    parties: tuple[Party, ...]
    since: Day
    until: Day
    contributions: tuple[Pledge, ...]
    clauses: tuple[Clause, ...]
    document: DocumentDigest | None


class AgreementSigned(Event):
    """A party signed; ``complete`` once all have."""

    outdates = True

    type: Literal["AgreementSigned"] = "AgreementSigned"
    party: Slug
    complete: bool


class ConditionMet(Event):
    """A condition of the decision is met."""

    type: Literal["ConditionMet"] = "ConditionMet"
    condition: Key
    document: DocumentDigest | None
    note: Prose | None


class CoFundingConfirmed(Event):
    """A co-funder confirmed what the plan says."""

    type: Literal["CoFundingConfirmed"] = "CoFundingConfirmed"
    source: Slug
    document: DocumentDigest | None


class CitizenContributionRecorded(Event):
    """A citizen's contribution that is matched once."""

    type: Literal["CitizenContributionRecorded"] = "CitizenContributionRecorded"
    contribution: Slug
    cents: int


class AmendmentProposed(Event):
    """An amendment was proposed: what would change, and its impact on schedule and budget."""

    outdates = True

    type: Literal["AmendmentProposed"] = "AmendmentProposed"
    amendment: Slug
    amount_cents: int | None
    until: Day | None
    parties: tuple[Party, ...] | None
    plan: tuple[ExpenseLine, ...] | None
    schedule: tuple[Instalment, ...]
    """The schedule as it would be."""
    budget_cents: int
    """What it would take from the envelopes; negative for what it would give back."""
    reason: Prose


class AmendmentGranted(Event):
    """An amendment was granted, and what it takes more set aside; it holds once all have signed."""

    outdates = True

    type: Literal["AmendmentGranted"] = "AmendmentGranted"
    amendment: Slug
    body: Body
    review: Slug | None
    schedule: tuple[Instalment, ...]
    allocations: tuple[Allocation, ...]
    """What is set aside in addition."""
    released: tuple[Allocation, ...]
    """What is free again, where it holds at once."""
    holds: bool
    """Whether it holds at once: there was no signed agreement."""
    reasons: Prose | None


class AmendmentRefused(Event):
    """An amendment was refused."""

    outdates = True

    type: Literal["AmendmentRefused"] = "AmendmentRefused"
    amendment: Slug
    body: Body
    review: Slug | None
    points: tuple[Key, ...]
    reasons: Prose
    would_change: Prose


class AmendmentSigned(Event):
    """A party signed an amendment; ``complete`` once all have: it holds, and what it takes less is free again."""

    outdates = True

    type: Literal["AmendmentSigned"] = "AmendmentSigned"
    amendment: Slug
    party: Slug
    complete: bool
    schedule: tuple[Instalment, ...]
    """The schedule that holds from then on, given what was paid meanwhile; empty until it is complete."""
    released: tuple[Allocation, ...]


class AmendmentWithdrawn(Event):
    """An amendment that does not hold yet was taken back, or fell with what it amends."""

    outdates = True

    type: Literal["AmendmentWithdrawn"] = "AmendmentWithdrawn"
    amendment: Slug
    released: tuple[Allocation, ...]
    """What had been set aside for it."""
    reason: Prose | None


class FundsGivenBack(Event):
    """What is not paid went back to the envelopes; ``tranches`` are no longer owed."""

    outdates = True

    type: Literal["FundsGivenBack"] = "FundsGivenBack"
    tranches: tuple[Key, ...]
    released: tuple[Allocation, ...]
    reason: Prose


class FundsReclaimed(Event):
    """Part of what was paid is reclaimed."""

    outdates = True

    type: Literal["FundsReclaimed"] = "FundsReclaimed"
    cents: int
    reason: Prose


class FundingClosed(Event):
    """The funding is over."""

    outdates = True

    type: Literal["FundingClosed"] = "FundingClosed"
    granted_cents: int
    paid_cents: int
    released_cents: int
    refunded_cents: int
    reason: Prose | None


RequestEvent = (
    FundingRequested
    | EligibilityAssessed
    | FundingRevised
    | FundingWithdrawn
    | FundingGranted
    | FundingDeclined
    | FundingResubmitted
    | AgreementPrepared
    | AgreementSigned
    | ConditionMet
    | CoFundingConfirmed
    | CitizenContributionRecorded
    | AmendmentProposed
    | AmendmentGranted
    | AmendmentRefused
    | AmendmentSigned
    | AmendmentWithdrawn
    | FundsGivenBack
    | FundsReclaimed
    | FundingClosed
)
"""Events about the course of one funding."""
