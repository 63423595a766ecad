"""Making a form of what its command asks, what it is about, and what is written in it so far."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.kernel.command import Command
from language import Text
from queries.forms import form
from queries.forms.about import About, Texts, about
from queries.forms.choice import Choice
from queries.forms.course import asked_by_now, asked_first, is_asked, steps_of
from queries.forms.derived import is_free_key
from queries.forms.elsewhere import ONLY_SEARCHED, SEARCHED
from queries.forms.form import Form, FormField
from queries.forms.known import choices_now
from queries.forms.names import SOUGHT, numbers_of, row
from queries.forms.points import POINTS, with_usual_points
from queries.forms.reading import MOMENT_PARTS, mistakes_at
from queries.forms.shape import Shape, shapes_of
from queries.forms.widget import BY_KEY, Widget
from queries.visit import Visit
from wording.codes import code_words
from wording.commands import COMMANDS
from wording.form_fields import MOMENT_LABELS, hint_of, page_label
from wording.nothing_to_choose import NOTHING_TO_CHOOSE
from wording.pages.forms import NO, YES

_WITHOUT_PARTS: Mapping[str, Text] = {}
_MOST_GRADES = 10
_SUBJECTS = ("cooperation", "review", "funding", "envelope", "account", "message")


async def form_of(
    visit: Visit, command: type[Command], texts: Texts, mistakes: Mapping[str, Text] = _WITHOUT_PARTS
) -> Form:
    """The form of a command with what is written in it. Raises Failure for what may not be read."""
    return await form_about(await about(visit, command, texts), mistakes)


async def form_about(known: About, mistakes: Mapping[str, Text] = _WITHOUT_PARTS) -> Form:
    """The same, of what is looked up already."""
    shapes = shapes_of(known.command)
    first = asked_first(known.command, shapes)
    lacking = next((name for name in first if not known.one(name)), None)
    fields = [
        field
        for one in shapes
        if is_asked(known, one.name) or _is_written(known, one.name)
        if (field := await _field(known, one, one.name)) is not None
    ]
    if lacking is not None:
        fields = _only(fields, asked_by_now(known.command, first, lacking))
    found = mistakes_at(mistakes, {one.name for one in _all(fields)})
    return Form(
        command=known.command.__name__,
        title=COMMANDS[known.command.__name__],
        fields=tuple(_marked(one, found) for one in fields),
        steps=steps_of(known.command),
        asks_first=lacking is not None,
    )


def _is_written(known: About, name: str) -> bool:
    """Whether something is written in a field, or in a part of it: that is never dropped unseen."""
    return any(
        given and any(text.strip() for text in given)
        for one, given in known.texts.items()
        if one == name or one.startswith((f"{name}.", f"{name}["))
    )


async def _field(known: About, shape: Shape, name: str) -> FormField | None:
    """A field with its values and choices; None where there is nothing to choose and no need to."""
    common = FormField(
        name=name,
        label=page_label(shape.command, shape.name),
        widget=shape.widget,
        required=shape.required,
        private=shape.private,
        hint=hint_of(shape.command, shape.name),
        values=tuple(known.texts.get(name, ())),
        longest=shape.longest,
        advanced=shape.widget is Widget.DERIVED or name == "effective_at",
    )
    if shape.name == POINTS:
        common = replace(common, hint=with_usual_points(known, common.hint))
    match shape.widget:
        case Widget.GROUP:
            asked = [one for one in shape.parts if is_asked(known, one.name)]
            parts = [await _field(known, one, f"{name}.{one.own_name}") for one in asked]
            return replace(common, parts=tuple(one for one in parts if one))
        case Widget.ROWS:
            return await _rows(known, shape, common)
        case Widget.MOMENT:
            return replace(common, parts=_moment_parts(known, name))
        case Widget.YES_NO:
            return replace(common, choices=(Choice("yes", YES), Choice("no", NO)))
        case Widget.DERIVED:
            return common if common.value else None
        case one if one in BY_KEY:
            return _by_key(common, shape, known, await choices_now(known, shape.name))
        case Widget.ONE_OF | Widget.SEVERAL:
            return await _chosen(known, shape, common)
    return common


async def _chosen(known: About, shape: Shape, field: FormField) -> FormField | None:
    """A field with its choices. A subject that is told goes along unseen; so does the only thing to choose."""
    if field.name in _SUBJECTS and field.value:
        return replace(field, hidden=True)
    choices: Sequence[Choice] = await choices_now(known, shape.name)
    values, sought = field.values, _sought(known, field.name, choices)
    if shape.codes and not choices:
        choices = [Choice(one, Text(*code_words(one, shape.said_of) or (one, one))) for one in _codes(shape)]
    alone = len(choices) == 1 and sought is None
    if shape.required and shape.widget is Widget.ONE_OF and alone and not values:
        values = (choices[0].value,)
    if not choices and is_free_key(shape.name):
        return replace(field, widget=Widget.LINE)
    if not choices and not shape.required and not values and sought is None:
        return None
    lacks = None if choices else NOTHING_TO_CHOOSE.get((shape.command, shape.name))
    return replace(field, choices=tuple(choices), values=values, sought=sought, lacks=lacks)


def _sought(known: About, name: str, choices: Sequence[Choice]) -> str | None:
    """By which words choices were looked for; None where there are no more than those listed."""
    words = known.one(f"{SOUGHT}{name}")
    more = name in ONLY_SEARCHED or bool(words) or len(choices) >= form.MOST_LISTED
    return words if name in SEARCHED and more else None


def _codes(shape: Shape) -> Sequence[str]:
    """Abandoning is asked and settled, never a way to close."""
    without = "abandoned" if (shape.command, shape.name) == ("CloseCooperation", "outcome") else ""
    return [one for one in shape.codes if one != without]


async def _rows(known: About, shape: Shape, field: FormField) -> FormField:
    """The rows that are written, and an empty one where there is none."""
    numbers = numbers_of(known.texts, field.name) or [0]
    rows = []
    for number in numbers:
        start = row(field.name, number)
        parts = [await _field(known, one, f"{start}.{one.own_name}") for one in shape.parts]
        rows.append(tuple(one for one in parts if one))
    return replace(field, rows=tuple(rows))


def _moment_parts(known: About, name: str) -> Sequence[FormField]:
    """Day, month and year; what was given as a whole is taken apart."""
    whole = [*reversed(known.one(name).partition("T")[0].split("-")), "", ""] if known.one(name) else []
    if whole:
        filled = [one for one in whole if one]
        whole = [*[""] * (3 - len(filled)), *filled]
    return tuple(
        FormField(
            name=f"{name}.{part}",
            label=MOMENT_LABELS[part],
            widget=Widget.NUMBER,
            values=(known.one(f"{name}.{part}") or (whole[at] if whole else ""),),
        )
        for at, part in enumerate(MOMENT_PARTS)
    )


def _by_key(field: FormField, shape: Shape, known: About, choices: Sequence[Choice]) -> FormField | None:
    """A part for each key that is known."""
    kinds = {Widget.GRADES: Widget.NUMBER, Widget.AMOUNTS: Widget.EUROS, Widget.ANSWERS: Widget.PROSE}
    if not choices:
        return None
    parts = tuple(
        FormField(
            name=f"{field.name}.{one.value}",
            label=one.label,
            widget=kinds[field.widget],
            required=field.required,
            private=field.private,
            choices=_grades(shape) if field.widget is Widget.GRADES else (),
            values=tuple(known.texts.get(f"{field.name}.{one.value}", ())),
        )
        for one in choices
    )
    return replace(field, parts=parts)


def _grades(shape: Shape) -> Sequence[Choice]:
    """The whole numbers that a line of a grid may be given."""
    [value] = shape.schema["patternProperties"].values()
    numbers = [str(one) for one in range(value["minimum"], min(value["maximum"], _MOST_GRADES) + 1)]
    return [Choice(one, Text(one, one)) for one in numbers]


def _only(fields: Sequence[FormField], names: Sequence[str]) -> list[FormField]:
    """The fields of some names, out of their groups: what is asked first stands alone; the rest goes along unseen."""
    asked = [one for one in _all(fields) if one.name in names]
    along = [one for one in fields if one not in asked and _holds(one, ()) and not _holds(one, names)]
    return [
        *sorted(asked, key=lambda one: names.index(one.name)),
        *(replace(one, hidden=True) for one in along),
    ]


def _holds(field: FormField, names: Sequence[str]) -> bool:
    """Whether it holds one of some fields; without names, whether anything is written in it."""
    every = list(_all([field]))
    if names:
        return any(one.name in names for one in every)
    return any(text.strip() for one in every for text in one.values)


def _all(fields: Sequence[FormField]) -> list[FormField]:
    found = []
    for one in fields:
        found += [one, *_all(one.parts), *(part for each in one.rows for part in _all(each))]
    return found


def _marked(field: FormField, mistakes: Mapping[str, Text]) -> FormField:
    """The field with its mistakes, and those of its parts."""
    return replace(
        field,
        error=mistakes.get(field.name),
        parts=tuple(_marked(one, mistakes) for one in field.parts),
        rows=tuple(tuple(_marked(one, mistakes) for one in each) for each in field.rows),
    )
