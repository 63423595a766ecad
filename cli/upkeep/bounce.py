"""``bounce``: a letter that came back, as a mail server hands it over, which is told what to do with the notice."""

import asyncio
import sys
from collections.abc import Mapping
from enum import IntEnum

from bootstrap_mail import bounces
from cli.terminal.output import tell, write_failure
from cli.terminal.session import opened
from language import Text, say, t
from mail.bounces import Outcome, Returned
from queries.refused import Failure, unforeseen
from queries.visit import reached

_MOST = 10_000_000
"""Bytes of a notice that are read; what it says stands at its beginning."""


class MailCode(IntEnum):
    """What mail servers are told (``sysexits.h``): it is done with; it is no notice; keep it for later."""

    TAKEN = 0
    NO_NOTICE = 65
    LATER = 75


_SAID: Mapping[Outcome, Text] = {
    "no-notice": Text(
        "Ce n’est pas un avis de non-remise (RFC 3464).", "This is no notice of a mail server (RFC 3464)."
    ),
    "nobodys": Text(
        "Il n’est d’aucun courrier parti d’ici, ou d’un envoi qui n’est plus le dernier\u00a0: rien ne change.",
        "It is of no letter that was sent from here, or of an attempt before the last: nothing changes.",
    ),
    "delayed": Text(
        "Ce courrier peut encore arriver\u00a0: rien ne change.", "It may still arrive: nothing changes."
    ),
    "too-early": Text(
        "Ce courrier est en train de partir\u00a0: à redonner plus tard.",
        "It is being sent just now: to be handed over again later.",
    ),
    "settled": Text(
        "Le sort de ce courrier est déjà connu\u00a0: rien ne change.",
        "What became of it is known already: nothing changes.",
    ),
    "failed": Text("Ce courrier n’est pas arrivé\u00a0: c’est noté.", "It did not arrive: that is noted."),
}


def bounce() -> MailCode:
    """Take the notice on standard input in. Whatever goes wrong here, the mail server is to keep it."""
    raw = sys.stdin.buffer.read(_MOST)
    while sys.stdin.buffer.read(_MOST):
        pass
    try:
        found = asyncio.run(_taken(raw))
    except Failure as failure:
        write_failure(failure, as_json=False)
        return MailCode.LATER
    except Exception as error:  # noqa: BLE001 - another code would have the mail server throw the notice away
        write_failure(unforeseen(error), as_json=False)
        return MailCode.LATER
    tell(_told(found))
    return {"no-notice": MailCode.NO_NOTICE, "too-early": MailCode.LATER}.get(found.outcome, MailCode.TAKEN)


async def _taken(raw: bytes) -> Returned:
    async with opened() as service, reached():
        return await bounces(service).take(raw)


def _told(found: Returned) -> str:
    """By the letter's id: an address stands in no log."""
    if found.attempt is None:
        return say(_SAID[found.outcome])
    letter = f"{found.attempt.message} ({found.attempt.organisation}), {found.status}"
    return t(f"{letter}\u00a0: {say(_SAID[found.outcome])}", f"{letter}: {say(_SAID[found.outcome])}")
