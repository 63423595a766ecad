"""Putting ordered payments into one file for the bank: what was ticked, what the rules say to it, recording it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from application.commands.answer import Answer
from domain.fundings.commands.payments import IssuePaymentFile
from domain.kernel.bank_days import next_bank_day
from domain.kernel.ids import payment_file_stream
from language import Text
from queries.forms.sending import send
from queries.naming import naming_of
from queries.payments_by_step import PaymentRow, payments_by_step, today_of
from queries.visit import Visit, reached
from wording.issuing import NO_DAY, NOTHING_TICKED, with_remedy
from wording.offers import lacking

LARGEST_FILE = 1_000
"""Payments of one file."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """What a form says: the payments as ``funding/number``, the day as it was typed."""

    payments: Sequence[str]
    day: str
    name: str = ""
    """The file's, settled when it was checked."""
    command_id: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What would leave for the bank, or why it does not: ``mistakes`` by field, *payments*, *day*, or the whole."""

    name: str
    day: date | None
    rows: Sequence[PaymentRow]
    mistakes: dict[str, Text] = field(default_factory=dict)

    @property
    def cents(self) -> int:
        """What is paid in all."""
        return sum(one.cents for one in self.rows)


def first_day(visit: Visit) -> date:
    """The next day on which the bank can pay."""
    return next_bank_day(today_of(visit))


async def checked(visit: Visit, ticked: Ticked) -> Checked:
    """What the rules say to a file of those payments on that day; nothing is recorded. Raises Failure."""
    rows, _ = await payments_by_step(visit, "to-send")
    wanted = frozenset(ticked.payments)
    chosen = [one for one in rows if one.key in wanted][:LARGEST_FILE]
    day = _day(ticked.day)
    mistakes = {}
    if not chosen:
        mistakes["payments"] = NOTHING_TICKED
    if day is None:
        mistakes["day"] = NO_DAY
    if day is None or not chosen:
        return Checked("", day, chosen, mistakes)
    name = await _free_name(visit, day)
    command = _command(visit, ticked, name, day, [one.key for one in chosen])
    async with reached():
        refusal = await visit.service.one_way_in.judge(visit.organisation, command)
    if refusal:
        naming = naming_of(visit, None, await visit.names())
        about = "day" if refusal.code.startswith("execution_") else "payments"
        mistakes[about] = with_remedy(*lacking(refusal, naming))
    return Checked(name, day, chosen, mistakes)


async def issue(visit: Visit, ticked: Ticked) -> tuple[str, Answer | None]:
    """Record the file that was checked, by its name; no answer for a form that is none of ours. Raises Failure."""
    day = _day(ticked.day)
    if day is None:
        return ticked.name, None
    try:
        command = _command(visit, ticked, ticked.name, day, ticked.payments)
    except (ValidationError, ValueError):
        return ticked.name, None
    return ticked.name, await send(visit, [command])


def _command(visit: Visit, ticked: Ticked, name: str, day: date, payments: Sequence[str]) -> IssuePaymentFile:
    """Raises ValidationError and ValueError for what is no payment."""
    named: list[dict[str, Any]] = []
    for one in payments:
        funding, _, number = one.rpartition("/")
        named.append({"funding": funding, "payment": int(number)})
    form = {
        "type": "IssuePaymentFile",
        "command_id": ticked.command_id or "essai",
        "actor": visit.person,
        "payment_file": name,
        "payments": named,
        "execute_on": day.isoformat(),
    }
    return IssuePaymentFile.model_validate_json(json.dumps(form))


async def _free_name(visit: Visit, day: date) -> str:
    """The day, and a number where files of that day have left already: ``2027-03-05-2``."""
    async with reached():
        streams = await visit.service.ledger.streams(visit.organisation, payment_file_stream(""))
    taken = frozenset(streams)
    names = (f"{day:%Y-%m-%d}" + (f"-{number}" if number > 1 else "") for number in range(1, len(taken) + 2))
    return next(one for one in names if payment_file_stream(one) not in taken)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
