"""A cell as the value of its column, as commands have it in JSON; or what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from domain.bank.identifiers import is_siret
from domain.kernel.address import mailbox_of
from domain.kernel.folded import folded
from imports.sheets import Value
from language import Text
from queries.importing.lists import AMBIGUOUS, Lists
from queries.importing.shape import Column
from wording.importing import problems
from wording.importing.columns import NO, YES

_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_MONTH = re.compile(r"(\d{1,2})/(\d{4})")
_MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_INSEE = re.compile(r"(\d{5}|2[AB]\d{3})")
_INSEE_LONG, _SIRET_LONG = 5, 14
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SHORTEST_SIRET = 9
"""Digits that are left of one that begins with zeros; a number that is shorter is another thing."""


class NotRead(Exception):
    """What is wrong with a cell, and what to do; ``zeros``: whether a zero was lost, perhaps."""

    def __init__(self, message: Text, remedy: Text, *, zeros: bool = False) -> None:
        super().__init__(message.en)
        self.message, self.remedy, self.zeros = message, remedy, zeros


def value_of(cell: Value, column: Column, lists: Lists, *, zeros: bool) -> Any:
    """The value; None for an empty cell. ``zeros``: put lost zeros back. Raises NotRead."""
    if cell is None:
        return None
    return _READ[column.kind](cell, column, lists, zeros)


def written(cell: Value) -> str:
    """What stands in a cell, as text."""
    match cell:
        case bool():
            return "oui" if cell else "non"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return cell.isoformat(" ")
        case date():
            return f"{cell:%d/%m/%Y}"
    return cell or ""


def _text(cell: Value, *_: Any) -> str:
    return written(cell)


def _day(cell: Value, *_: Any) -> str:
    if isinstance(cell, date):
        return _possible(cell).isoformat()[: len("2026-12-31")]
    text = written(cell)
    try:
        if found := _DAY.fullmatch(text):
            day, month, year = map(int, found.groups())
            return _possible(date(year, month, day)).isoformat()
        return _possible(date.fromisoformat(text)).isoformat()
    except ValueError:
        raise NotRead(problems.NO_DAY, problems.NO_DAY_REMEDY) from None


def _possible(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise NotRead(problems.NO_DAY, problems.NO_DAY_REMEDY)
    return day


def _moment(cell: Value, *_: Any) -> str:
    text = written(cell)
    if found := _MONTH.fullmatch(text):
        text = f"{found[2]}-{int(found[1]):02}"
    if not isinstance(cell, date) and _MOMENT.fullmatch(text):
        year, *rest = text.split("-")
        if _FIRST_YEAR <= int(year) <= _LAST_YEAR and (not rest or 1 <= int(rest[0]) <= 12):  # noqa: PLR2004 - months
            return text if len(rest) < 2 else _day(text)  # noqa: PLR2004 - year, month, day
        raise NotRead(problems.NO_DAY, problems.NO_MOMENT_REMEDY)
    try:
        return _day(cell)
    except NotRead:
        raise NotRead(problems.NO_DAY, problems.NO_MOMENT_REMEDY) from None


def _euros(cell: Value, *_: Any) -> int:
    if isinstance(cell, bool | date):
        raise NotRead(problems.NO_AMOUNT, problems.NO_AMOUNT_REMEDY)
    typed = _SPACES.sub("", written(cell)).removesuffix("€").replace(",", ".")
    try:
        cents = Decimal(typed).scaleb(2)
    except InvalidOperation:
        raise NotRead(problems.NO_AMOUNT, problems.NO_AMOUNT_REMEDY) from None
    if isinstance(cell, float):  # binary: 0.1 + 0.2 is thirty cents
        cents = round(cents, 6).normalize()
    if not cents.is_finite() or cents != cents.to_integral_value() or abs(cents) >= Decimal(10) ** 14:
        raise NotRead(problems.NO_AMOUNT, problems.NO_AMOUNT_REMEDY)
    return int(cents)


def _whole(cell: Value, *_: Any) -> int:
    typed = _SPACES.sub("", written(cell))
    if not re.fullmatch(r"-?\d{1,15}", typed, re.ASCII):
        raise NotRead(problems.NO_NUMBER, problems.NO_NUMBER_REMEDY)
    return int(typed)


def _yes_no(cell: Value, *_: Any) -> bool:
    said = folded(written(cell))
    if said in YES or said in NO:
        return said in YES
    raise NotRead(problems.NO_YES_NO, problems.NO_YES_NO_REMEDY)


def _choice(cell: Value, column: Column, lists: Lists, _zeros: bool) -> str:  # noqa: FBT001 - one shape for all
    return _chosen(written(cell), column.choices, lists)


def _choices(cell: Value, column: Column, lists: Lists, _zeros: bool) -> tuple[str, ...]:  # noqa: FBT001
    names = (one.strip() for one in re.split(r"[,;\n]", written(cell)))
    if not column.choices:
        return tuple(one for one in names if one)
    return tuple(dict.fromkeys(_chosen(one, column.choices, lists) for one in names if one))


def _chosen(text: str, of: str, lists: Lists) -> str:
    found = lists.person(text) if of == "person" else lists.find(of, text)
    if found == AMBIGUOUS:
        raise NotRead(problems.several(text), problems.SEVERAL_REMEDY)
    if found is not None:
        return found
    if of == "cooperation":
        raise NotRead(problems.no_file(text), problems.NO_FILE_REMEDY)
    if of == "person":
        raise NotRead(problems.no_person(text), problems.NO_PERSON_REMEDY)
    raise NotRead(problems.not_in_list(text), problems.NOT_IN_LIST_REMEDY)


def _insee(cell: Value, _column: Column, _lists: Lists, zeros: bool) -> tuple[str, ...]:  # noqa: FBT001
    codes = [one for one in re.split(r"[,; \n]+", written(cell).upper()) if one]
    return tuple(_insee_code(one, zeros=zeros) for one in codes)


def _insee_code(text: str, *, zeros: bool) -> str:
    if text.isdigit() and len(text) == _INSEE_LONG - 1:
        if not zeros:
            raise NotRead(problems.lost_zero(text, f"0{text}"), problems.ZERO_REMEDY, zeros=True)
        return f"0{text}"
    if _INSEE.fullmatch(text):
        return text
    raise NotRead(problems.NO_INSEE, problems.NO_INSEE_REMEDY)


def _siret(cell: Value, _column: Column, _lists: Lists, zeros: bool) -> str:  # noqa: FBT001
    text = _SPACES.sub("", written(cell))
    whole = text.zfill(_SIRET_LONG)
    if not text.isdigit() or not is_siret(whole):
        raise NotRead(problems.NO_SIRET, problems.NO_SIRET_REMEDY)
    if whole != text:
        if len(text) < _SHORTEST_SIRET:
            raise NotRead(problems.NO_SIRET, problems.NO_SIRET_REMEDY)
        if not zeros:
            raise NotRead(problems.lost_zero(text, whole), problems.ZERO_REMEDY, zeros=True)
    return whole


def _address(cell: Value, *_: Any) -> str:
    text = written(cell)
    if mailbox_of(text) is None:
        raise NotRead(problems.NO_ADDRESS, problems.NO_ADDRESS_REMEDY)
    return text


_READ: Mapping[str, Callable[..., Any]] = {
    "text": _text,
    "day": _day,
    "moment": _moment,
    "euros": _euros,
    "whole": _whole,
    "yes-no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "insee": _insee,
    "siret": _siret,
    "address": _address,
}
