"""Files for the bank: each payment in one file, to bank details that hold."""

from datetime import date
from typing import Any

from domain.fundings.events.payments import PaymentFileIssued, PaymentInFile, PaymentIssued
from domain.kernel.event import Event
from tests.domain.kit import On, Row, do
from tests.domain.paying import (
    ACCOUNT,
    BOARD,
    FINANCE,
    FUNDING,
    IN_FILE,
    KEY,
    ON_ITS_WAY,
    PAYEE,
    PAYERS,
    PAYING,
    SECOND_FINANCE,
    SIRET,
    confirmed,
    proposed,
)
from tests.domain.sample_people import ELECTED, MANAGER

READY: dict[str, tuple[Event | On, ...]] = {KEY: ON_ITS_WAY, PAYEE: ACCOUNT, PAYING: ACCOUNT}
CHANGED = (*ACCOUNT, proposed(2), confirmed(2))


def issue(*payments: tuple[str, int], day: str = "2026-11-24", actor: str = FINANCE) -> Any:
    """Payments leave in the file of November."""
    named = [{"funding": funding, "payment": number} for funding, number in payments or ((FUNDING, 1),)]
    return do("IssuePaymentFile", payment_file="novembre", payments=named, execute_on=day, actor=actor)


def issued(**more: Any) -> tuple[Event, ...]:
    """They left."""
    line = PaymentInFile(
        funding=FUNDING, payment=1, cents=1_000_000, account=SIRET, bank_details=1, reference="menuiserie/1"
    )
    file = PaymentFileIssued(**{"execute_on": date(2026, 11, 24), "paying": 1, "payments": (line,), **more})
    return file, PaymentIssued(payment=1, payment_file="novembre")


def row(rule: str, when: Any, then: Any, given: Any = (), **beside: Any) -> Row:
    """A rule about files for the bank."""
    named = {"funding": KEY, "payee": PAYEE, "own": PAYING}
    states = {**READY, **{named[key]: one for key, one in beside.items() if key in named}}
    return Row(rule, given, when, then, people=PAYERS, beside=states, naming=beside.get("naming", {}))


ROWS = (
    row("ordered payments leave in a file", issue(), issued()),
    row("the bank may pay today", issue(day="2026-11-23"), issued(execute_on=date(2026, 11, 23))),
    row(
        "the bank does not pay yesterday",
        issue(day="2026-11-22"),
        "execution_past",
        naming={"today": "2026-11-23"},
    ),
    row(
        "the bank does not pay on a day on which TARGET is closed",
        issue(day="2026-12-25"),
        "execution_closed",
        naming={"open": "2026-12-28"},
    ),
    row("the bank may pay in a year", issue(day="2027-11-23"), issued(execute_on=date(2027, 11, 23))),
    row(
        "no bank keeps an order for more than a year",
        issue(day="2027-11-24"),
        "execution_far",
        naming={"furthest": "2027-11-23"},
    ),
    row("another finance officer may send it", issue(actor=SECOND_FINANCE), issued()),
    row("who decided sends nothing", issue(actor=BOARD), "acted_before", naming={"step": "decided"}),
    row("who asked for it sends nothing", issue(actor=MANAGER), "acted_before", naming={"step": "requested"}),
    row("who approved it sends nothing", issue(actor=ELECTED), "acted_before", naming={"step": "approved"}),
    row("a file leaves once", issue(), "payment_file_exists", given=issued()[:1]),
    row("no payment is in two files", issue(), "payment_stage", funding=IN_FILE, naming={"stage": "issued"}),
    row(
        "no payment is in one file twice",
        issue((FUNDING, 1), (FUNDING, 1)),
        "payment_twice",
        naming={"payments": "menuiserie 1"},
    ),
    row("a payment leaves of a funding that exists", issue(("autre", 1)), "unknown_funding"),
    row("a payment leaves that exists", issue((FUNDING, 2)), "unknown_payment", naming={"known": "1"}),
    row(
        "no file leaves without an account of its own",
        issue(),
        "no_bank_details",
        own=(),
        naming={"account": "paying"},
    ),
    row(
        "no file leaves while its own account is about to change",
        issue(),
        "bank_details_pending",
        own=(*ACCOUNT, proposed(2)),
    ),
    row(
        "nothing leaves while the payee's account is about to change",
        issue(),
        "bank_details_pending",
        payee=(*ACCOUNT, proposed(2)),
        naming={"account": SIRET},
    ),
    row(
        "nothing leaves to an account that has changed",
        issue(),
        "bank_details_changed",
        payee=CHANGED,
        naming={"payment": "1"},
    ),
)
