"""Long forms that are filled in part by part, in any order: which parts a command has, and what lies in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.kernel.command import Command
from queries.forms.about import Texts


@dataclass(frozen=True, slots=True)
class Part:
    """Some fields of a command that are asked for on a page of their own, by the names of the fields."""

    key: str
    fields: tuple[str, ...]

    def holds(self, name: str) -> bool:
        """Whether a field, a part of one or a row of one lies in it."""
        return any(name == one or name.startswith((f"{one}.", f"{one}[")) for one in self.fields)


_REQUEST = (
    Part(
        "object",
        (
            "cooperation",
            "request.instrument",
            "request.amount_cents",
            "request.maturity",
            "request.fast_track",
            "funding",
        ),
    ),
    Part("beneficiary", ("request.beneficiary", "request.carrier", "request.passed_on")),
    Part("expenses", ("request.plan",)),
    Part("resources", ("request.co_funding", "request.shares")),
    Part("schedule", ("request.since", "request.until", "note", "reason", "effective_at")),
)
_PARTS: Mapping[str, tuple[Part, ...]] = {
    "RequestFunding": _REQUEST,
    "ReviseFunding": _REQUEST,
    "ResubmitFunding": (Part("answers", ("answers",)), *_REQUEST),
}


def parts_of(command: type[Command]) -> tuple[Part, ...]:
    """The parts of a command's form, in their order; none where it is asked for on one page."""
    return _PARTS.get(command.__name__, ())


def part_of(command: type[Command], key: str) -> Part | None:
    """The part of a name; None if there is none."""
    return next((one for one in parts_of(command) if one.key == key), None)


def part_holding(command: type[Command], name: str) -> Part | None:
    """The part that a field lies in."""
    return next((one for one in parts_of(command) if one.holds(name)), None)


def with_part(kept: Texts, part: Part | None, sent: Texts) -> dict[str, Sequence[str]]:
    """What was kept of a form, with what one part says now: rows that were taken away there are gone."""
    rest = {name: given for name, given in kept.items() if part is None or not part.holds(name)}
    return {**rest, **sent}
