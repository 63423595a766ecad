"""What happens within a cooperation: contacts, stakeholders, what these bring."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.cooperations.commands.file import AddStakeholder, RecordContribution
from domain.cooperations.commands.record import RecordContact
from queries.forms.derived import slug_of
from queries.importing.lists import Lists
from queries.importing.shape import Column, Kind, Row, Unit, Wrong
from wording.importing import problems

_FILE = Column("cooperation", "choice", required=True, choices="cooperation", width=36)
_DATE = Column("date", "moment", required=True, width=14)


class Alike:
    """Rows that say the same of what identifies them get a number each: two visits on one day are two."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()

    def id_of(self, kind: str, *key: str) -> str:
        """The id of the command of a row, by what identifies it."""
        self._seen[key] += 1
        return "/".join(("import", kind, *key, str(self._seen[key])))


def _contacts(rows: Sequence[Row], lists: Lists, _job: str) -> Iterator[Unit | Wrong]:
    alike = Alike()
    for row in rows:
        file, names = row.text("cooperation"), row.values.get("stakeholders") or ()
        found = {one: lists.stakeholder(file, one) for one in names}
        if unknown := [one for one, key in found.items() if key is None]:
            yield Wrong(row.number, row.cells["stakeholders"], problems.no_stakeholder(unknown[0]))
            continue
        command_id = alike.id_of("contacts", file, row.text("date"), row.text("kind"))
        fields = row.given(cooperation="cooperation", kind="kind", effective_at="date", note="note")
        present = {"stakeholders": tuple(found.values())} if found else {}
        yield unit_of(row, {"type": "RecordContact", "command_id": command_id, **fields, **present})


def _stakeholders(rows: Sequence[Row], _lists: Lists, _job: str) -> Iterator[Unit | Wrong]:
    for row in rows:
        key = slug_of(row.text("name"))
        if not key:
            yield Wrong(row.number, row.cells["name"], problems.NO_NAME_LEFT, problems.NO_NAME_LEFT_REMEDY)
            continue
        fields = row.given(
            cooperation="cooperation",
            name="name",
            sector="sector",
            role="stakeholder_role",
            carries_the_money="carries_the_money",
        )
        term = row.given(since="since", until="until")
        command_id = f"import/parties-prenantes/{row.text('cooperation')}/{key}"
        command = {"type": "AddStakeholder", "command_id": command_id, "stakeholder": key, **fields}
        yield unit_of(row, command | ({"term": term} if term else {}))


def _contributions(rows: Sequence[Row], lists: Lists, _job: str) -> Iterator[Unit | Wrong]:
    alike = Alike()
    for row in rows:
        file = row.text("cooperation")
        stakeholder = lists.stakeholder(file, row.text("stakeholder"))
        if stakeholder is None:
            said = problems.no_stakeholder(row.text("stakeholder"))
            yield Wrong(row.number, row.cells["stakeholder"], said)
            continue
        command_id = alike.id_of("contributions", file, stakeholder, row.text("date"), row.text("kind"))
        fields = row.given(
            cooperation="cooperation",
            kind="kind",
            effective_at="date",
            what="what",
            amount_cents="amount",
            hours="hours",
        )
        command = {"type": "RecordContribution", "command_id": command_id, "stakeholder": stakeholder}
        yield unit_of(row, command | fields)


_CALLED: Mapping[str, Sequence[str]] = {
    "date": ("effective_at",),
    "stakeholder_role": ("role",),
    "amount": ("amount_cents", "cents"),
    "asked": ("title",),
    "verdict": ("outcome",),
    "instrument_past": ("title",),
    "decision": ("outcome",),
    "asked_amount": ("asked_cents",),
    "granted_amount": ("granted_cents",),
    "paid_amount": ("paid_cents",),
    "since": ("term/since", "term"),
    "until": ("term/until",),
    "executed_on": ("executed_on",),
    "bank_reference": ("reference",),
    "reference": ("contribution",),
}
"""What the fields of commands are called, where that is not the field of the column."""


def unit_of(row: Row, command: Mapping[str, Any]) -> Unit:
    """A row that becomes one command."""
    cells = {f"/{name}": cell for field, cell in row.cells.items() for name in _CALLED.get(field, (field,))}
    return Unit((row.number,), (command,), cells)


CONTACTS = Kind(
    "contacts",
    (
        _FILE,
        _DATE,
        Column("kind", "choice", required=True, choices="contact", width=18),
        Column("stakeholders", "choices", width=40),
        Column("note", width=60),
    ),
    _contacts,
    commands=(RecordContact,),
)
STAKEHOLDERS = Kind(
    "parties-prenantes",
    (
        _FILE,
        Column("name", required=True, width=36),
        Column("sector", "choice", required=True, choices="sector", width=22),
        Column("stakeholder_role", required=True, width=30),
        Column("since", "day", width=14),
        Column("until", "day", width=14),
        Column("carries_the_money", "yes-no", width=18),
    ),
    _stakeholders,
    commands=(AddStakeholder,),
)
CONTRIBUTIONS = Kind(
    "contributions",
    (
        _FILE,
        Column("stakeholder", required=True, width=36),
        _DATE,
        Column("kind", "choice", required=True, choices="contribution", width=18),
        Column("what", required=True, width=36),
        Column("amount", "euros", width=16),
        Column("hours", "whole", width=10),
    ),
    _contributions,
    commands=(RecordContribution,),
)
