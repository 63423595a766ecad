"""Cooperations with their dated acts: the rows of one, in order, are its past, which is imported whole."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from domain.cooperations.commands.acts import ImportCooperation
from domain.kernel.values import Phase, Role
from domain.rulebook import Rulebook
from queries.forms.derived import slug_of
from queries.importing.lists import Lists
from queries.importing.shape import Column, Kind, Row, Unit, Wrong
from wording.importing import problems
from wording.importing.columns import HEADINGS

_OPEN, _ADVANCE = "open", "advance"
_COLUMNS = (
    Column("cooperation", required=True, width=32),
    Column("date", "moment", required=True, width=14),
    Column("act", "choice", choices="act", width=26),
    Column("what", width=32),
    Column("note", width=48),
    Column("territory", width=28),
    Column("insee_codes", "insee", width=18),
    Column("region", "choice", choices="region", width=26),
    Column("object", width=40),
    Column("cooperation_type", "choice", choices="cooperation-type", width=20),
    Column("economic_model", "choice", choices="economic-model", width=20),
    Column("origin", "choice", choices="origin", width=24),
    Column("relayed_from", width=20),
    Column("programme", "choice", choices="programme", width=28),
    Column("call", "choice", choices="call", width=20),
    Column("managers", "choices", choices="person", width=36),
    Column("sector", "choice", choices="sector", width=18),
    Column("stakeholder_role", width=24),
)
_AN_OPENING_NEEDS = (
    "territory", "region", "object", "cooperation_type", "economic_model", "origin", "programme", "managers",
)  # fmt: skip
Act = Mapping[str, Any]


def _made(rows: Sequence[Row], lists: Lists, _job: str) -> Iterator[Unit | Wrong]:
    files: dict[str, list[Row]] = {}
    for row in rows:
        files.setdefault(slug_of(row.text("cooperation")), []).append(row)
    for key, acts in files.items():
        mistakes = list(_mistakes(key, acts, lists))
        if mistakes:
            yield from mistakes
            wrong = {one.row for one in mistakes}
            yield from (
                Wrong(one.number, one.cells["cooperation"], problems.WITH_THE_OTHERS)
                for one in acts
                if one.number not in wrong
            )
        else:
            yield _file(key, acts, lists)


def _mistakes(key: str, rows: Sequence[Row], lists: Lists) -> Iterator[Wrong]:
    first, *others = rows
    if not key:
        yield _wrong(first, "cooperation", problems.NO_NAME_LEFT, problems.NO_NAME_LEFT_REMEDY)
    if (first.text("act") or _OPEN) != _OPEN:
        yield _wrong(first, "act", problems.OPENING_FIRST, problems.OPENING_FIRST_REMEDY)
        return
    for name in _AN_OPENING_NEEDS:
        if not first.values.get(name):
            yield _wrong(first, name, problems.missing(HEADINGS[name]), problems.MISSING_REMEDY)
    rulebook = lists.rulebooks.get(first.text("programme"))
    for row in others:
        act = row.text("act") or _OPEN
        if act == _OPEN:
            yield _wrong(row, "act", problems.OPENED_TWICE, problems.OPENED_TWICE_REMEDY)
        elif act in _OF_RULEBOOK and lists.key_of(rulebook, _OF_RULEBOOK[act], row.text("what")) is None:
            yield _wrong(row, "what", problems.not_in_list(row.text("what")), problems.NOT_IN_LIST_REMEDY)
        else:
            needed = [one for one in _NEEDED.get(act, ()) if not row.values.get(one)]
            for name in needed:
                yield _wrong(row, name, problems.missing(HEADINGS[name]), problems.MISSING_REMEDY)


def _wrong(row: Row, name: str, message: Any, remedy: Any) -> Wrong:
    return Wrong(row.number, row.cells.get(name) or row.cells["cooperation"], message, remedy)


def _file(key: str, rows: Sequence[Row], lists: Lists) -> Unit:
    command_id = f"import/dossiers/{key}"
    rulebook = lists.rulebooks.get(rows[0].text("programme"))
    acts: list[Act] = []
    cells: dict[str, str] = {}
    phases = iter(list(rulebook.phases)[1:] if rulebook else ())
    for number, row in enumerate(rows):
        kind = row.text("act") or _OPEN
        entering = next(phases, Phase.CAPITALISATION) if kind == _ADVANCE else None
        moment = {"effective_at": row.values["date"]} | ({"to": entering.value} if entering else {})
        act = _ACTS[kind](row, lists, rulebook)
        acts.append({"command_id": f"{command_id}/{number + 1}", "cooperation": key, **moment, **act})
        cells |= {f"/acts/{number}/{_FIELDS.get(one, one)}": cell for one, cell in row.cells.items()}
        cells[f"/acts/{number}"] = row.cells["cooperation"]
    command = {"type": "ImportCooperation", "command_id": command_id, "cooperation": key, "acts": acts}
    return Unit(tuple(one.number for one in rows), (command,), cells, frozenset())


_FIELDS: Mapping[str, str] = {
    "date": "effective_at",
    "territory": "territory/name",
    "insee_codes": "territory/insee_codes",
}
"""Fields of acts that are called otherwise than their column."""


def _opening(row: Row, _lists: Lists, _rulebook: Rulebook | None) -> Act:
    same = (
        "region", "object", "cooperation_type", "economic_model", "origin", "relayed_from", "programme",
        "call", "managers",
    )  # fmt: skip
    territory = {"name": row.text("territory"), **row.given(insee_codes="insee_codes")}
    fields = row.given(**{one: one for one in same})
    return {"type": "OpenCooperation", "name": row.text("cooperation"), "territory": territory, **fields}


def _contact(kind: str) -> Callable[[Row, Lists, Rulebook | None], Act]:
    return lambda row, *_: {"type": "RecordContact", "kind": kind, **row.given(note="note")}


def _titled(name: str) -> Callable[[Row, Lists, Rulebook | None], Act]:
    return lambda row, *_: {"type": name, **row.given(title="what", note="note")}


def _keyed(name: str, field: str, said: str) -> Callable[[Row, Lists, Rulebook | None], Act]:
    def act(row: Row, lists: Lists, rulebook: Rulebook | None) -> Act:
        key = lists.key_of(rulebook, _OF_RULEBOOK[row.text("act")], row.text("what"))
        return {"type": name, field: key, **row.given(**{said: "note"})}

    return act


def _stakeholder(row: Row, *_: Any) -> Act:
    fields = row.given(name="what", sector="sector", role="stakeholder_role")
    return {"type": "AddStakeholder", "stakeholder": slug_of(row.text("what")), **fields}


_OF_RULEBOOK: Mapping[str, str] = {"deliverable": "deliverable", "declare": "item", "waive": "item"}
"""Acts about something that the programme names, and what."""
_NEEDED: Mapping[str, Sequence[str]] = {
    "stakeholder": ("what", "sector", "stakeholder_role"),
    "waive": ("note",),
    "quick-win": ("what",),
    "lesson": ("what",),
    "problem": ("what",),
    "pause": ("note",),
    "resume": ("note",),
}
_ACTS: Mapping[str, Callable[..., Act]] = {
    _OPEN: _opening,
    "meeting": _contact("meeting"),
    "visit": _contact("visit"),
    "phone": _contact("phone"),
    "stakeholder": _stakeholder,
    "deliverable": _keyed("DeliverDeliverable", "deliverable", "note"),
    "declare": _keyed("DeclareGateItem", "item", "note"),
    "waive": _keyed("WaiveGateItem", "item", "reason"),
    _ADVANCE: lambda row, *_: {"type": "AdvancePhase", **row.given(reason="note")},
    "quick-win": _titled("RecordQuickWin"),
    "lesson": _titled("RecordLesson"),
    "problem": _titled("RecordProblem"),
    "pause": lambda row, *_: {"type": "PauseCooperation", **row.given(reason="note")},
    "resume": lambda row, *_: {"type": "ResumeCooperation", **row.given(reason="note")},
}

COOPERATIONS = Kind("dossiers", _COLUMNS, _made, roles=(Role.ADMINISTRATOR,), commands=(ImportCooperation,))
