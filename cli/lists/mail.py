"""Messages: what went out to whom, what is in doubt, and the text of one."""

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import console, write_json
from cli.terminal.session import visiting
from domain.kernel.moments import day_of
from language import say, t
from mail.addresses import one_line
from queries import in_json
from queries.messages import LetterFilter, list_messages, message_in_full
from wording import headings
from wording.details import called
from wording.values import word


async def show(message: str, file: str, person: str, organisation: str, *, as_json: bool) -> None:
    """The text of a message."""
    async with visiting(organisation, person) as visit:
        found = await message_in_full(visit, message, file)
    if as_json:
        write_json(in_json.whole(visit, found.as_json()))
        return
    note_simulation(visit)
    console().print(found.letter.subject, style="bold", markup=False)
    console().print(found.text or say(headings.ERASED), markup=False)


async def mail(file: str, person: str, organisation: str, *, as_json: bool) -> None:
    """List the messages that the person may read, newest first."""
    async with visiting(organisation, person) as visit:
        found = await list_messages(visit, LetterFilter(file))
    if as_json:
        write_json(in_json.messages(visit, found))
        return
    note_simulation(visit)
    heads = (
        t("le", "on"),
        t("dossier", "file"),
        t("objet", "subject"),
        t("à", "to"),
        t("suite", "state"),
        "message",
    )
    rows = [
        (
            str(day_of(one.created_at, visit.zone)),
            one.file,
            one.subject,
            one_line(called(one.recipient, found.names)),
            word(one.state, "delivery"),
            one.id,
        )
        for one in found.rows
    ]
    write_table(heads, rows)
