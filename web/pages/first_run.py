"""The first run: found the first organisation, with the code that was shown where the service was started."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.kernel.address import mailbox_of
from domain.kernel.moments import write_instant
from language import Text, locale, text_of
from queries.founding import Founder, administrator_of, founded, short_name_of
from web.failures import NoSuchPage
from web.page import found_at, page
from web.passwords import fault_of
from web.posted import DoorPosting, Posted
from web.security.seals import BACK_TO, sealed
from web.signing_in import NO_STORE, begin, block
from web.site import Site, site_of
from wording.pages import first_run as words
from wording.pages import sign_in as sign_in_words

router = APIRouter()
_KINDS = (
    ("real", words.REAL, words.REAL_HINT),
    ("simulation", words.SIMULATION, words.SIMULATION_HINT),
)
_FIELDS = ("code", "name", "kind", "person", "address")


@router.get("/premiers-pas")
async def form(request: Request) -> Response:
    """The form, as long as there is no organisation."""
    await _nothing_yet(site_of(request))
    return _form(request, dict.fromkeys(_FIELDS, ""), {})


@router.post("/premiers-pas")
async def begin_here(request: Request, posted: DoorPosting) -> Response:
    """Found it, and come in as its administrator."""
    site = site_of(request)
    await _nothing_yet(site)
    values = {name: posted.one(name).strip() for name in _FIELDS}
    if not await site.access.limits.allows("founding", block(request)):
        return _form(request, values, {"code": sign_in_words.TOO_OFTEN}, 429)
    wrong = await _faults(site, values, posted)
    if wrong:
        return _form(request, values, wrong, 422)
    organisation = short_name_of(values["name"])
    founder = Founder(values["person"], values["address"], locale())
    now = datetime.fromisoformat(write_instant(datetime.now(UTC)))
    hashed = await site.access.passwords.hash(posted.one("password"))
    answer = await founded(site.service, organisation, values["name"], values["kind"], founder, now)
    if answer.outcome != "recorded":
        said = answer.refusal.message if answer.refusal else words.NAME_LACKING
        return _form(request, values, {"name": text_of(said)}, 422)
    account = await site.access.memberships.account_of(organisation, administrator_of(organisation))
    await site.access.first_run.spend()
    if account is None:
        return found_at(request, links.sign_in())
    await site.access.accounts.set_password(account, hashed)
    back_to = sealed(site, BACK_TO, links.portfolio(organisation))
    return await begin(request, account, "first-run", proved=True, back_to=back_to)


async def _nothing_yet(site: Site) -> None:
    """Raises NoSuchPage once there is an organisation."""
    if await site.service.ledger.organisations():
        raise NoSuchPage


async def _faults(site: Site, values: dict[str, str], posted: Posted) -> dict[str, Text]:
    """What is wrong, by field, in their order."""
    wrong: dict[str, Text] = {}
    if not await site.access.first_run.holds(values["code"]):
        wrong["code"] = words.WRONG_CODE
    if not values["name"]:
        wrong["name"] = words.NAME_LACKING
    if values["kind"] not in ("real", "simulation"):
        wrong["kind"] = words.KIND_LACKING
    if not values["person"]:
        wrong["person"] = words.PERSON_LACKING
    if mailbox_of(values["address"]) is None:
        wrong["address"] = words.ADDRESS_LACKING
    if fault := fault_of(posted.one("password")):
        wrong["password"] = fault
    return wrong


def _form(request: Request, values: dict[str, str], wrong: dict[str, Text], status: int = 200) -> Response:
    answer = page(
        request,
        "access/first_run.html",
        status,
        words=words,
        sign_in_words=sign_in_words,
        values=values,
        wrong=wrong,
        kinds=_KINDS,
    )
    answer.headers.update(NO_STORE)
    return answer
