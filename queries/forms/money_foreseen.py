"""What an act would do to money, before it is recorded: to each envelope, to the sums of a funding, to its schedule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import to_jsonable_python

from domain.envelopes.shares import freed
from domain.envelopes.state import Envelope
from domain.files.setting import Happening, State
from domain.fundings.amending import amount_after, change_of
from domain.fundings.commands.requests import (
    CloseFunding,
    DecideAmendment,
    DecideFunding,
    ReclaimFunds,
    ReleaseFunds,
)
from domain.fundings.events.requests import AmendmentGranted, AmendmentProposed
from domain.fundings.request import Instalment
from domain.fundings.state import Funding
from domain.kernel.ids import envelope_stream
from domain.registry.commands import AnyCommand
from language import Text
from queries.amended import as_it_stands
from queries.forms.about import About
from queries.visit import reached
from wording import sums_of_money as words


@dataclass(frozen=True, slots=True)
class EnvelopeMoved:
    """What may be committed in an envelope, before an act and after it, in cents."""

    name: Text
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would become of money; empty for an act that moves none."""

    envelopes: Sequence[EnvelopeMoved] = ()
    sums: Sequence[tuple[Text, int]] = ()
    """Sums of the funding by what they are, in cents."""
    before: Mapping[str, Any] = field(default_factory=dict)
    """What an amendment may change, as it stands; empty where none is proposed or granted."""
    after: Mapping[str, Any] = field(default_factory=dict)
    """The same as it would be; None for what stays."""


def money_foreseen(
    known: About, command: AnyCommand, decided: Sequence[Happening], states: Mapping[str, State]
) -> Foreseen:
    """Of an act that the rules would let pass; ``states``: what it rests on."""
    before, after = _amended(known, command, decided)
    return Foreseen(
        envelopes=[
            EnvelopeMoved(known.called("envelope", one.id), one.balance, one.balance + _freed(one, decided))
            for one in states.values()
            if isinstance(one, Envelope)
        ],
        sums=list(_sums(known.funding, command)) if known.funding else (),
        before=before,
        after=after,
    )


async def balances_of_decision(known: About) -> Sequence[EnvelopeMoved]:
    """The envelopes that granting what is asked for would take from, for the form of the decision. Raises Failure."""
    if known.command is not DecideFunding or known.funding is None:
        return ()
    command = DecideFunding(
        type="DecideFunding",
        command_id="balances",
        actor=known.visit.person,
        funding=known.funding.id,
        decision="granted",
    )
    async with reached():
        _, states = await known.visit.service.one_way_in.foreseen(known.visit.organisation, command)
    found = (one for one in states.values() if isinstance(one, Envelope))
    asked = known.funding.request.amount_cents
    return [
        EnvelopeMoved(known.called("envelope", one.id), one.balance, one.balance - asked) for one in found
    ]


def _freed(envelope: Envelope, decided: Sequence[Happening]) -> int:
    stream = envelope_stream(envelope.id)
    return sum(freed(one.event) for one in decided if one.stream == stream)


def _amended(
    known: About, command: AnyCommand, decided: Sequence[Happening]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """What an amendment that is proposed or granted changes."""
    funding = known.funding
    if funding is None:
        return {}, {}
    for one in decided:
        match one.event:
            case AmendmentProposed() as event:
                return as_it_stands(funding), event.model_dump(mode="json", exclude={"reason"})
            case AmendmentGranted(schedule=schedule) if isinstance(command, DecideAmendment):
                return as_it_stands(funding), _granted(funding, command.amendment, schedule)
    return {}, {}


def _granted(funding: Funding, key: str, schedule: Sequence[Instalment]) -> Mapping[str, Any]:
    change = change_of(funding.amendments[key])
    parts = {
        "amount_cents": change.amount_cents,
        "until": change.until,
        "parties": change.parties,
        "plan": change.plan,
        "schedule": schedule,
        "budget_cents": amount_after(funding, change) - funding.amount_cents,
    }
    found: dict[str, Any] = to_jsonable_python(parts)
    return found


def _sums(funding: Funding, command: AnyCommand) -> Iterator[tuple[Text, int]]:
    """What an act that ends something comes to: what is given back, reclaimed, or closed."""
    match command:
        case ReleaseFunds():
            yield words.PAID, funding.paid_cents
            yield words.RELEASED_NOW, funding.reserved_cents
        case ReclaimFunds(cents=cents):
            yield words.PAID, funding.paid_cents
            yield words.RECLAIMED_BEFORE, funding.reclaimed_cents
            yield words.RECLAIMED_NOW, cents
            yield words.KEPT, funding.paid_cents - funding.reclaimed_cents - cents
        case CloseFunding():
            yield words.GRANTED, funding.amount_cents
            yield words.PAID, funding.paid_cents
            yield words.RELEASED, funding.released_cents
            yield words.RECLAIMED_BEFORE, funding.reclaimed_cents
            yield words.REFUNDED, funding.refunded_cents
