"""What a token may be made for, and which of it a command asks for.

A scope takes away, it gives nothing: whoever holds the token may do what they may do themselves, within its scopes.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from domain.cooperations.commands.acts import ImportCooperation
from domain.fundings.commands.payments import (
    ApproveTranche,
    ConfirmPayment,
    FailPayment,
    OrderPayment,
    RecordRefund,
)
from domain.fundings.commands.requests import (
    CloseFunding,
    DecideAmendment,
    DecideFunding,
    ReclaimFunds,
    ReleaseFunds,
)
from domain.kernel.command import Command, MoneyCommand
from domain.kernel.ids import stream_of

Scope = Literal["read", "act:cooperations", "act:reviews", "act:fundings", "act:organisation", "money"]
SCOPES: tuple[Scope, ...] = get_args(Scope)

_BY_ROOM: Mapping[str, Scope] = {
    "cooperations": "act:cooperations",
    "reminders": "act:cooperations",
    "acts": "act:cooperations",
    "reviews": "act:reviews",
    "fundings": "act:fundings",
    "organisation": "act:organisation",
    "envelopes": "money",
    "bank": "money",
}
"""By the room of ``domain`` in which a command is defined."""
_PLEDGES: frozenset[type[Command]] = frozenset(
    {
        *(DecideFunding, DecideAmendment, ReleaseFunds, ReclaimFunds, CloseFunding),
        *(ApproveTranche, OrderPayment, ConfirmPayment, FailPayment, RecordRefund),
    }
)
"""Commands of a funding that promise money, pay it or give it up."""


def scopes_for(command: type[Command]) -> frozenset[Scope]:
    """What a token must be made for so that a command of this kind may be given with it: all of these."""
    own = _BY_ROOM[command.__module__.split(".")[1]]
    return frozenset({own, "money"} if command in _PLEDGES or issubclass(command, MoneyCommand) else {own})


def scope_of_file(key: str) -> Scope:
    """What a token must be made for so that something is handed in for a file, by its key."""
    return _BY_ROOM.get(f"{stream_of(key).partition(':')[0]}s", "act:cooperations")


def scopes_of(command: Command) -> frozenset[Scope]:
    """The same of a command, with those of the acts that it brings in."""
    acts = command.acts if isinstance(command, ImportCooperation) else ()
    return frozenset().union(*(scopes_for(type(one)) for one in (command, *acts)))
