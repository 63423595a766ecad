"""Other systems that are told what happens: added, tried, looked after by the organisation's administrators."""

import structlog
from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.kernel.values import Role
from language import Text
from queries.heard import HEARD
from queries.reserved import needs_one_of
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.page import found_at, page
from web.posted import Posted, Posting
from web.proving import must_prove_again, to_proof
from web.signing_in import NO_STORE
from web.site import site_of
from web.visiting import Visiting
from webhooks.destination import NotADestination
from webhooks.subscriptions import MOST, Subscription, Subscriptions
from wording.events import EVENTS
from wording.pages import webhooks as words

router = APIRouter()
log = structlog.get_logger("web")
_FOR = (Role.ADMINISTRATOR,)
_ALL = "/o/{organisation}/organisation/webhooks"
_ONE = _ALL + "/{named}"
_WEIGHTY = frozenset({"rotate", "replay"})
"""Acts that ask for the password again, as adding does."""


@router.get(_ALL)
async def of_all(request: Request, visit: Visiting) -> Response:
    """Who is told, and how to tell somebody else."""
    needs_one_of(visit, _FOR)
    return await _list(request, visit)


@router.post(_ALL)
async def add(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Tell somebody else from now on; the secret is shown this once."""
    needs_one_of(visit, _FOR)
    if must_prove_again(request):
        return to_proof(request, links.organisation.webhooks(visit.organisation))
    site, url = site_of(request), posted.one("url").strip()
    async with reached():
        if len(await site.webhooks.of(visit.organisation)) >= MOST:
            return await _list(request, visit, posted, words.MOST)
        head = await site.service.ledger.head(visit.organisation)
        try:
            await site.webhook_posting.check(url, simulation=visit.simulation is not None)
        except NotADestination as refused:
            return await _list(request, visit, posted, words.PROBLEMS[refused.problem])
        families = [one for one in HEARD if one in posted.all("family")]
        named, secret = await site.webhooks.add(
            visit.organisation, visit.person, url, families, head.position
        )
    log.info("webhook_added", organisation=visit.organisation, by=visit.person, subscription=named)
    return _secret(request, visit, named, secret, rotated=False)


@router.get(_ONE)
async def one(request: Request, visit: Visiting, named: str) -> Response:
    """What became of the last deliveries, and what may be done."""
    return await _shown(request, visit, await _found(request, visit, named))


@router.post(_ONE)
async def act(request: Request, visit: Visiting, named: str, posted: Posting) -> Response:
    """Try it, change its secret, go on, tell once more from a position, or end it."""
    found, do = await _found(request, visit, named), posted.one("do")
    back = links.organisation.webhooks(visit.organisation, named)
    if do in _WEIGHTY and must_prove_again(request):
        return to_proof(request, back)
    told = site_of(request).webhooks
    async with reached():
        match do:
            case "ping":
                await told.ping(visit.organisation, named)
            case "rotate":
                secret = await told.rotate(visit.organisation, named)
                return _secret(request, visit, named, secret, rotated=True)
            case "resume":
                await told.resume(visit.organisation, named)
            case "replay":
                if not await _replayed(told, visit, named, posted):
                    return await _shown(request, visit, found, words.REPLAY_WRONG)
            case "end":
                await told.end(visit.organisation, named)
                back = links.organisation.webhooks(visit.organisation)
            case _:
                raise NoSuchPage
    log.info("webhook_changed", organisation=visit.organisation, by=visit.person, subscription=named, act=do)
    return found_at(request, back)


async def _replayed(told: Subscriptions, visit: Visit, named: str, posted: Posted) -> bool:
    """Whether a position was given from which on all is told once more."""
    position = posted.one("position").strip()
    if not (position.isascii() and position.isdigit() and 0 < int(position) < 2**62):
        return False
    await told.replay(visit.organisation, named, int(position))
    return True


async def _found(request: Request, visit: Visit, named: str) -> Subscription:
    """A subscription of the organisation. Raises NoSuchPage, also for whoever does not look after them."""
    if "\0" in named or not visit.scope.organisation:
        raise NoSuchPage
    async with reached():
        found = await site_of(request).webhooks.find(visit.organisation, named)
    if found is None:
        raise NoSuchPage
    return found


async def _list(
    request: Request, visit: Visit, posted: Posted | None = None, wrong: Text | None = None
) -> Response:
    async with reached():
        found = await site_of(request).webhooks.of(visit.organisation)
        names = await visit.names({one.person for one in found})
    return page(
        request,
        "organisation/webhooks.html",
        422 if wrong else 200,
        words=words,
        found=found,
        names=names,
        families=HEARD,
        url=posted.one("url") if posted else "",
        ticked=posted.all("family") if posted else (),
        wrong=wrong,
    )


async def _shown(request: Request, visit: Visit, found: Subscription, wrong: Text | None = None) -> Response:
    async with reached():
        deliveries = await site_of(request).webhooks.deliveries(visit.organisation, found.id)
        names = await visit.names({found.person})
    return page(
        request,
        "organisation/webhook.html",
        422 if wrong else 200,
        words=words,
        one=found,
        owner=names.get(found.person, "–"),
        deliveries=deliveries,
        events=EVENTS,
        wrong=wrong,
    )


def _secret(request: Request, visit: Visit, named: str, secret: str, *, rotated: bool) -> Response:
    answer = page(
        request,
        "organisation/webhook_secret.html",
        words=words,
        secret=secret,
        rotated=rotated,
        back=links.organisation.webhooks(visit.organisation, named),
    )
    answer.headers.update(NO_STORE)
    return answer
