"""What is known of a funding, folded from its events by ``domain.fundings.evolve.funding``. Integer euro cents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from domain.cooperations.events.told import ReviewEnd
from domain.fundings.request import Allocation, EligibilityFinding, ExpenseLine, FundingRequest, Party
from domain.fundings.terms_of_grant import unfit_amount, unfit_conditions
from domain.kernel.ids import funding_stream
from domain.kernel.moments import latest
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.proposal import Proposal
from domain.reviews.subject import Subject
from domain.rulebook import Rulebook

Stage = Literal["requested", "refused", "deferred", "withdrawn", "granted", "closed"]


@dataclass(frozen=True, slots=True)
class Obligation:
    """A condition of the decision; ``met`` is the entry that shows it."""

    condition: str
    label: str
    due: date
    met: int | None = None


@dataclass(frozen=True, slots=True)
class Granted:
    """The decision: by whom, of which body, what, when."""

    by: str
    body: str
    amount_cents: int
    at: str
    entry: int
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement, and who has signed it at which entry."""

    entry: int
    parties: tuple[Party, ...]
    since: date
    until: date
    signed: Mapping[str, int] = field(default_factory=dict)
    signings: tuple[str, ...] = ()
    """When each has signed, once all have."""

    def signed_at(self, zone: ZoneInfo) -> str | None:
        """When the last of them did, where days are those of a zone; None until all have."""
        return max(self.signings, key=lambda at: latest(at, zone), default=None)


@dataclass(frozen=True, slots=True)
class TrancheState:
    """A tranche on its way. ``approved_by`` has one person per level passed.

    ``requested`` is the entry that asked for it, or sent it back last; ``approved`` that since which it waits to be
    paid: the last approval, or the failure of a payment.
    """

    tranche: str
    cents: int
    stage: Literal["planned", "requested", "approved", "ordered", "paid", "released"] = "planned"
    requested_by: str | None = None
    requested: int | None = None
    levels: int = 0
    approved_by: tuple[str, ...] = ()
    approved: int | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment and what became of it."""

    number: int
    tranche: str
    cents: int
    account: str
    bank_details: int
    allocations: tuple[Allocation, ...]
    charged: str | None
    ordered_by: str
    entry: int
    stage: Literal["ordered", "issued", "paid", "failed", "returned", "cancelled"] = "ordered"
    payment_file: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class ReportState:
    """A report that is owed, has come, was returned or accepted."""

    report: str
    stage: Literal["owed", "submitted", "returned", "accepted"] = "owed"
    entry: int | None = None
    submitted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment on its way; what it does not change is None."""

    amendment: str
    stage: Literal["proposed", "refused", "withdrawn", "granted", "in-force"]
    proposed_by: str
    entry: int
    amount_cents: int | None
    until: date | None
    parties: tuple[Party, ...] | None
    plan: tuple[ExpenseLine, ...] | None
    allocations: tuple[Allocation, ...] = ()
    """What is set aside in addition, while it awaits signatures."""
    signed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReviewOfRequest:
    """A review about the request, or about an ``amendment`` of it: the entry that asked, and that which ended it."""

    question: str
    panel: str
    amendment: str | None
    asked: int
    outcome: ReviewEnd | None = None
    answered: int | None = None


