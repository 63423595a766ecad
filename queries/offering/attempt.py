"""Trying a command until one form of it passes, or until no other could: which values rules take, they say."""

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

from pydantic import ValidationError

from application.commands.trial import Tried
from domain.kernel.command import Command
from domain.kernel.refusal import Refusal
from domain.registry.commands import AnyCommand
from queries.choosing.circumstances import Circumstances
from queries.command_form import put
from queries.offering.fillings import Slot, days_in, fillings, paths_of, placeholder, slots_of
from wording.refused_fields import field_of_refusal

MOST_ATTEMPTS = 40
"""Forms of one command that are tried; what is left then is taken for what it was first refused for."""
_AT_ONCE = 12
"""Attempts to mend one form."""
WHATEVER_IS_FILLED_IN = frozenset(
    {
        *("file_closed", "file_paused", "abandonment_pending", "application_declined", "review_ended"),
        *("review_sleeps", "stage_forbids", "no_application", "gate_incomplete", "unknown_actor"),
        "rulebook_differs",
    }
)
"""Refusals that hardly depend on what a form says: nothing else needs to be tried."""
BY_WHAT_IS_WRITTEN = frozenset({"changes_nothing", "ineligible"})
"""Refusals of no single field that what people write mends."""
EVEN_THE_LEAST = frozenset({"reclaims_too_much", "not_reclaimed"})
"""Refusals of the least amount that can be written: no other one passes."""

Next = Literal["again", "another-form", "write-otherwise"]
"""After a refusal: the form was mended, another may pass, or what people write in it will."""


@dataclass(frozen=True, slots=True)
class Found:
    """Whether a form could pass; else why the likeliest does not, and which field has nothing left to choose."""

    possible: bool
    passes: AnyCommand | None = None
    """The form that passed; None where what people write decides."""
    refusal: Refusal | None = None
    theirs: bool = True
    nothing_to_choose: str | None = None


Try = Callable[[AnyCommand], Awaitable[Tried]]
"""What the rules say of a command, with what it rests on read."""


@dataclass
class Attempt:
    """The forms of one command that somebody might give about something."""

    command: type[Command]
    asked: Circumstances
    given: Mapping[str, Any]
    """The fields that are settled, by their paths: what it is about, what the page says."""
    tries: Try
    _left: int = MOST_ATTEMPTS
    _first: Found | None = None
    _wanted: list[str] = field(default_factory=list)
    """Fields that may be left out, but that a refusal asked for."""

    async def found(self) -> Found:
        """Whether some form passes, or could if what people write in it did."""
        while True:
            before = len(self._wanted)
            if passed := await self._any_form():
                return passed
            if len(self._wanted) == before and not self._with_what_may_be_left_out():
                return self._first or Found(possible=False)

    async def _any_form(self) -> Found | None:
        before = len(self._wanted)
        for form, empty in self._forms(self._slots, dict(self.given)):
            passed = await self._mended(form, empty)
            if passed or self._left <= 0 or self._settled or len(self._wanted) > before:
                return passed
        return None

    @property
    def _settled(self) -> bool:
        refusal = self._first.refusal if self._first else None
        return refusal is not None and refusal.code in WHATEVER_IS_FILLED_IN

    def _with_what_may_be_left_out(self) -> bool:
        """Fields of few values that may be left out decide, too; whether there are any that were not tried."""
        may_be = (one for one in slots_of(self.command) if not one.field.required)
        fresh = [one.name for one in may_be if "enum" in one.field.schema and not self._known(one.name)]
        self._wanted += fresh
        return bool(fresh) and not self._settled

    async def _mended(self, form: dict[str, Any], empty: str | None) -> Found | None:
        """Whether this form passes, or one that differs from it in what people write."""
        times: dict[str, int] = {}
        for _ in range(_AT_ONCE):
            command = self._read(form)
            if command is None:
                return None
            tried = await self.tries(command)
            if tried.refusal is None:
                return Found(possible=True, passes=command)
            slot = self._slot_of(tried.refusal)
            following = self._after(tried.refusal, slot, form, times) if tried.theirs else "another-form"
            if following == "another-form" and self._first is None:
                nothing = empty if slot and slot.name == empty else None
                self._first = Found(False, None, tried.refusal, tried.theirs, nothing)  # noqa: FBT003
            if following != "again":
                return Found(possible=True) if following == "write-otherwise" else None
        return Found(possible=True)

    def _after(
        self, refusal: Refusal, slot: Slot | None, form: dict[str, Any], times: dict[str, int]
    ) -> Next:
        """What to do about a refusal: another day or text in the field that it is about, if people write there."""
        if slot is None:
            open_ones = (one for one in slots_of(self.command) if one.name not in self.given)
            written = refusal.code in BY_WHAT_IS_WRITTEN and any(one.written for one in open_ones)
            return "write-otherwise" if written else "another-form"
        if refusal.code in EVEN_THE_LEAST:
            return "another-form"
        if slot.listed:
            if slot.name not in form and not self._known(slot.name) and self._fillings(slot, form):
                self._wanted.append(slot.name)
            return "another-form"
        values = [*days_in(refusal.params), *self._fillings(slot, form)]
        known = times.get(slot.name, 1 if slot.name in form and not slot.dated else 0)
        if known >= len(values):
            return "write-otherwise"
        form[slot.name], times[slot.name] = values[known], known + 1
        return "again"

    def _slot_of(self, refusal: Refusal) -> Slot | None:
        """The field that a refusal is about, if it is not settled; a part of it, where it has parts."""
        open_ones = [one for one in paths_of(self.command) if one not in self.given]
        at = field_of_refusal(refusal.code, open_ones)
        slots = slots_of(self.command)
        exact = next((one for one in slots if one.name == at), None)
        return exact or next((one for one in slots if at and one.name.startswith(f"{at}.")), None)

    def _read(self, form: Mapping[str, Any]) -> AnyCommand | None:
        """The form as a command; None once too many were tried, or if it is none."""
        self._left -= 1
        if self._left < 0:
            return None
        fields: dict[str, Any] = {
            "type": self.command.__name__,
            "command_id": "offer",
            "actor": self.asked.person,
        }
        for name, value in form.items():
            put(fields, name, value)
        try:
            return cast("AnyCommand", self.command.model_validate_json(json.dumps(fields)))
        except ValidationError:
            return None

    def _forms(
        self, slots: Sequence[Slot], form: dict[str, Any], empty: str | None = None
    ) -> Iterator[tuple[dict[str, Any], str | None]]:
        """Every form by the values that are listed, the rest filled in; and which field has nothing to choose."""
        if not slots:
            yield dict(form), empty
            return
        slot, *rest = slots
        if slot.name in form:
            yield from self._forms(rest, form, empty)
            return
        values = self._fillings(slot, form)
        if not values:
            filled = placeholder(slot, self.asked)
            yield from self._forms(rest, {**form, slot.name: filled}, empty or slot.name)
            return
        for value in values if slot.listed else values[:1]:
            yield from self._forms(rest, {**form, slot.name: value}, empty)

    def _fillings(self, slot: Slot, form: Mapping[str, Any]) -> Sequence[Any]:
        return fillings(slot, replace(self.asked, known=form), self.command)

    @property
    def _slots(self) -> list[Slot]:
        every = slots_of(self.command)
        return [one for one in every if one.field.required or one.name in self._wanted]

    def _known(self, name: str) -> bool:
        return name in self.given or name in self._wanted
