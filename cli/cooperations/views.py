"""``show``, ``history`` and ``document``: asked, and answered in JSON, drawn or written."""

import sys

from cli.cooperations.changes_drawing import draw as draw_changes
from cli.cooperations.drawing import draw
from cli.cooperations.explaining_drawing import draw as draw_explanation
from cli.cooperations.history_drawing import draw as draw_history
from cli.cooperations.sheet_drawing import draw as draw_sheet
from cli.terminal.drawing import note_simulation
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from exports.document_text import markdown
from queries import in_json
from queries.as_of import Then
from queries.changes_between import changes_between
from queries.document import document_of
from queries.explaining import then_of, why
from queries.history import history_of
from queries.history_narrowed import Narrowing
from queries.public_sheet import PublicSheet, cooperation_or_sheet
from queries.refusals import NONE_REFUSED, refusals_of
from queries.refused import invalid
from queries.visit import reached
from wording import explaining as words


async def show(file: str, then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """Show a cooperation as of a date, as known on another; to those who read no more of it, its public sheet."""
    async with visiting(organisation, person) as visit, reached():
        found = await cooperation_or_sheet(visit, file, then)
    if as_json:
        write_json(in_json.cooperation(visit, found, then))
        return
    note_simulation(visit)
    if isinstance(found, PublicSheet):
        draw_sheet(found)
    else:
        draw(found)


async def history(
    file: str,
    then: Then,
    asked: Narrowing,
    person: str,
    organisation: str,
    *,
    refused: bool,
    as_json: bool,
) -> None:
    """Tell a file's entries, corrections applied and named; with what was ``refused`` between them if asked."""
    async with visiting(organisation, person) as visit, reached():
        found = await history_of(visit, file, then, asked)
        refusals = await refusals_of(visit, found.looked_up, then) if refused else NONE_REFUSED
    if as_json:
        told_too = {"refused": [one.as_json() for one in refusals.rows]} if refused else {}
        write_json(in_json.whole(visit, found.as_json() | told_too))
        return
    note_simulation(visit, found.extent.behind)
    draw_history(found, refusals)


async def changes(
    file: str, between: tuple[str, str], known_on: str, person: str, organisation: str, *, as_json: bool
) -> None:
    """Tell what changed on a cooperation’s sheet between two days, and the entries that did it."""
    async with visiting(organisation, person) as visit, reached():
        found = await changes_between(visit, file, *between, known_on)
    if as_json:
        write_json(in_json.whole(visit, found.as_json()))
        return
    note_simulation(visit, found.history.extent.behind)
    draw_changes(found)


async def explain(
    file: str, led_to: str, set_off_by: str, then: Then, person: str, organisation: str, *, as_json: bool
) -> None:
    """Tell what led to an entry of a file's history, or what it set off. Raises Failure for both at once."""
    if led_to and set_off_by:
        raise invalid("why-or-then", words.ONE_AT_A_TIME, words.ONE_AFTER_THE_OTHER)
    async with visiting(organisation, person) as visit, reached():
        found = await (why(visit, file, led_to, then) if led_to else then_of(visit, file, set_off_by, then))
    if as_json:
        write_json(in_json.whole(visit, found.as_json(), then))
        return
    note_simulation(visit, found.told.history.extent.behind)
    draw_explanation(found)


async def document(
    file: str, template: str, as_of: str, person: str, organisation: str, *, public: bool
) -> None:
    """Write a document to standard output. ``public`` leaves out every private text and person."""
    async with visiting(organisation, person) as visit, reached():
        found = await document_of(visit, file, template, as_of, public=public)
    sys.stdout.write(markdown(found))
