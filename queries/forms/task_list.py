"""A long form as a list of its parts: what is done, what lacks, what is wrong; and each part by itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from language import Text
from queries.forms.about import About
from queries.forms.building import form_about
from queries.forms.faults_of_request import Sums, faults_across, faults_as_written, sums_written
from queries.forms.form import Form, FormField, every_field
from queries.forms.made import command_of
from queries.forms.parts import Part, parts_of
from wording.form_mistakes import REQUIRED, TO_CHOOSE

PartState = Literal["done", "to-do", "lacking", "wrong", "optional"]
_GROUP = "request"


@dataclass(frozen=True, slots=True)
class PartStanding:
    """How far a part is: the labels of what lacks, or what is wrong."""

    key: str
    state: PartState
    lacks: Sequence[Text] = ()
    wrong: Sequence[Text] = ()


@dataclass(frozen=True, slots=True)
class PartMistake:
    """A mistake with the part and the field that it is in; without a part where it concerns none of them."""

    part: str
    field: FormField | None
    text: Text


@dataclass(frozen=True, slots=True)
class TaskList:
    """The parts of a form in their order."""

    form: Form
    parts: Sequence[PartStanding]
    sums: Sums

    @property
    def ready(self) -> int:
        """How many parts can go to the check as they are."""
        return sum(one.state in ("done", "optional") for one in self.parts)


async def task_list(known: About, command_id: str) -> TaskList:
    """How far a form is of which nothing is asked first any more. Raises Failure."""
    form = await form_about(known)
    parts, sums = parts_of(known.command), sums_written(known)
    found = await mistakes_so_far(known, command_id)
    return TaskList(form, [_standing(form, one, found) for one in parts], sums)


async def mistakes_so_far(known: About, command_id: str) -> Mapping[str, Text]:
    """What is wrong or missing, by the names of the fields. Raises Failure."""
    made = await command_of(known, command_id)
    return {**faults_as_written(known), **faults_across(known), **made.mistakes}


async def mistakes_within(known: About, part: Part, command_id: str) -> Mapping[str, Text]:
    """What is wrong or missing in one part, whatever the others say. Raises Failure."""
    found, across = await mistakes_so_far(known, command_id), faults_across(known)
    return {name: text for name, text in found.items() if part.holds(name) and across.get(name) != text}


def fields_in(form: Form, part: Part) -> Sequence[FormField]:
    """The fields of a part, out of their groups."""
    return [one for one in _apart(form) if part.holds(one.name)]


def fields_beside(form: Form, part: Part) -> Sequence[FormField]:
    """The fields of all other parts."""
    return [one for one in _apart(form) if not part.holds(one.name)]


def by_part(form: Form, parts: Sequence[Part], mistakes: Mapping[str, Text]) -> Sequence[PartMistake]:
    """Mistakes in the order of the parts, each with the nearest field that the form has."""
    return [
        PartMistake(part.key, _nearest(form, name), text)
        for part in parts
        for name, text in mistakes.items()
        if part.holds(name)
    ] + [
        PartMistake("", None, text)
        for name, text in mistakes.items()
        if not any(part.holds(name) for part in parts)
    ]


def _apart(form: Form) -> Iterator[FormField]:
    for one in form.fields:
        if one.name == _GROUP:
            yield from one.parts
        else:
            yield one


def _standing(form: Form, part: Part, mistakes: Mapping[str, Text]) -> PartStanding:
    here = {name: text for name, text in mistakes.items() if part.holds(name)}
    lacking = [name for name, text in here.items() if text in (REQUIRED, TO_CHOOSE)]
    wrong = [text for name, text in here.items() if name not in lacking]
    filled = any(one.filled for one in fields_in(form, part) if not one.hidden)
    labels = [field.label for one in lacking if (field := _nearest(form, one))]
    if wrong:
        return PartStanding(part.key, "wrong" if filled else "to-do", wrong=wrong if filled else ())
    if lacking:
        return PartStanding(part.key, "lacking" if filled else "to-do", lacks=tuple(dict.fromkeys(labels)))
    return PartStanding(part.key, "done" if filled else "optional")


def _nearest(form: Form, name: str) -> FormField | None:
    """The field of a name, or the one that it lies in."""
    there = {one.name: one for one in every_field(form.fields)}
    while name and name not in there:
        cut = max(name.rfind("."), name.rfind("["))
        name = name[:cut] if cut > 0 else ""
    return there.get(name)


async def part_form(known: About, part: Part, mistakes: Mapping[str, Text] | None = None) -> Form:
    """One part as a form of its own, with what is wrong in it. Raises Failure."""
    here = {name: text for name, text in (mistakes or {}).items() if part.holds(name)}
    form = await form_about(known, here)
    return replace(form, fields=tuple(fields_in(form, part)))
