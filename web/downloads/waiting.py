"""What falls due, and what waits, as sheets."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from fastapi import Request

from domain.kernel.calendar import plus
from domain.kernel.moments import day_of
from exports.list_table import Column
from language import Text, say
from queries.agenda import list_agenda
from queries.agenda_page import read_agenda_query
from queries.portfolio_choices import Choice, manager_choices, programme_choices, region_choices, values_of
from queries.visit import Visit, reached
from queries.waiting import WaitingFilter, all_that_waits
from web.downloads.table import Table
from wording.deadlines import line_name, line_notes
from wording.details import called
from wording.pages import agenda as agenda_words
from wording.pages import downloads as words
from wording.pages import expected as expected_words
from wording.pages import tasks as task_words

Filter = tuple[Text, str | None, Iterable[Choice]]
"""What a filter is called, what was chosen, what there is to choose from."""


async def agenda(visit: Visit, request: Request) -> Table:
    """What is overdue, and what falls due up to the day that was chosen. Raises Failure."""
    query = read_agenda_query(dict(request.query_params))
    until = plus(visit.now.astimezone(visit.zone), query.horizon, exact=True).at
    found = await list_agenda(
        visit,
        until,
        region=query.region or None,
        in_charge=query.charge or None,
        programme=query.programme or None,
    )
    async with reached():
        names = await visit.names()
    values = await values_of(visit)
    columns = (
        Column(say(words.DUE), "day"),
        Column(say(words.DEADLINE), width=40),
        Column(say(words.FILE), width=36),
        Column(say(words.FOLLOWED_BY)),
        Column(say(words.OVERDUE), width=12),
        Column(say(words.TO_KNOW), width=48),
    )
    rows = []
    for one in found.rows:
        about = found.subjects.get(one.occurrence)
        name = line_name(one) + (f" – {say(about)}" if about else "")
        managers = ", ".join(names[person] for person in one.managers if person in names)
        late = say(words.YES) if one.overdue_from <= visit.now else None
        rows.append((one.due_on, name, one.file_name, managers, late, line_notes(one, visit.now)))
    filters = _said(
        (agenda_words.HORIZON, query.horizon, agenda_words.HORIZONS.items()),
        (agenda_words.REGION, query.region, region_choices(visit, values)),
        (agenda_words.PROGRAMME, query.programme, programme_choices(visit, values)),
        (agenda_words.FOLLOWED_BY, query.charge, manager_choices(values, names)),
    )
    return Table(say(agenda_words.TITLE), columns, rows, list(filters))


async def tasks(visit: Visit, request: Request) -> Table:
    """What waits for the person; for others too, where they may see that and ask for it. Raises Failure."""
    kind, programme, region = (_text(request, name) for name in ("genre", "programme", "region"))
    others = bool(request.query_params.get("autres"))
    found = await all_that_waits(visit, WaitingFilter(kind, programme, region, others))
    async with reached():
        values = await values_of(visit)
    columns = (
        Column(say(words.WHAT), width=60),
        Column(say(words.FILE), width=36),
        Column(say(words.SINCE), "day"),
        Column(say(words.DUE), "day"),
        Column(say(words.OVERDUE), width=12),
        Column(say(words.WAITS_FOR), width=36),
    )
    rows = [
        (
            expected_words.what(one, found.names),
            one.file_name,
            day_of(one.since, ZoneInfo(one.zone)),
            one.due_on,
            say(words.YES) if one.overdue else None,
            ", ".join(called(person, found.names) for person in one.waits_for),
        )
        for one in found.rows
    ]
    filters = _said(
        (task_words.KIND, kind, [(one, said) for one, said in task_words.KINDS.items()]),
        (task_words.PROGRAMME, programme, programme_choices(visit, values)),
        (task_words.REGION, region, region_choices(visit, values)),
    )
    return Table(say(task_words.OF_EVERYBODY if others else task_words.TITLE), columns, rows, list(filters))


def _said(*filters: Filter) -> Iterator[str]:
    """The filters that were chosen, with their values in words."""
    for label, chosen, choices in filters:
        if chosen:
            known = dict(choices)
            yield words.filter_said(say(label), say(known[chosen]) if chosen in known else chosen)


def _text(request: Request, name: str) -> str | None:
    return request.query_params.get(name, "").replace("\0", "").strip() or None
