"""What another system was told, as a sheet."""

from fastapi import Request

from exports.list_table import Column
from language import say
from queries.visit import Visit, reached
from web.downloads.table import Table
from web.failures import NoSuchPage
from web.site import site_of
from wording.events import EVENTS
from wording.pages import downloads as words
from wording.pages import webhooks as webhook_words


async def deliveries(visit: Visit, request: Request) -> Table:
    """The deliveries to the one that is named in ``annonce``, all that are kept. Raises NoSuchPage, Failure."""
    named = request.query_params.get("annonce", "").replace("\0", "")
    if not visit.scope.organisation:
        raise NoSuchPage
    told = site_of(request).webhooks
    async with reached():
        found = await told.find(visit.organisation, named)
        if found is None:
            raise NoSuchPage
        rows = await told.deliveries(visit.organisation, named, None)
    columns = (
        Column(say(webhook_words.POSITION)),
        Column(say(webhook_words.TYPE), width=40),
        Column(say(webhook_words.STATE)),
        Column(say(webhook_words.ANSWER), width=24),
        Column(say(webhook_words.ATTEMPTS), "number"),
        Column(say(webhook_words.CHANGED), "moment"),
    )
    lines = [
        (
            one.position or say(webhook_words.TRIAL),
            say(EVENTS[one.event]) if one.event in EVENTS else one.type,
            say(webhook_words.STATES[one.state]),
            one.status or (say(webhook_words.PROBLEMS[one.problem]) if one.problem else None),
            one.attempts,
            one.changed_at.astimezone(visit.zone),
        )
        for one in rows
    ]
    filters = (words.filter_said(say(webhook_words.ADDRESS), found.url),)
    return Table(say(webhook_words.DELIVERIES), columns, lines, filters)
