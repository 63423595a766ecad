"""Bank details: whose are known, and one account with its versions; IBANs in full by a button and with the password."""

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.bank.access import KEEP_BANK_DETAILS
from queries.accounts import AccountSheet, account_sheet, accounts
from queries.reserved import holds_one_of
from queries.visit import Visit
from web.page import page
from web.posted import Posting
from web.proving import must_prove_again, to_proof
from web.site import site_of
from web.visiting import Visiting
from wording.pages import accounts as words

router = APIRouter()
_ADDRESS = "/o/{organisation}/comptes"


@router.get(_ADDRESS)
async def listed(request: Request, visit: Visiting) -> Response:
    """All of them, without any number of an account."""
    lines = await accounts(visit)
    keeps = holds_one_of(visit, KEEP_BANK_DETAILS)
    return page(request, "accounts/list.html", words=words, lines=lines, keeps=keeps)


@router.get(_ADDRESS + "/{account}")
async def shown(request: Request, visit: Visiting, account: str) -> Response:
    """One of them: IBANs by their last four signs."""
    sheet = await account_sheet(visit, account)
    return _drawn(request, visit, sheet, in_clear=False)


@router.post(_ADDRESS + "/{account}")
async def in_clear(request: Request, visit: Visiting, posted: Posting, account: str) -> Response:
    """The same with IBANs in full, kept by no cache; each reading is noted."""
    del posted
    if must_prove_again(request):
        await account_sheet(visit, account)
        return to_proof(request, links.file(visit.organisation, f"account:{account}"))
    sheet = await account_sheet(visit, account, in_clear=True)
    await site_of(request).access.readings.note(
        visit.organisation, visit.person, "bank-details", f"account:{account}"
    )
    answer = _drawn(request, visit, sheet, in_clear=True)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _drawn(request: Request, visit: Visit, sheet: AccountSheet, *, in_clear: bool) -> Response:
    """The page; the forms that it leads to lead back to it."""
    back = {"retour": links.file(visit.organisation, f"account:{sheet.line.account}")}
    offers = [replace(one, fields={**one.fields, **back}) for one in sheet.offers]
    return page(request, "accounts/account.html", words=words, sheet=sheet, offers=offers, in_clear=in_clear)
