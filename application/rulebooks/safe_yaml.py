"""YAML and JSON files from outside, read without surprises.

No tag, no anchor, no alias, no key twice, no date that turns into something else; bounded in size and depth.
Every value knows its line and column.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from application.plain_text import NotText, place_in, read_text, yaml_words
from language import Text
from wording.punctuation import quoted

LARGEST_FILE = 2_000_000
"""Bytes; an import of two thousand acts is about a tenth of it."""

DEEPEST = 20
"""Levels of lists and mappings within each other."""

Path = tuple[str | int, ...]
"""Where a value lies: keys and indexes from the top."""

_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,15}")


class UnreadableFile(ValueError):
    """The file cannot be read: ``what`` is wrong, at ``line`` and ``column`` from 1, and ``more`` after it."""

    def __init__(self, what: Text, line: int = 1, column: int = 1) -> None:
        super().__init__(what.en)
        self.what = what
        self.line = line
        self.column = column
        self.more: tuple[UnreadableFile, ...] = ()

    @property
    def why(self) -> Text:
        """What is wrong and where."""
        return Text(
            f"ligne {self.line}, colonne {self.column} : {self.what.fr}",
            f"line {self.line}, column {self.column}: {self.what.en}",
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A file's value, as JSON knows values, and the line and column of everything in it."""

    value: Any
    places: Mapping[Path, tuple[int, int]]
    keys: Mapping[Path, tuple[int, int]]
    """Where the key of each value stands."""

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column (from 1) of the value at ``path``, or of the nearest one around it."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, (1, 1))


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    value: Any
    path: Path
    key: str | None = None


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    root: Any = None
    open: list[_Open] = field(default_factory=list)
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    wrong: list[UnreadableFile] = field(default_factory=list)


def read_yaml(content: bytes, largest: int = LARGEST_FILE) -> Document:
    """The one document in ``content``, of at most ``largest`` bytes. Raises UnreadableFile."""
    if len(content) > largest:
        fr = f"le fichier dépasse {largest} octets"
        raise UnreadableFile(Text(fr, f"the file exceeds {largest} bytes"))
    reading = _Reading()
    text = ""
    try:
        text = read_text(content)
        _take_all(reading, text)
    except UnreadableFile as error:
        reading.wrong.append(error)
    except NotText as error:
        reading.wrong.append(UnreadableFile(error.what, error.line, error.column))
    except yaml.MarkedYAMLError as error:
        words = yaml_words(error.problem)
        reading.wrong.append(_unreadable(error, words.fr, words.en))
    except yaml.YAMLError as error:
        fr, en = "un caractère qui n’est pas du texte", "a character that is not text"
        at = place_in(text.encode(), int(getattr(error, "position", 0) or 0))
        reading.wrong.append(UnreadableFile(Text(fr, en), *at))
    if reading.wrong:
        first, *more = reading.wrong
        first.more = tuple(more)
        raise first
    return Document(reading.root, reading.places, reading.keys)


def _take_all(reading: _Reading, content: str) -> None:
    documents = 0
    for event in yaml.parse(content, Loader=yaml.CSafeLoader):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise _unreadable(event, "un seul document par fichier", "one document in a file")
        _refuse_tricks(reading, event)
        _take(reading, event)


def _refuse_tricks(reading: _Reading, event: yaml.Event) -> None:
    match event:
        case yaml.AliasEvent() | yaml.NodeEvent(anchor=str()):
            fr, en = "ni ancre (&) ni renvoi (*) ici", "neither anchors (&) nor aliases (*) here"
            reading.wrong.append(_unreadable(event, fr, en))
        case yaml.ScalarEvent() | yaml.CollectionStartEvent() if event.tag is not None:
            fr, en = f"pas d’étiquette {quoted(event.tag).fr} ici", f"no tag {quoted(event.tag).en} here"
            reading.wrong.append(_unreadable(event, fr, en))


def _take(reading: _Reading, event: yaml.Event) -> None:
    match event:
        case yaml.AliasEvent():
            _scalar(reading, event, f"*{event.anchor}")
        case yaml.ScalarEvent():
            _scalar(reading, event, event.value, plain=event.implicit[0])
        case yaml.MappingStartEvent():
            _begin(reading, event, {})
        case yaml.SequenceStartEvent():
            _begin(reading, event, [])
        case yaml.CollectionEndEvent():
            reading.open.pop()


def _scalar(reading: _Reading, event: yaml.NodeEvent, text: str, *, plain: bool = False) -> None:
    within = reading.open[-1] if reading.open else None
    if within is None or within.key is not None or isinstance(within.value, list):
        _put(reading, event, _plain(text) if plain else text)
        return
    if text in within.value:
        fr, en = f"la clé {quoted(text).fr} y est deux fois", f"key {quoted(text).en} is there twice"
        reading.wrong.append(_unreadable(event, fr, en))
    within.key = text
    reading.keys[*within.path, text] = _position(event.start_mark)


def _begin(reading: _Reading, event: yaml.Event, value: Any) -> None:
    if len(reading.open) >= DEEPEST:
        fr, en = f"plus de {DEEPEST} niveaux", f"more than {DEEPEST} levels deep"
        raise _unreadable(event, fr, en)
    if reading.open and isinstance(reading.open[-1].value, dict) and reading.open[-1].key is None:
        raise _unreadable(event, "une clé doit être un mot", "a key must be a word")
    reading.open.append(_Open(value, _put(reading, event, value)))


def _put(reading: _Reading, event: yaml.Event, value: Any) -> Path:
    """Put ``value`` where it belongs; its path."""
    path: Path = ()
    if not reading.open:
        reading.root = value
    else:
        within = reading.open[-1]
        if isinstance(within.value, list):
            path = (*within.path, len(within.value))
            within.value.append(value)
        else:
            key = str(within.key)
            path = (*within.path, key)
            within.value[key] = value
            within.key = None
    reading.places[path] = _position(event.start_mark)
    return path


def _plain(text: str) -> str | int | bool | None:
    """What an unquoted word means: true, false, null, an integer, or itself; dates stay as written."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _unreadable(at: yaml.Event | yaml.MarkedYAMLError, fr: str, en: str) -> UnreadableFile:
    mark = at.problem_mark if isinstance(at, yaml.MarkedYAMLError) else at.start_mark
    line, column = _position(mark) if mark else (1, 1)
    return UnreadableFile(Text(fr, en), line, column)


def _position(mark: Any) -> tuple[int, int]:
    """Line and column, from 1 (the C parser's marks are of a class of their own)."""
    return mark.line + 1, mark.column + 1
