"""Commands about a funding up to its agreement: request, decision, conditions, signing, amendments, closing."""

from typing import Annotated, Literal

from pydantic import Field

from domain.fundings.commands.base import FundingCommand
from domain.fundings.request import Clause, ExpenseLine, FundingRequest, Party, Pledge
from domain.kernel.command import Answers
from domain.kernel.ids import cooperation_stream
from domain.kernel.money import Cents, DocumentDigest, Points
from domain.kernel.prose import ClearProse
from domain.kernel.values import Day, Key, Slug
from domain.reviews.proposal import Condition

Parties = Annotated[tuple[Party, ...], Field(min_length=1, max_length=50)]


class RequestFunding(FundingCommand):
    """Ask for a funding of a cooperation; its eligibility is computed rule by rule."""

    type: Literal["RequestFunding"]
    cooperation: Slug
    request: FundingRequest
    note: ClearProse | None = None

    @property
    def rests_on(self) -> str:
        """The cooperation's stream: there is no funding before it."""
        return cooperation_stream(self.cooperation)


class ReviseFunding(FundingCommand):
    """Change what is asked for before it is decided: a new version of the dossier."""

    not_while_asleep = True

    type: Literal["ReviseFunding"]
    request: FundingRequest
    reason: ClearProse


class WithdrawFunding(FundingCommand):
    """Take the request back before it is decided."""

    type: Literal["WithdrawFunding"]
    reason: ClearProse


class DecideFunding(FundingCommand):
    """Grant, refuse or defer what is asked for: the body entitled to the amount does, never who asked."""

    judges = True
    not_while_asleep = True

    type: Literal["DecideFunding"]
    decision: Literal["granted", "refused", "deferred"]
    amount_cents: Cents | None = None
    """What is granted, at most what is asked for; all of it, if missing."""
    conditions: Annotated[tuple[Condition, ...], Field(max_length=50)] = ()
    review: Slug | None = None
    """The panel's concluded review, where a panel decides."""
    points: Points = ()
    reasons: ClearProse | None = None
    would_change: ClearProse | None = None


class ResubmitFunding(FundingCommand):
    """Ask again after a refusal or deferral, with an answer to every point."""

    not_while_asleep = True

    type: Literal["ResubmitFunding"]
    request: FundingRequest
    answers: Annotated[Answers, Field(min_length=1)]


class PrepareAgreement(FundingCommand):
    """Lay down the agreement: its parties, term, contributions and clauses; a new one replaces an unsigned one."""

    type: Literal["PrepareAgreement"]
    parties: Parties
    since: Day
    until: Day
    contributions: Annotated[tuple[Pledge, ...], Field(max_length=100)] = ()
    clauses: Annotated[tuple[Clause, ...], Field(max_length=100)] = ()
    document: DocumentDigest | None = None


class SignAgreement(FundingCommand):
    """Record that a party signed; once all have, the agreement is in force."""

    type: Literal["SignAgreement"]
    party: Slug


class MeetCondition(FundingCommand):
    """Record that a condition of the decision is met, on what evidence."""

    in_order = False

    type: Literal["MeetCondition"]
    condition: Key
    document: DocumentDigest | None = None
    note: ClearProse | None = None


class ConfirmCoFunding(FundingCommand):
    """Record that a co-funder has confirmed what the plan says."""

    in_order = False

    type: Literal["ConfirmCoFunding"]
    source: Slug
    document: DocumentDigest | None = None


class RecordCitizenContribution(FundingCommand):
    """Record a citizen's contribution to be matched, once; its reference says nothing about the person."""

    in_order = False

    type: Literal["RecordCitizenContribution"]
    contribution: Slug
    cents: Annotated[int, Field(ge=1, le=100_000_000)]


class ProposeAmendment(FundingCommand):
    """Propose an amendment (avenant): another amount, term, parties or plan; what is not given stays."""

    not_while_asleep = True

    type: Literal["ProposeAmendment"]
    amendment: Slug
    amount_cents: Cents | None = None
    until: Day | None = None
    parties: Parties | None = None
    plan: Annotated[tuple[ExpenseLine, ...], Field(max_length=200)] | None = None
    reason: ClearProse


class DecideAmendment(FundingCommand):
    """Grant or refuse an amendment: the body entitled to the amount that would then hold does."""

    judges = True
    not_while_asleep = True
    frees_money = True

    type: Literal["DecideAmendment"]
    amendment: Slug
    decision: Literal["granted", "refused"]
    review: Slug | None = None
    points: Points = ()
    reasons: ClearProse | None = None
    would_change: ClearProse | None = None


class SignAmendment(FundingCommand):
    """Record that a party signed a granted amendment; once all have, it holds."""

    frees_money = True

    type: Literal["SignAmendment"]
    amendment: Slug
    party: Slug


class WithdrawAmendment(FundingCommand):
    """Take an amendment back that does not hold yet."""

    frees_money = True

    type: Literal["WithdrawAmendment"]
    amendment: Slug
    reason: ClearProse


class ExtendFundingDeadline(FundingCommand):
    """Give a deadline of the funding more time, until a day."""

    not_while_asleep = True

    type: Literal["ExtendFundingDeadline"]
    deadline: Key
    subject: Key | None = None
    """Which report, condition, tranche or amendment, where there are several."""
    until: Day
    reason: ClearProse


class ReleaseFunds(FundingCommand):
    """Give what is not paid back to the envelope: those tranches are no longer owed."""

    frees_money = True

    type: Literal["ReleaseFunds"]
    reason: ClearProse


class ReclaimFunds(FundingCommand):
    """Reclaim part of what was paid."""

    type: Literal["ReclaimFunds"]
    cents: Annotated[int, Field(ge=1, le=100_000_000_000)]
    reason: ClearProse


class CloseFunding(FundingCommand):
    """Close a funding: every granted cent is paid or released, every reclaimed one refunded, all reports accepted."""

    type: Literal["CloseFunding"]
    reason: ClearProse | None = None


LaterCommand = (
    ReviseFunding
    | WithdrawFunding
    | DecideFunding
    | ResubmitFunding
    | PrepareAgreement
    | SignAgreement
    | MeetCondition
    | ConfirmCoFunding
    | RecordCitizenContribution
    | ProposeAmendment
    | DecideAmendment
    | SignAmendment
    | WithdrawAmendment
    | ExtendFundingDeadline
    | ReleaseFunds
    | ReclaimFunds
    | CloseFunding
)
"""Commands about one funding that was asked for, up to its closing, without its payments."""

RequestCommand = RequestFunding | LaterCommand
"""Commands about the course of one funding."""
