"""People with their roles: an address that is known is nobody new, a role that is held is not given twice."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.kernel.address import mailbox_of
from domain.kernel.ids import person_id
from domain.kernel.values import Role
from domain.organisation.commands import GrantRole, RegisterPerson
from queries.importing.lists import EVERY_REGION, Lists
from queries.importing.shape import Column, Kind, Row, Unit, Wrong
from wording.importing import problems

_COLUMNS = (
    Column("name", required=True, width=28),
    Column("email", "address", required=True, width=34),
    Column("language", "choice", choices="language", width=12),
    Column("role", "choice", choices="role", width=28),
    Column("region", "choice", choices="region-or-all", width=28),
    Column("since", "day", width=14),
    Column("until", "day", width=14),
)


def _made(rows: Sequence[Row], lists: Lists, job: str) -> Iterator[Unit | Wrong]:
    """Who is not known is registered under an id of the sheet and the row: an address is no part of an id."""
    registered: dict[str, str] = {}
    for row in rows:
        mailbox = mailbox_of(row.text("email")) or row.text("email")
        if row.values.get("role") and not row.values.get("region"):
            cell = row.cells.get("region") or row.cells["role"]
            yield Wrong(row.number, cell, problems.REGION_FOR_ROLE, problems.REGION_FOR_ROLE_REMEDY)
            continue
        commands: list[Mapping[str, Any]] = []
        person = lists.addresses.get(mailbox) or registered.get(mailbox)
        if person is None:
            command_id = f"import/personnes/{job}/{row.number}"
            fields = row.given(name="name", email="email", language="language")
            commands.append({"type": "RegisterPerson", "command_id": command_id, **fields})
            person = registered[mailbox] = person_id(command_id)
        if row.values.get("role"):
            commands.append(_grant(row, person))
        if not commands:  # somebody who is known, and no role
            commands.append(
                {
                    "type": "RegisterPerson",
                    "command_id": f"import/personnes/{job}/{row.number}",
                    **row.given(name="name", email="email", language="language"),
                }
            )
        cells = {f"/{one}": cell for one, cell in row.cells.items()}
        yield Unit((row.number,), tuple(commands), cells, frozenset({"address_known", "already_granted"}))


def _grant(row: Row, person: str) -> Mapping[str, Any]:
    region = row.text("region")
    named = "all" if region == EVERY_REGION else region
    command_id = f"import/personnes/{person}/{row.text('role')}/{named}/{row.text('since') or 'now'}"
    fields = row.given(role="role", since="since", until="until")
    within = {} if region == EVERY_REGION else {"region": region}
    return {"type": "GrantRole", "command_id": command_id, "person": person, **fields, **within}


PEOPLE = Kind("personnes", _COLUMNS, _made, roles=(Role.ADMINISTRATOR,), commands=(RegisterPerson, GrantRole))
