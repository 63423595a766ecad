"""What may have happened in the tests' funding and beside it, up to a payment; the rules that it follows."""

from datetime import date
from typing import Any

from domain.bank.events import BankDetailsConfirmed, BankDetailsProposed
from domain.envelopes.events import EnvelopeOpened, FundsReserved
from domain.fundings.events.payments import (
    PaymentConfirmed,
    PaymentIssued,
    PaymentOrdered,
    ReportAccepted,
    ReportSubmitted,
    TrancheApproved,
    TrancheRequested,
)
from domain.fundings.events.requests import (
    AgreementPrepared,
    AgreementSigned,
    FundingGranted,
    FundingRequested,
)
from domain.fundings.request import Allocation, FundingRequest, Instalment, Party, Payee
from domain.fundings.schedule import first_schedule
from domain.fundings.state import Funding
from domain.kernel.event import Event
from domain.kernel.ids import account_stream, envelope_stream, funding_stream
from domain.kernel.prose import Prose
from domain.kernel.values import Role
from domain.rulebook import Rulebook
from domain.rulebook.base import defined
from tests.domain.kit import On, on, state_of
from tests.domain.rules import rulebook
from tests.domain.sample_people import (
    ADMINISTRATOR,
    ELECTED,
    FOUNDED,
    IN_ROLE,
    MANAGER,
    REGION,
    STEERING,
    granted,
    person,
    registered,
)

FUNDING, KEY = "menuiserie", funding_stream("menuiserie")
SIRET = "73282932000074"
PAYEE, PAYING = account_stream(SIRET), account_stream("paying")
ENVELOPE = "essai/grant/2026"
IN_ENVELOPE = envelope_stream(ENVELOPE)
IBAN = "FR7630006000011234567890189"

FINANCE = IN_ROLE[Role.FINANCE_OFFICER]
SECOND_FINANCE = person(93)
BOARD = IN_ROLE[Role.BOARD]
PAYERS: tuple[Event, ...] = (
    *FOUNDED,
    registered(SECOND_FINANCE),
    granted(SECOND_FINANCE, Role.FINANCE_OFFICER),
)
"""The people of the tests, and a second finance officer."""


def _names(key: str) -> dict[str, str]:
    return {"fr": f"{key} (nom)", "en": f"{key} (name)"}


def _tranche(key: str, share: Any, *when: str, **more: Any) -> dict[str, Any]:
    return {"tranche": key, "name": _names(key), "share": share, "when": when, **more}


def instrument(key: str, **more: Any) -> dict[str, Any]:
    """An instrument that the board decides, as a rulebook writes it."""
    circuit = [{"by": ["board"]}]
    return {"instrument": key, "name": _names(key), "kind": "grant", "circuit": circuit, **more}


def funded(*instruments: dict[str, Any], **more: Any) -> Rulebook:
    """The rules of the tests with instruments."""
    return rulebook(instruments=instruments, **more)


STEPS: dict[str, Any] = {
    "decision": {"within": "P3M", "ladder": "short", "silence": "refused"},
    "agreement": {"within": "P2M", "ladder": "short"},
    "condition": {"ladder": "short"},
    "request": {"within": "P1M", "ladder": "short"},
    "approval": {"within": "P14D", "ladder": "short"},
    "payment": {"within": "P30D", "ladder": "short"},
    "acceptance": {"within": "P1M", "ladder": "short"},
    "renewal": {"within": "P2M", "ladder": "short"},
}
FINAL = {"report": "final", "name": _names("final"), "within": "P12M", "ladder": "short"}

PAID_BY = funded(
    instrument(
        "grant",
        tranches=[_tranche("advance", 50), _tranche("balance", 50, "report-accepted")],
        approvals=[
            {"up_to_cents": 500_000, "by": ["elected-representative"]},
            {"up_to_cents": 1_500_000, "by": ["steering-committee"]},
            {"by": ["board"]},
        ],
        reports=[FINAL],
        steps=STEPS,
        agreement_above_cents=2_300_000,
    ),
    instrument("plain"),
    instrument("matched", matching={"authority": 1, "companies": 1}),
    instrument("alone", distinct_people=False),
    instrument(
        "waiting",
        tranches=[
            _tranche("first", 30, "charter-signed", "co-funding-confirmed"),
            _tranche("second", 30, "date", after="P6M"),
            _tranche("third", 40, "agreement-signed"),
        ],
        steps=STEPS,
    ),
)
"""Tranches, levels of approval and every condition; instruments with none of them, matched, paid by one alone."""


def request(key: str = "grant", cents: int = 2_000_000, **more: Any) -> FundingRequest:
    """A request for the year 2026."""
    known: dict[str, Any] = {
        "instrument": key,
        "amount_cents": cents,
        "since": date(2026, 1, 1),
        "until": date(2026, 12, 31),
        "beneficiary": Payee(kind="association", name="Les Rives", identifier="732 829 320 00074"),
    }
    return FundingRequest(**{**known, **more})


