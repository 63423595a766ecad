"""Payments by the step that they wait for; ordered ones are ticked, checked and put into a file for the bank."""

from collections.abc import Container, Mapping
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.fundings.commands.payments import IssuePaymentFile
from domain.fundings.payment_access import PAYING
from language import Text
from queries.issuing_payment_file import Checked, Ticked, checked, first_day, issue
from queries.payment_files import payment_files
from queries.payments_by_step import payments_by_step
from queries.reserved import holds_one_of
from queries.visit import Visit
from web.failures import NoSuchPage
from web.forms.recorded import tell
from web.page import found_at, page
from web.payment_tabs import STEP_OF, TABS, Tab, tab_asked
from web.posted import Posting
from web.proving import must_prove, to_proof
from web.site import site_of
from web.visiting import Visiting
from wording.issuing import with_remedy
from wording.pages import payments as words
from wording.pages.forms import recorded_words

router = APIRouter()
_ADDRESS = "/o/{organisation}/paiements"


class _All:
    """Every payment is ticked, but those that are left out."""

    def __init__(self, but: Container[str]) -> None:
        self._but = but

    def __contains__(self, key: object) -> bool:
        return key not in self._but


@router.get(_ADDRESS)
async def payments(request: Request, visit: Visiting) -> Response:
    """The payments of one step; of those to be sent all are ticked, but those that the address leaves out."""
    asked = request.query_params
    return await _drawn(
        request, visit, tab_asked(request), _All(asked.getlist("sauf")), asked.get("jour", "")
    )


@router.post(_ADDRESS)
async def sent(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Check what is ticked, for which the password is asked again; then issue the file that was checked."""
    ticked = Ticked(
        posted.all("payment"), posted.one("day"), posted.one("name"), posted.one("command_id") or str(uuid4())
    )
    if posted.one("do") == "edit":
        return await _drawn(request, visit, "to-send", frozenset(ticked.payments), ticked.day)
    found = None if posted.one("do") == "record" else await checked(visit, ticked)
    if found and found.mistakes:
        return await _refused(request, visit, ticked, found.mistakes)
    if must_prove(request, IssuePaymentFile):
        return to_proof(request, await _way_back(visit, ticked))
    return await _checked(request, ticked, found) if found else await _recorded(request, visit, ticked)


async def _checked(request: Request, ticked: Ticked, found: Checked) -> Response:
    return page(request, "payments/check.html", words=words, checked=found, command_id=ticked.command_id)


async def _recorded(request: Request, visit: Visit, ticked: Ticked) -> Response:
    name, answer = await issue(visit, ticked)
    if answer is None:
        raise NoSuchPage
    if answer.refusal is not None:
        why = answer.refusal
        whole = with_remedy((why.message.fr, why.message.en), (why.remedy.fr, why.remedy.en))
        return await _refused(request, visit, ticked, {"payments": whole}, 409)
    there = found_at(request, links.file(visit.organisation, f"payment-file:{name}"))
    return tell(
        there,
        site_of(request),
        recorded_words("IssuePaymentFile", "PaymentFileIssued", repeated=answer.repeated),
    )


async def _refused(
    request: Request, visit: Visit, ticked: Ticked, mistakes: Mapping[str, Text], status: int = 422
) -> Response:
    return await _drawn(
        request, visit, "to-send", frozenset(ticked.payments), ticked.day, status, mistakes=mistakes
    )


async def _way_back(visit: Visit, ticked: Ticked) -> str:
    """To the ticks as they were: the address names those that are left out, mostly none."""
    rows, _ = await payments_by_step(visit, "to-send")
    left_out = [one.key for one in rows if one.key not in ticked.payments and not one.why]
    return links.payments(visit.organisation, onglet=TABS["to-send"], jour=ticked.day, sauf=left_out)


async def _drawn(
    request: Request,
    visit: Visit,
    tab: Tab | None,
    ticked: Container[str],
    day: str,
    status: int = 200,
    *,
    mistakes: Mapping[str, Text] | None = None,
) -> Response:
    """A step; without one, the first at which something waits."""
    rows, counts = await payments_by_step(visit, STEP_OF[tab or "to-send"])
    shown: Tab = tab or "to-send"
    if tab is None and not rows and (waiting := [one for one in STEP_OF if counts.get(STEP_OF[one])]):
        return found_at(request, links.payments(visit.organisation, onglet=TABS[waiting[0]]))
    first = first_day(visit)
    return page(
        request,
        "payments/list.html",
        status,
        words=words,
        tab=shown,
        tabs=[
            (
                one,
                links.payments(visit.organisation, onglet=said),
                counts.get(STEP_OF[one], 0) if one != "sent" else 0,
            )
            for one, said in TABS.items()
            if one != "sent" or visit.scope.bank_details
        ],
        rows=rows,
        files=await payment_files(visit) if shown == "sent" else (),
        pays=holds_one_of(visit, PAYING),
        payable=any(not one.why for one in rows),
        ticked=ticked,
        day=day or first.isoformat(),
        first_day=first,
        mistakes=mistakes or {},
    )
