"""What a funding is made of: expenses, co-funding, beneficiary, carrier, conditions, parties. Integer euro cents."""

from typing import Annotated, Literal

from pydantic import Field

from domain.kernel.model import Model
from domain.kernel.money import Cents, EnvelopeId, Euros, PayeeId
from domain.kernel.values import Day, Key, Label, Slug


class EligibilityFinding(Model):
    """One rule of eligibility as it was judged: its figures as text (cents, counts, days, shares)."""

    rule: Key
    holds: bool
    figures: dict[Key, str] = {}


PAYING = "paying"
"""The organisation's own account."""


class ExpenseLine(Model):
    """A line of the plan; ``expense`` is the instrument's category, or one that it does not know."""

    expense: Key
    label: Label
    cents: Euros


class CoFunding(Model):
    """Who else pays or brings what; what is brought in kind is valued."""

    source: Slug
    name: Label
    origin: Literal["public", "private"]
    form: Literal["cash", "in-kind"] = "cash"
    cents: Euros


class Payee(Model):
    """Who receives the money, and the number that a register gives them."""

    kind: Key
    """The kind of beneficiary, as the instrument names it."""
    name: Label
    identifier: PayeeId
    inhabitants: Annotated[int, Field(ge=0, le=100_000_000)] | None = None
    employees: Annotated[int, Field(ge=0, le=10_000_000)] | None = None


class PassedOn(Model):
    """What the carrier (structure porteuse) passes on to another member of the collective."""

    to: Slug
    cents: Euros


class FundingRequest(Model):
    """What is asked for. The plan's sum is the amount and all co-funding together."""

    instrument: Key
    amount_cents: Cents
    since: Day
    until: Day
    beneficiary: Payee
    plan: Annotated[tuple[ExpenseLine, ...], Field(max_length=200)] = ()
    co_funding: Annotated[tuple[CoFunding, ...], Field(max_length=100)] = ()
    shares: Annotated[dict[Key, Cents], Field(max_length=20)] = {}
    """How the amount divides among the sources that the instrument pools."""
    maturity: Key | None = None
    carrier: Slug | None = None
    """The stakeholder that carries the money for all."""
    passed_on: Annotated[tuple[PassedOn, ...], Field(max_length=200)] = ()
    fast_track: Literal["investment", "cash-flow"] | None = None
    """What the accelerated circuit is asked to support."""


class Party(Model):
    """Who signs an agreement."""

    party: Slug
    name: Label


class Pledge(Model):
    """What a party brings under an agreement, in cash or in kind."""

    party: Slug
    form: Literal["cash", "in-kind"]
    cents: Euros
    label: Label


class Clause(Model):
    """A clause of an agreement, by its key, in one line."""

    clause: Key
    label: Label


class Allocation(Model):
    """Money set aside for a funding: the same cents in each of these envelopes."""

    envelopes: Annotated[tuple[EnvelopeId, ...], Field(min_length=1, max_length=4)]
    cents: Euros


class Instalment(Model):
    """A tranche of a schedule and its amount."""

    tranche: Key
    cents: Cents