def requested(asked: FundingRequest) -> FundingRequested:
    """It was asked for."""
    return FundingRequested(
        cooperation="rives",
        name="Rives en commun",
        region=REGION,
        managers=(MANAGER,),
        rulebook=PAID_BY.id,
        pass_number=1,
        request=asked,
        note=None,
    )


def set_aside(cents: int, envelope: str = ENVELOPE) -> Allocation:
    """So much in one envelope."""
    return Allocation(envelopes=(envelope,), cents=cents)


def grant(asked: FundingRequest, rules: Rulebook = PAID_BY, **more: Any) -> FundingGranted:
    """All of it was granted by the board."""
    rule = defined(rules.instrument(asked.instrument))
    known: dict[str, Any] = {
        "amount_cents": asked.amount_cents,
        "circuit": "ordinary",
        "body": "board",
        "dossier": 1,
        "conditions": (),
        "schedule": first_schedule(rule, asked.amount_cents),
        "allocations": (set_aside(asked.amount_cents, f"essai/{asked.instrument}/2026"),),
        "review": None,
        "reasons": None,
    }
    return FundingGranted(**{**known, **more})


def awarded(asked: FundingRequest | None = None, **more: Any) -> tuple[Event | On, ...]:
    """Entries 1 and 2: asked for on 5 January, granted on 2 February 2026."""
    wanted = asked or request()
    return requested(wanted), on("2026-02-02", grant(wanted, **more), BOARD)


def asked_for(tranche: str = "advance", cents: int = 1_000_000, levels: int = 2) -> On:
    """A tranche was asked for on 2 March."""
    event = TrancheRequested(tranche=tranche, cents=cents, levels=levels, note=None)
    return on("2026-03-02", event, MANAGER)


def approved(tranche: str = "advance", levels: int = 2) -> tuple[On, ...]:
    """It was approved at each level, on 3 March."""
    people = (ELECTED, STEERING, BOARD)[:levels]
    return tuple(
        on("2026-03-03", TrancheApproved(tranche=tranche, level=level, last=level == levels), who)
        for level, who in enumerate(people, start=1)
    )


def ordered(
    number: int = 1, tranche: str = "advance", cents: int = 1_000_000, charged: str | None = None, **more: Any
) -> On:
    """Its payment was ordered on 4 March."""
    known: dict[str, Any] = {"account": SIRET, "bank_details": 1, "allocations": (set_aside(cents),)}
    event = PaymentOrdered(payment=number, tranche=tranche, cents=cents, charged=charged, **{**known, **more})
    return on("2026-03-04", event, FINANCE)


TO_APPROVE = (*awarded(), asked_for())
TO_PAY = (*TO_APPROVE, *approved())
ON_ITS_WAY = (*TO_PAY, ordered())
IN_FILE = (*ON_ITS_WAY, on("2026-03-05", PaymentIssued(payment=1, payment_file="mars"), FINANCE))
PAID = (
    *ON_ITS_WAY,
    on("2026-03-06", PaymentConfirmed(payment=1, reference="VIR-1", executed_on=date(2026, 3, 5)), FINANCE),
)
SUBMITTED = on("2026-10-01", ReportSubmitted(report="final", document=None, note=None), MANAGER)
ACCEPTED = on("2026-10-02", ReportAccepted(report="final", note=None), ELECTED)

PREPARED = AgreementPrepared(
    parties=(Party(party="les-rives", name="Les Rives"),),
    since=date(2026, 2, 1),
    until=date(2026, 12, 31),
    contributions=(),
    clauses=(),
    document=None,
)
SIGNED = (PREPARED, on("2026-02-10", AgreementSigned(party="les-rives", complete=True)))


def proposed(version: int = 1, by: str = FINANCE, **more: Any) -> BankDetailsProposed:
    """Bank details were proposed."""
    known: dict[str, Any] = {"holder": Prose(text="Les Rives"), "iban": Prose(text=IBAN), "bic": None}
    return BankDetailsProposed(bank_details=version, proposed_by=by, **{**known, **more})


def confirmed(version: int = 1) -> On:
    """And confirmed by the administrator."""
    return on("2026-02-20", BankDetailsConfirmed(bank_details=version, note=None), ADMINISTRATOR)


ACCOUNT = (proposed(), confirmed())


def opened(commitments: int = 12_000_000, payments: int | None = None) -> EnvelopeOpened:
    """An envelope was opened."""
    return EnvelopeOpened(
        rulebook=PAID_BY.id,
        commitments_cents=commitments,
        payments_cents=payments,
        fundings_per_year=None,
        note=None,
    )


def reserved(cents: int = 2_000_000, payments: int | None = None) -> tuple[Event, ...]:
    """An envelope in which the funding has so much set aside."""
    return opened(payments=payments), FundsReserved(funding=FUNDING, cents=cents, counts=True)


def instalments(**cents: int) -> tuple[Instalment, ...]:
    """A schedule."""
    return tuple(Instalment(tranche=key, cents=amount) for key, amount in cents.items())


def funding_of(*events: Event | On) -> Funding:
    """The funding that these events make."""
    state = state_of(KEY, *events)
    assert isinstance(state, Funding)
    return state
