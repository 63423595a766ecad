"""What was posted, read back: names with dots and brackets into the JSON object of a command, mistakes at their fields.

An empty text is a field that was not sent. What cannot be read keeps its text; nothing is thrown away.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from language import Text
from queries.forms.about import Texts
from queries.forms.derived import is_free_key, key_of
from queries.forms.names import SOUGHT, numbers_of, row, without_empty_rows
from queries.forms.shape import Shape
from queries.forms.typed import Unreadable, day_of, euros_of, moment_of, number_of, yes_or_no
from queries.forms.widget import BY_KEY, Widget
from wording.form_mistakes import UNKNOWN_FIELD

MOMENT_PARTS = ("day", "month", "year")

_READERS = {
    Widget.DAY: day_of,
    Widget.EUROS: euros_of,
    Widget.NUMBER: number_of,
    Widget.YES_NO: yes_or_no,
}


@dataclass
class Read:
    """The JSON object that a form stands for, as far as it can be read, and what cannot, by the field's name."""

    values: dict[str, Any] = field(default_factory=dict)
    mistakes: dict[str, Text] = field(default_factory=dict)


def tidied(shapes: Sequence[Shape], texts: Texts) -> dict[str, Sequence[str]]:
    """The texts without the rows in which nothing is written."""
    found = dict(texts)
    for one in _lists(shapes):
        found = without_empty_rows(found, one.name)
    return found


def read_posted(shapes: Sequence[Shape], texts: Texts) -> Read:
    """What a form says. Fields that the command does not have are mistakes, too."""
    read = Read()
    used: set[str] = set()
    for one in shapes:
        value = _value(one, one.name, texts, read, used)
        if value is not None:
            read.values[one.own_name] = value
    strange = (one for one in texts if one not in used and not one.startswith(SOUGHT))
    read.mistakes |= dict.fromkeys(strange, UNKNOWN_FIELD)
    return read


def _value(shape: Shape, name: str, texts: Texts, read: Read, used: set[str]) -> Any:
    match shape.widget:
        case Widget.GROUP:
            return _group(shape, name, texts, read, used)
        case Widget.ROWS:
            rows = [row(name, one) for one in numbers_of(texts, name)]
            return [_parts(shape, one, texts, read, used) for one in rows] or None
        case Widget.MOMENT:
            return _moment(name, texts, read, used)
        case one if one in BY_KEY:
            return _by_key(shape, name, texts, read, used)
    used.add(name)
    given = [one for one in texts.get(name, ()) if one.strip()]
    if not given:
        return None
    if shape.widget in (Widget.SEVERAL, Widget.LINES, Widget.FILES):
        return _list(shape, name, given, read)
    return _one(shape, name, given[-1], read)


def _group(shape: Shape, name: str, texts: Texts, read: Read, used: set[str]) -> dict[str, Any] | None:
    """What belongs together; nothing of it sent, it was not, unless something has to be."""
    found = _parts(shape, name, texts, read, used)
    return found if found or shape.required else None


def _parts(shape: Shape, name: str, texts: Texts, read: Read, used: set[str]) -> dict[str, Any]:
    values = {one.own_name: _value(one, f"{name}.{one.own_name}", texts, read, used) for one in shape.parts}
    return {key: value for key, value in values.items() if value is not None}


def _by_key(shape: Shape, name: str, texts: Texts, read: Read, used: set[str]) -> dict[str, Any] | None:
    """A value for each key: a grade, an amount, an answer."""
    reader = {Widget.GRADES: number_of, Widget.AMOUNTS: euros_of}.get(shape.widget)
    found: dict[str, Any] = {}
    for full in [one for one in texts if one.startswith(f"{name}.")]:
        used.add(full)
        text = texts[full][-1] if texts[full] else ""
        if text.strip():
            found[full.removeprefix(f"{name}.")] = _tried(reader, text, full, read) if reader else text
    return found or None


def _moment(name: str, texts: Texts, read: Read, used: set[str]) -> str | None:
    """A moment in three parts; in one, as links and drafts give it."""
    parts = [f"{name}.{part}" for part in MOMENT_PARTS]
    used.update((name, *parts))
    whole = [one for one in texts.get(name, ()) if one.strip()]
    if whole:
        return whole[-1].strip()
    day, month, year = ((texts.get(one) or [""])[-1].strip() for one in parts)
    if not (day or month or year):
        return None
    try:
        return moment_of(day, month, year)
    except Unreadable as unreadable:
        read.mistakes[name] = unreadable.wanted
        return None


def _list(shape: Shape, name: str, given: Iterable[str], read: Read) -> list[Any]:
    if shape.widget is Widget.LINES:
        lines = [one.strip() for text in given for one in text.splitlines() if one.strip()]
        keys = "a-z_0-9" in shape.schema["items"].get("pattern", "").replace("a-z0-9_", "a-z_0-9")
        return [key_of(one) if keys else one for one in lines]
    if shape.name == "payments":
        return [_payment(one) for one in given]
    return [_tried(number_of, one, name, read) if shape.numbers else one for one in given]


def _payment(text: str) -> dict[str, Any]:
    """One of the payments that are ticked: whose, and its number."""
    funding, _, number = text.rpartition("/")
    return {"funding": funding, "payment": int(number) if number.isdigit() else number}


def _one(shape: Shape, name: str, text: str, read: Read) -> Any:
    reader = _READERS.get(shape.widget)
    if shape.widget is Widget.ONE_OF and shape.numbers:
        reader = number_of
    if reader is not None:
        return _tried(reader, text, name, read)
    if is_free_key(shape.name):
        return key_of(text)
    return text.strip() if shape.widget in (Widget.ONE_OF, Widget.LINE, Widget.DERIVED) else text


def _tried(reader: Any, text: str, name: str, read: Read) -> Any:
    try:
        return reader(text)
    except Unreadable as unreadable:
        read.mistakes[name] = unreadable.wanted
        return text


def _lists(shapes: Iterable[Shape]) -> Iterable[Shape]:
    for one in shapes:
        if one.widget is Widget.ROWS:
            yield one
        yield from _lists(one.parts)


def mistakes_at(problems: Mapping[str, Text], known: Iterable[str]) -> dict[str, Text]:
    """Each mistake at a field that the form has: at the one named, else at the nearest that it lies in."""
    there = set(known)
    return {_nearest(name, there): text for name, text in reversed(list(problems.items()))}


def _nearest(name: str, there: set[str]) -> str:
    while name and name not in there:
        cut = max(name.rfind("."), name.rfind("["))
        name = name[:cut] if cut > 0 else ""
    return name