@dataclass(frozen=True, kw_only=True)
class Funding(Subject):
    """A funding. Its rulebook stays the one that its cooperation had when it was asked for."""

    name: str
    requested_by: str
    """Who asked, or asked again."""
    revised_by: str | None = None
    """Who revised the request last, since then."""
    requested_at: str
    requested: int
    """The entry of the last request: asked, revised or asked again."""
    request: FundingRequest
    dossier: int = 1
    """The version of the request."""
    stage: Stage = "requested"
    findings: tuple[EligibilityFinding, ...] = ()
    declined: tuple[str, ...] = ()
    """The points of the last refusal or deferral."""
    put_to_decision: int | None = None
    """The entry by which the request was put before the body that decides, last."""
    granted: Granted | None = None
    conditions: Mapping[str, Obligation] = field(default_factory=dict)
    agreement: Agreement | None = None
    until: date | None = None
    """The end of its term: as asked for, as agreed, as amended."""
    plan: tuple[ExpenseLine, ...] = ()
    tranches: Mapping[str, TrancheState] = field(default_factory=dict)
    payments: Mapping[int, Payment] = field(default_factory=dict)
    reports: Mapping[str, ReportState] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    """The co-funders that have confirmed."""
    contributions: Mapping[str, int] = field(default_factory=dict)
    """Citizens' contributions to be matched, each by its reference."""
    amendments: Mapping[str, Amendment] = field(default_factory=dict)
    allocations: tuple[Allocation, ...] = ()
    """What is set aside and not paid, the earliest first."""
    consumed: tuple[Allocation, ...] = ()
    """What was paid of what was set aside, or is on its way, without what was refunded; the earliest first."""
    released_cents: int = 0
    reclaimed_cents: int = 0
    refunded_cents: int = 0
    reviews: Mapping[str, ReviewOfRequest] = field(default_factory=dict)
    """The reviews about it, as far as it heard of them."""
    charter_signed: str | None = None
    """When the charter of its cooperation was signed, as far as it heard."""

    @property
    def key(self) -> str:
        """``funding:<id>``."""
        return funding_stream(self.id)

    @property
    def instrument(self) -> str:
        """The key of its instrument."""
        return self.request.instrument

    @property
    def askers(self) -> tuple[str, ...]:
        """Whose proposal the request is: who asked, and who revised it last."""
        return (self.requested_by,) if self.revised_by is None else (self.requested_by, self.revised_by)

    @property
    def ended(self) -> bool:
        """Whether nothing is due: refused, until it comes back; closed, until money is owed; withdrawn, for good."""
        return self.stage in ("refused", "withdrawn", "closed")

    @property
    def status(self) -> str:
        """Its stage; while it is alive, why it stands still."""
        return self.standstill or self.stage

    @property
    def amount_cents(self) -> int:
        """What is granted, as amended; before that, what is asked for."""
        return self.granted.amount_cents if self.granted else self.request.amount_cents

    @property
    def paid_cents(self) -> int:
        """What has been paid for good."""
        return sum(one.cents for one in self.payments.values() if one.stage == "paid")

    @property
    def reserved_cents(self) -> int:
        """What is set aside and not paid."""
        return sum(one.cents for one in self.allocations)

    @property
    def in_force(self) -> bool:
        """Whether there is an agreement that all parties have signed."""
        return self.agreement is not None and bool(self.agreement.signings)

    def asked_by(self, amendment: str | None) -> str:
        """Who asked last, or who proposed the amendment."""
        return self.amendments[amendment].proposed_by if amendment else self.requested_by

    def decided_already(self, amendment: str | None) -> Refusal | None:
        """Why there is nothing to decide: the request is decided, or no such amendment waits."""
        if amendment is None:
            decided = self.stage != "requested"
            return refuse("nothing_to_decide", funding=self.id, stage=self.stage) if decided else None
        known = self.amendments.get(amendment)
        if known is None or known.stage != "proposed":
            proposed = tuple(key for key, one in self.amendments.items() if one.stage == "proposed")
            return refuse("no_such_amendment", amendment=amendment, known=proposed or ("–",))
        return None

    def asked_for(self) -> Proposal | None:
        """The amount of the request, without conditions, while it waits for its decision."""
        return Proposal(amount_cents=self.request.amount_cents) if self.stage == "requested" else None

    def unfit(self, proposal: Proposal, rulebook: Rulebook | None, day: date) -> Refusal | None:
        """Why this could not be granted on a day: the amount by the rules of the instrument, or a condition."""
        instrument = rulebook.instrument(self.instrument) if rulebook else None
        amount = proposal.amount_cents
        above = unfit_amount(amount, self.request, self.findings, instrument) if instrument else None
        return above or unfit_conditions(proposal.conditions, self.request.until, day)
