"""What a funding is made of: expenses, co-funding, beneficiary, carrier, conditions, parties. Integer euro cents."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from domain.model import Model
from domain.pasted import close
from domain.prose import clean_text
from domain.values import Day, Key, Label, Slug

Cents = Annotated[int, Field(ge=0, le=100_000_000_000)]
"""An amount in integer euro cents: 1500000 is 15 000 €."""

Euros = Annotated[int, Field(ge=1, le=100_000_000_000)]
"""An amount in integer euro cents that is not nothing."""

EnvelopeId = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z][a-z0-9_]{0,59}(/fast-track)?/([0-9]{4}|total)$",
        max_length=140,
    ),
]
"""Programme, instrument, its accelerated circuit if it is that one's, and year: ``acte/acte_grant/2026``."""

AccountId = Annotated[
    str,
    StringConstraints(
        pattern=(
            r"^([0-9]{14}|w[0-9][0-9a-z][0-9]{7}|ridet-[0-9]{10}|tahiti-[0-9a-z][0-9]{5}([0-9]{3})?"
            r"|registre-[a-z]+(-[a-z]+)*-[0-9a-z]{1,7}-[0-9]{1,5}|[a-z]{2}-[0-9a-z]{3,32}|paying)$"
        ),
        max_length=120,
    ),
]
"""Whose account it is: the key that ``domain.fundings.identifiers`` makes of a number, or ``paying`` for the
organisation's own. A SIRET stands for itself, an RNA number in small letters."""

PAYING = "paying"
"""The organisation's own account."""

BankReference = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,34}$")]
"""What the bank calls a payment; at most 35 characters, as in ISO 20022. Letters count as capitals."""

_SHORTEST_NUMBER, _LONGEST_NUMBER = 5, 120


def _number(text: str) -> str:
    """A number as people write it, blanks of any kind as spaces; far too short to be one, it is none."""
    found = clean_text(" ".join(text.split()), _LONGEST_NUMBER, lines=False)
    if len(close(found)) < _SHORTEST_NUMBER:
        raise PydanticCustomError("payee_expected", "a SIRET, an RNA number, or that of another register")
    return found


PayeeId = Annotated[str, Field(max_length=_LONGEST_NUMBER), AfterValidator(_number)]
"""A number of a register (``domain.fundings.identifiers``) as people write it; whether it is one is for the rules."""

DocumentDigest = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
"""A document kept elsewhere, by the SHA-256 of its bytes."""

Points = Annotated[tuple[Key, ...], Field(max_length=20)]
"""Reasons of a refusal or deferral as keys, so that a re-submission can answer each of them."""


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


class Condition(Model):
    """A dated obligation that comes with a decision."""

    condition: Key
    label: Label
    due: Day


class Proposal(Model):
    """What a panel is asked to grant: an amount, at most what is asked for, and the conditions that come with it."""

    amount_cents: Cents
    conditions: Annotated[tuple[Condition, ...], Field(max_length=50)] = ()


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


class EligibilityFinding(Model):
    """One rule of eligibility as it was judged: its figures as text (cents, counts, days, shares)."""

    rule: Key
    holds: bool
    figures: dict[Key, str] = {}


class Allocation(Model):
    """Money set aside for a funding: the same cents in each of these envelopes."""

    envelopes: Annotated[tuple[EnvelopeId, ...], Field(min_length=1, max_length=4)]
    cents: Euros


class Instalment(Model):
    """A tranche of a schedule and its amount."""

    tranche: Key
    cents: Cents
