"""Funding instruments: amounts, caps, eligible expenses, circuits, tranches. Amounts are integer euro cents."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from domain.kernel.calendar import Duration
from domain.kernel.model import Model
from domain.kernel.money import Cents
from domain.kernel.values import Body, Key
from domain.rulebook.base import Count, Names, Percentage, contradiction
from domain.rulebook.course import FundingAct
from domain.rulebook.deadlines import Moved


class CapRule(Model):
    """At most this share of eligible expenses; ``raised`` where the territory lies in one of these zonings."""

    ordinary: Percentage
    raised: Percentage | None = None
    raised_in: tuple[str, ...] = ()
    """Zonings as sheets name them (``QPV``, ``FRR``), as of the date of the request."""


class Beneficiary(Model):
    """A kind of body that may be funded, at which stages of maturity, within which size."""

    kind: Key
    name: Names
    more_than_inhabitants: Count | None = None
    fewer_than_employees: Count | None = None
    maturity: tuple[Key, ...] = ()
    """The stages of maturity at which it may; all, if none is named."""


class Expense(Model):
    """A category of expenses and the stages of maturity at which it is eligible; all, if none is named."""

    expense: Key
    name: Names
    maturity: tuple[Key, ...] = ()


class Envelope(Model):
    """What may be committed: in all, each year, and to how many fundings a year."""

    total_cents: Cents | None = None
    per_year_cents: Cents | None = None
    fundings_per_year: Count | None = None


class Level(Model):
    """A step of a circuit: up to and including this amount (all, if missing) this body decides or approves."""

    up_to_cents: Cents | None = None
    by: tuple[Body, ...]


class Tranche(Model):
    """A part of the amount, paid when its conditions hold."""

    tranche: Key
    name: Names
    share: Percentage
    when: tuple[
        Literal["date", "report-accepted", "charter-signed", "co-funding-confirmed", "agreement-signed"], ...
    ]
    after: Duration | None = None
    """How long after the agreement, where a condition is a date."""


StepName = Literal[
    "decision", "agreement", "condition", "request", "approval", "payment", "acceptance", "renewal"
]
"""What is due in a funding's course: to decide it, to sign, to meet a condition, to ask for a tranche whose
conditions hold, to approve it, to pay it, to accept a report, to renew what ends."""


class Step(Model):
    """When a step of a funding's course is due, and who is reminded.

    ``within``: so long after what it follows; of a condition after its day, of a renewal before the end of the term.
    """

    within: Duration = "P0D"
    ladder: Key
    pause: Moved = "continue"
    silence: Literal["refused"] | None = None
    """What no decision in time counts as."""


class Report(Model):
    """What the beneficiary owes, and when: so long after the agreement or before its end (negative)."""

    report: Key
    name: Names
    within: Duration
    ladder: Key


class Matching(Model):
    """For each euro of citizens, so many euros of others: 1 and 1 make three of one."""

    authority: Count
    companies: Count


class FastTrack(Model):
    """An accelerated circuit with an envelope of its own."""

    envelope_cents: Cents
    fewer_than_employees: Count | None = None
    supports: tuple[Literal["investment", "cash-flow"], ...] = ()
    circuit: tuple[Level, ...]


class Instrument(Model):
    """A way of funding, with its rules."""

    instrument: Key
    name: Names
    kind: Literal["grant", "experiment", "match", "time", "label"]
    least_cents: Cents | None = None
    most_cents: Cents | None = None
    cap: CapRule | None = None
    lasting: Annotated[tuple[Duration, Duration], Field()] | None = None
    """The shortest and the longest term."""
    beneficiaries: tuple[Beneficiary, ...] = ()
    expenses: tuple[Expense, ...] = ()
    envelope: Envelope = Envelope()
    shares: tuple[Key, ...] = ()
    """The sources that are pooled, where several are: public, private."""
    carried_by: Key | None = None
    """The instrument that carries the public share of this one."""
    matching: Matching | None = None
    circuit: tuple[Level, ...] = ()
    tranches: tuple[Tranche, ...] = ()
    approvals: tuple[Level, ...] = ()
    distinct_people: bool = True
    """Whether who requests, approves and pays a tranche must be different people."""
    reports: tuple[Report, ...] = ()
    steps: dict[StepName, Step] = {}
    """Steps that have a deadline; the others have none."""
    agreement_above_cents: Cents | None = None
    """An agreement is obligatory above this amount a year (23 000 € by French law, décret 2001-495)."""
    points: dict[Key, Names] = {}
    """The usual reasons for which a request is refused or deferred; others may be written."""
    fast_track: FastTrack | None = None
    course: tuple[FundingAct, ...] = ()
    """What the lifecycle does by itself for each funding of it."""

    @model_validator(mode="after")
    def _least_is_below_most(self) -> Self:
        if (
            self.least_cents is not None
            and self.most_cents is not None
            and self.most_cents < self.least_cents
        ):
            raise contradiction("most_cents est en dessous de least_cents", "most_cents is below least_cents")
        return self
