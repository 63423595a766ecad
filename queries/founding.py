"""Founding an organisation: done again it changes nothing, for its command's id derives from its short name."""

import json
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from re import sub
from typing import cast

from application.commands.answer import Answer
from application.commands.founding import found
from application.commands.parsing import read_command
from domain.kernel.ids import person_id
from domain.kernel.ledger import LedgerKind
from domain.organisation.commands import FoundOrganisation
from language import Text
from queries.refused import Failure, invalid
from queries.services import Services
from queries.visit import reached

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Founder:
    """The first administrator."""

    name: str
    email: str
    language: str


async def founded(
    service: Services,
    organisation: str,
    name: str,
    kind: str,
    founder: Founder,
    now: datetime,
    zone: str = "",
) -> Answer:
    """Create the ledger and record the founding. ``now`` is where a simulation's clock begins. Raises Failure."""
    command_id = _command_id(organisation)
    fields = {
        "type": "FoundOrganisation",
        "command_id": command_id,
        "actor": administrator_of(organisation),
        "name": name,
        "kind": kind,
        "administrator_name": founder.name,
        "administrator_email": founder.email,
        "language": founder.language,
        **({"zone": zone} if zone else {}),
    }
    command = read_command(json.dumps(fields), None)
    if not isinstance(command, FoundOrganisation):
        return cast("Answer", command)
    async with reached(command_id):
        try:
            answer = await found(
                organisation, command, service.ledger, service.clock_store, service.one_way_in, now
            )
        except ValueError:
            raise _exists("other-kind", organisation, _KINDS[_other(command.kind)]) from None
        if answer.refusal and answer.refusal.code == "id_reused":
            there = (await service.files.organisation(organisation)).name
            same = Text("avec une autre administration", "with another administrator")
            named = Text(f"sous le nom « {there} »", f"under the name “{there}”")
            raise _exists("already-founded", organisation, same if there == command.name else named)
    return answer


def administrator_of(organisation: str) -> str:
    """The id of the first administrator."""
    return person_id(_command_id(organisation))


def short_name_of(name: str) -> str:
    """A short name for an organisation of a name: ``ma-fondation``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or "organisation"


_KINDS = {
    LedgerKind.REAL: Text("et compte pour de vrai", "and is a real one"),
    LedgerKind.SIMULATION: Text("et c’est une simulation", "and is a simulation"),
}


def _other(kind: LedgerKind) -> LedgerKind:
    return next(one for one in LedgerKind if one is not kind)


def _exists(code: str, organisation: str, how: Text) -> Failure:
    """The short name is taken, by an organisation that differs from the one wanted."""
    return invalid(
        code,
        Text(f"{organisation} existe déjà, {how.fr}", f"{organisation} exists already, {how.en}"),
        Text("Choisissez un autre nom court.", "Choose another short name."),
    )


def _command_id(organisation: str) -> str:
    return f"found/{organisation}"
