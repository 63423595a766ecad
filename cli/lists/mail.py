"""Messages: what went out to whom, what is in doubt, and the text of one."""

from collections.abc import Sequence
from dataclasses import asdict
from email import message_from_bytes, policy

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import console, write_json
from cli.terminal.session import visiting
from domain.kernel.moments import day_of
from language import Text, say, t
from mail.addresses import one_line
from mail.messages import Letter
from queries.readable import readable
from queries.refused import Failure, FailureKind
from queries.visit import Visit, reached, simulated
from wording import headings
from wording.details import called
from wording.values import word


async def mail(message: str, file: str, person: str, organisation: str, *, as_json: bool) -> None:
    """List the messages that the person may read, newest first, or show the text of one."""
    async with visiting(organisation, person) as visit, reached():
        letters = await _readable(visit, file)
        if message:
            await _show(visit, next((one for one in letters if one.id == message), None), as_json=as_json)
            return
        names = await visit.names()
    if as_json:
        write_json(simulated(visit) | {"rows": [asdict(one) for one in letters]})
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
            one_line(called(one.recipient, names)),
            word(one.state, "delivery"),
            one.id,
        )
        for one in letters
    ]
    write_table(heads, rows)


async def _readable(visit: Visit, file: str) -> Sequence[Letter]:
    letters = await visit.service.outbox.letters(visit.organisation, file=file or None)
    theirs = await readable(visit, {one.file for one in letters})
    return [one for one in letters if one.file in theirs]


async def _show(visit: Visit, letter: Letter | None, *, as_json: bool) -> None:
    if letter is None:
        raise Failure(
            FailureKind.REFUSED,
            "unknown-message",
            Text(
                "Aucun message de cet identifiant que vous puissiez lire.",
                "No message of that id for you to read.",
            ),
            Text("`escale mail` montre les messages.", "`escale mail` shows the messages."),
        )
    content = await visit.service.outbox.content(visit.organisation, letter.id)
    body = message_from_bytes(content or b"", policy=policy.default).get_body(("plain",))
    text = body.get_content() if body else None
    if as_json:
        write_json(simulated(visit) | asdict(letter) | {"text": text})
    else:
        note_simulation(visit)
        console().print(letter.subject, style="bold", markup=False)
        console().print(text or say(headings.ERASED), markup=False)
