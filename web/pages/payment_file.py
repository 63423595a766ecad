"""A file for the bank: what is in it, and the file itself in clear, by a button and with the password."""

from collections.abc import Callable, Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from access.readings import What
from application.payment_files.order import PaymentOrder
from domain.fundings.payment_access import PAYING
from exports.payment_order_pain import pain_001
from exports.payment_order_xlsx import workbook_of
from queries.payment_files import payment_file
from queries.payment_order import revealed
from queries.reserved import holds_one_of
from queries.visit import reached
from web.downloads.answer import GIVEN_OUT
from web.failures import NoSuchPage
from web.page import page
from web.payment_tabs import TABS
from web.posted import Posting
from web.proving import must_prove_again, to_proof
from web.site import site_of
from web.visiting import Visiting
from wording.pages import payments as words

router = APIRouter()
_ADDRESS = "/o/{organisation}/paiements/fichiers/{name}"
_KINDS: Mapping[str, tuple[str, Callable[[PaymentOrder], bytes]]] = {
    "xml": ("application/xml", pain_001),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook_of),
}


@router.get(_ADDRESS)
async def shown(request: Request, visit: Visiting, name: str) -> Response:
    """Its payments, without any bank details."""
    sheet = await payment_file(visit, name)
    pays = holds_one_of(visit, PAYING)
    return page(request, "payments/file.html", words=words, sheet=sheet, pays=pays, tabs=TABS)


@router.post(_ADDRESS + "/{kind}")
async def given_out(request: Request, visit: Visiting, posted: Posting, name: str, kind: str) -> Response:
    """The file in clear, the same bytes each time, to whoever may pay what is in it; each reading is noted."""
    del posted
    if kind not in _KINDS:
        raise NoSuchPage
    await payment_file(visit, name)
    if must_prove_again(request):
        return to_proof(request, links.file(visit.organisation, f"payment-file:{name}"))
    media_type, written = _KINDS[kind]
    async with reached():
        content = written(await revealed(visit, name))
    what: What = "payment-file-xml" if kind == "xml" else "payment-file-xlsx"
    key = f"payment-file:{name}"
    await site_of(request).access.readings.note(visit.organisation, visit.person, what, key)
    named = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(content, media_type=media_type, headers=GIVEN_OUT | named)
