"""What somebody’s weekly digest tells: what waits, what falls due, what happened in the files that they follow."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import groupby

import links
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import day_of
from domain.kernel.prose import legible
from domain.tasks.task import Task
from language import locale, say
from mail.digests import Digest, DigestLine, DigestPart
from queries.agenda import list_agenda
from queries.news import HAPPENED, News, Teller
from queries.visit import Visit
from queries.waiting import SPANS, WaitingFilter, what_waits
from wording.pages import expected as expected_words
from wording.pages import tasks as task_words
from wording.punctuation import labelled
from wording.quantities import short_day

_AHEAD = timedelta(days=7)

Wishes = Mapping[str, str]
"""What somebody wishes of which cooperation: ``follow`` or ``mute``."""


async def digest_of(
    visit: Visit, since: int, wishes: Wishes, due: datetime, public_url: str
) -> Digest | None:
    """The digest of what was recorded after a position; None where nothing is to be told, or nobody to tell it to.

    Cut to what its reader may read now, without a word of private text but their own name, in the language that is
    spoken now, which is theirs. Raises Failure.
    """
    person = visit.people.people[visit.person]
    places = (person.name.vault or "", person.email.vault or "")
    texts = await visit.texts(places)
    name, address = (legible(texts.get(one)) for one in places)
    if not visit.scope.member or not name or not address:
        return None
    found = [await _waiting(visit), await _due(visit, wishes), await _happened(visit, since, wishes)]
    parts = tuple(one for one in found if one.lines)
    if not parts:
        return None
    return Digest(
        organisation_id=visit.organisation,
        organisation=visit.people.name,
        simulation=visit.people.kind == LedgerKind.SIMULATION,
        recipient=visit.person,
        name=name,
        address=address,
        language=person.language,
        day=day_of(due, visit.zone),
        due=due,
        parts=parts,
        public_url=public_url,
    )


async def _waiting(visit: Visit) -> DigestPart:
    found = await what_waits(visit, WaitingFilter())
    tasks = [one for span in SPANS for one in found.spans[span]]
    lines = tuple(
        DigestLine(
            " · ".join(filter(None, (expected_words.what(one, found.names), one.file_name))),
            _page(visit, one),
            task_words.times(one, found.today),
        )
        for one in tasks
    )
    return DigestPart("waiting", lines, links.tasks(visit.organisation))


def _page(visit: Visit, task: Task) -> str:
    """The form of the command that answers it where it waits for the reader, else the page where it is seen to."""
    if task.offers and visit.person in task.waits_for:
        return links.form(visit.organisation, task.offers[0].command, task.offers[0].fields)
    return links.task(visit.organisation, task.kind, task.file, task.subject)


async def _due(visit: Visit, wishes: Wishes) -> DigestPart:
    """Deadlines of the coming week, and what has passed, in files that they follow."""
    found = await list_agenda(visit, visit.now + _AHEAD)
    lines = [
        DigestLine(
            f"{say((one.name_fr, one.name_en))} · {one.file_name}",
            links.file(visit.organisation, one.file),
            short_day(one.due_on, locale()),
        )
        for one in found.rows
        if await _follows(visit, one.cooperation, wishes)
    ]
    return DigestPart("due", lines, links.agenda(visit.organisation))


async def _happened(visit: Visit, since: int, wishes: Wishes) -> DigestPart:
    news = await Teller(visit, since, await visit.names(), HAPPENED).news()
    kept = [one for one in news if await _follows(visit, one.cooperation, wishes)]
    return DigestPart("happened", tuple(_told(visit, kept)), links.portfolio(visit.organisation))


def _told(visit: Visit, news: list[News]) -> Iterator[DigestLine]:
    """By cooperation, in the order in which it happened."""
    for _, told in groupby(
        sorted(news, key=lambda one: (one.name, one.cooperation)), lambda one: one.cooperation
    ):
        for one in told:
            day = short_day(one.on, locale()) if one.on else ""
            yield DigestLine(labelled(one.name, one.said), links.file(visit.organisation, one.file), day)


async def _follows(visit: Visit, cooperation: str, wishes: Wishes) -> bool:
    """Whether somebody wants to hear of a cooperation: one in their charge as long as they do not mute it."""
    if cooperation in wishes:
        return wishes[cooperation] == "follow"
    file = await visit.cooperation(cooperation)
    return file is not None and visit.person in file.managers
