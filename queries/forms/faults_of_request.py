"""Mistakes of a funding request, each at its field: the rules alone would tell the first of them only."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from domain.bank.identifiers import identifier
from domain.fundings.commands.requests import RequestFunding, ResubmitFunding, ReviseFunding
from domain.fundings.decide.requesting import evident_faults
from domain.kernel.refusal import Refusal, refuse
from domain.registry.commands import AnyCommand
from language import Text
from queries.forms.about import About
from queries.forms.names import numbers_of, row
from queries.forms.shape import leaves, shapes_of
from queries.forms.typed import Unreadable, day_of, euros_of
from wording.refusals import explain
from wording.refused_fields import field_of_refusal


class Sums(NamedTuple):
    """The amount asked for, the plan of expenses, and co-funding, as far as they can be read; in cents."""

    amount: int
    planned: int
    shared: int


def faults_of_request(known: About, command: AnyCommand) -> Mapping[str, Text]:
    """Of a command that asks for money; empty for a single fault, which the rules tell with its remedy."""
    if not isinstance(command, RequestFunding | ReviseFunding | ResubmitFunding):
        return {}
    told = _at_fields(known, evident_faults(command.request))
    return told if len(told) > 1 else {}


def faults_as_written(known: About) -> Mapping[str, Text]:
    """What is wrong already with a request that is not complete yet, each within one part: its number, its term."""
    return _at_fields(known, tuple(_as_written(known)))


def faults_across(known: About) -> Mapping[str, Text]:
    """What only several parts show together: that the two sums of the plan differ."""
    sums = sums_written(known)
    if not sums.amount or sums.planned == sums.amount + sums.shared:
        return {}
    fault = refuse("plan_unbalanced", planned=sums.planned, amount=sums.amount, co_funding=sums.shared)
    return _at_fields(known, (fault,))


def sums_written(known: About) -> Sums:
    """What the three sums of a request come to so far; what cannot be read counts for nothing."""
    return Sums(
        _cents(known.one("request.amount_cents")),
        _total(known, "request.plan"),
        _total(known, "request.co_funding"),
    )


def _as_written(known: About) -> Iterator[Refusal]:
    number = known.one("request.beneficiary.identifier")
    if number and identifier(number) is None:
        yield refuse("wrong_identifier")
    since, until = known.one("request.since"), known.one("request.until")
    with suppress(Unreadable):
        if since and until and day_of(until) < day_of(since):
            yield refuse("term_reversed")


def _at_fields(known: About, faults: tuple[Refusal, ...]) -> Mapping[str, Text]:
    names = [one.name for one in leaves(shapes_of(known.command))]
    return {
        field_of_refusal(one.code, names) or "": Text(*explain(one, known.naming).message) for one in faults
    }


def _total(known: About, rows: str) -> int:
    return sum(_cents(known.one(f"{row(rows, one)}.cents")) for one in numbers_of(known.texts, rows))


def _cents(text: str) -> int:
    try:
        return euros_of(text)
    except Unreadable:
        return 0
