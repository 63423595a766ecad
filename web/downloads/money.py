"""Payments by their step, files for the bank and bank accounts as sheets; never the number of an account."""

from collections.abc import Sequence

from fastapi import Request

from exports.list_table import Cell, Column
from language import Text, say
from queries.accounts import accounts as all_accounts
from queries.payment_files import payment_files
from queries.payments_by_step import PaymentRow, payments_by_step
from queries.visit import Visit
from web.downloads.table import Table
from web.payment_tabs import STEP_OF, Tab, tab_asked
from wording.pages import accounts as account_words
from wording.pages import downloads as words
from wording.pages import payments as payment_words

_STEPS = ("requested", "approved", "ordered")


async def payments(visit: Visit, request: Request) -> Table:
    """The payments of one step, or the files that have left for the bank. Raises Failure."""
    tab = tab_asked(request) or "to-send"
    rows, _ = await payments_by_step(visit, STEP_OF[tab])
    filters = (words.filter_said(say(words.STEP), say(payment_words.TABS[tab])),)
    if tab == "sent":
        return Table(say(payment_words.TITLE), *await _files(visit), filters)
    columns = (
        Column(say(payment_words.FUNDING), width=36),
        Column(say(payment_words.BENEFICIARY), width=36),
        Column(say(words.IDENTIFIER), width=18),
        Column(say(payment_words.TRANCHE), width=28),
        Column(say(payment_words.AMOUNT), "euros"),
        *(Column(say(words.STEPS[step])) for step in _STEPS),
        Column(say(payment_words.WHERE_TO), width=36),
        Column(say(payment_words.STATE if tab == "failed" else payment_words.NEXT), width=48),
    )
    return Table(say(payment_words.TITLE), columns, [_payment(one, tab) for one in rows], filters)


def _payment(one: PaymentRow, tab: Tab) -> Sequence[Cell]:
    why = say(one.why) if one.why else None
    return (
        one.name,
        one.beneficiary,
        one.identifier,
        say(one.tranche_name),
        one.cents,
        *(say(one.steps[step]) if step in one.steps else None for step in _STEPS),
        _account(one),
        payment_words.state(one.stage) if tab == "failed" else why,
    )


def _account(one: PaymentRow) -> str:
    if one.to is None or one.to.version is None:
        return say(payment_words.NO_ACCOUNT)
    said = payment_words.version(one.to.version, one.to.checked_by)
    return f"{said}, {say(payment_words.PENDING)}" if one.to.pending else said


async def _files(visit: Visit) -> tuple[Sequence[Column], Sequence[Sequence[Cell]]]:
    columns = (
        Column(say(payment_words.FILE), width=36),
        Column(say(payment_words.DAY), "day"),
        Column(say(payment_words.NUMBER), "number"),
        Column(say(payment_words.TOTAL), "euros"),
        Column(say(payment_words.STILL_WAITING), "number"),
    )
    files = await payment_files(visit)
    return columns, [(one.name, one.execute_on, one.number, one.cents, one.waiting) for one in files]


async def accounts(visit: Visit, _request: Request) -> Table:
    """Whose bank details are known, and whether somebody checked them. Raises Failure."""
    columns = (
        Column(say(account_words.BENEFICIARY), width=36),
        Column(say(account_words.NUMBER)),
        Column(say(account_words.STATE)),
        Column(say(words.AWAITS_CHECK), width=28),
    )
    rows = [
        (
            one.beneficiary or say(account_words.OWN if one.account == "paying" else one.called),
            None if one.account == "paying" else say(one.called),
            say(account_words.HOLDS if one.holds else account_words.NEVER),
            _yes(one.pending is not None),
        )
        for one in await all_accounts(visit)
    ]
    return Table(say(account_words.TITLE), columns, rows)


def _yes(holds: bool) -> str | None:  # noqa: FBT001 - a cell
    yes: Text = words.YES
    return say(yes) if holds else None
