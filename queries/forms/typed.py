"""Values as people type them into forms: amounts in euros, days, moments in parts, numbers, yes and no."""

import re
from datetime import date

from domain.kernel.moments import PARIS, earliest
from domain.kernel.pasted import spaced
from language import Text
from wording.form_mistakes import (
    AMOUNT,
    DAY,
    DAY_WITHOUT_MONTH,
    MOMENT,
    MOST_DECIMALS,
    NUMBER,
    YEAR_MISSING,
    YES_OR_NO,
)

_EUROS = re.compile(r"-?(?P<euros>[0-9]{1,12})(?:[.,](?P<cents>[0-9]+))?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_NUMBER = re.compile(r"-?[0-9]{1,15}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
_DECIMALS, _THOUSAND, _YEAR = 2, 3, 4
_YES, _NO = "yes", "no"


class Unreadable(Exception):
    """What was typed is not what is asked for; ``wanted`` says what is."""

    def __init__(self, wanted: Text) -> None:
        super().__init__(wanted.en)
        self.wanted = wanted


def euros_of(text: str) -> int:
    """Cents of ``30 000,50``, ``30000.50``, ``30 000 €``, with any blanks. Raises Unreadable."""
    typed = (
        spaced(text).replace(" ", "").removesuffix("€").removesuffix("EUR").replace("'", "").replace("’", "")
    )
    if _GROUPED.fullmatch(typed) and _is_grouped(typed):
        last = max(typed.rfind(","), typed.rfind("."))
        decimals = len(typed) - last - 1
        whole, end = (typed, "") if decimals == _THOUSAND else (typed[:last], f".{typed[last + 1 :]}")
        typed = re.sub(r"[.,]", "", whole) + end
    found = _EUROS.fullmatch(typed)
    if found is None or typed.startswith("-"):
        raise Unreadable(AMOUNT)
    cents = found["cents"] or ""
    if len(cents) > _DECIMALS:
        raise Unreadable(MOST_DECIMALS)
    return int(found["euros"]) * 100 + int(cents.ljust(_DECIMALS, "0"))


def _is_grouped(typed: str) -> bool:
    """Whether the marks can only be between thousands: there are two kinds of them, or several of one."""
    return ("," in typed and "." in typed) or typed.count(",") > 1 or typed.count(".") > 1


def number_of(text: str) -> int:
    """A whole number, with any blanks between its digits. Raises Unreadable."""
    typed = spaced(text).replace(" ", "")
    if not _NUMBER.fullmatch(typed):
        raise Unreadable(NUMBER)
    return int(typed)


def yes_or_no(text: str) -> bool:
    """What one of the two buttons says. Raises Unreadable."""
    if text not in (_YES, _NO):
        raise Unreadable(YES_OR_NO)
    return text == _YES


def day_of(text: str) -> str:
    """A day as browsers send it (``2027-01-31``) or as people type it (``31/01/2027``). Raises Unreadable."""
    typed = spaced(text).replace(" ", "")
    found = _DAY_FIRST.fullmatch(typed)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(typed)
    except ValueError:
        raise Unreadable(DAY) from None
    return day.isoformat()


def moment_of(day: str, month: str, year: str) -> str:
    """A moment as precisely as its parts say: ``2026-11-22``, ``2026-11``, ``2026``. Raises Unreadable."""
    if not year:
        raise Unreadable(YEAR_MISSING)
    if day and not month:
        raise Unreadable(DAY_WITHOUT_MONTH)
    parts = [spaced(one) for one in (year, month, day) if one]
    if not all(re.fullmatch(r"[0-9]{1,4}", one) for one in parts) or len(parts[0]) != _YEAR:
        raise Unreadable(MOMENT)
    written = "-".join((parts[0], *(f"{int(one):02}" for one in parts[1:])))
    try:
        earliest(written, PARIS)
    except (ValueError, OverflowError):
        raise Unreadable(MOMENT) from None
    return written
