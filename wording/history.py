"""What an entry of a history says, in words: its content in reading order, keys by the names they stand for."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from domain.reminders.names import clock_name
from domain.reminders.outcomes import is_told_once
from domain.rulebook import Rulebook, names_in
from language import Text, say, t
from wording.amounts import euros
from wording.details import DUE, OF_THE_COOPERATION, PARTS, called
from wording.events import EVENTS
from wording.local_hours import moment_words
from wording.rulebook.versions import RULEBOOK, rulebook_words
from wording.told_of_acts import NO_ENTRIES, Entries, act_said
from wording.values import of_field

OWN = frozenset(
    {"condition", "experiment", "party", "signatories", "source", "stakeholder", "stakeholders", "toward"}
)
"""The fields of entries that hold ids of a file’s own parts; in others the same word means something else."""

_UNSAID = {"calendar", "document", "gate", "message", "pass_number", "zonings", "flags", "code", "at", "base"}
"""Details that a table leaves out; JSON has them."""

_FIRST = (
    "title",
    "name",
    "experiment",
    "deliverable",
    "item",
    "criterion",
    "stage",
    "points",
    "deadline",
    "occurrence",
    "kind",
    "occasion",
    "awaited",
    "rulebook",
    "phase",
    "due_on",
)
_LAST = ("note", "reason")
_NAMED_BY = {"stakeholder": "name", "experiment": "title"}
"""Ids that need no telling where the name itself is told."""
_EITHER_WAY = ("met",)
"""What is told also when it is not so."""
_VERSIONS = ("rulebook", "previous")
"""What may hold the id of a rulebook."""
_INSTANT = "T"
_NEWS = Text("Nouvelle envoyée", "News sent")


def said(
    details: Mapping[str, Any],
    names: Mapping[str, str],
    rulebook: Rulebook | None,
    kind: str = "",
    own: Mapping[str, str] = MappingProxyType({}),
    entries: Entries = NO_ENTRIES,
) -> str:
    """The content of an entry of some kind (``ContactRecorded``).

    ``names`` are those of people, by id; ``own`` those that the file gave to its parts; ``entries`` what other entries
    of the file are called, where one says what made it due.
    """
    if details and (act := act_said(kind, details, rulebook, names, entries)) is not None:
        return act
    keys = names_in(rulebook) if rulebook else {}
    known = {**{key: say(name) for key, name in keys.items()}, **names}
    unsaid = _UNSAID | (OF_THE_COOPERATION if "cooperation" in details else frozenset())
    order = [*_FIRST, *(key for key in details if key not in (*_FIRST, *_LAST)), *_LAST]
    versions = (str(details[key]) for key in _VERSIONS if key in details)
    known |= {one: say(rulebook_words(one, rulebook)) for one in versions if RULEBOOK.fullmatch(one)}
    if clock := clock_name(str(details.get("occurrence", "")), rulebook):
        known[str(details["occurrence"])] = say(clock)
    parts = (
        _part(key, details[key], {**known, **own} if key in OWN else known, of_field(kind, key))
        for key in order
        if key not in unsaid and _tells(key, details)
    )
    return ", ".join(part for part in parts if part)


def what_happened(kind: str, details: Mapping[str, Any]) -> str:
    """What an entry is called: a letter that tells of an outcome reminds of nothing."""
    return say(_NEWS if kind == "ReminderIssued" and _is_news(details) else EVENTS[kind])


def _is_news(details: Mapping[str, Any]) -> bool:
    return is_told_once(str(details.get("occurrence", "")))


def _tells(key: str, details: Mapping[str, Any]) -> bool:
    value = details.get(key)
    if key == "due_on" and _is_news(details):
        return False
    if details.get(_NAMED_BY.get(key, "")):
        return False
    return value not in (None, False, [], {}) or (key in _EITHER_WAY and value is False)


def _part(key: str, value: Any, known: Mapping[str, str], of: str) -> str:
    if told := PARTS.get(key):
        return told(value, known)
    match key:
        case "occurrence":
            return known.get(value) or _value(str(value).partition("/")[0], known, of)
        case "due_on":
            return say(DUE) + moment_words(value)
        case "recipient":
            return f"→ {_value(value, known, of)}"
        case "rung" | "by":
            return ""
        case "late":
            return t("en retard", "late")
        case "met":
            return t("rempli", "met") if value else t("non rempli", "not met")
        case "completed":
            return t("achevé", "completed")
        case "waiting":
            return t("par ", "by ") + _value(value, known, of)
        case "previous":
            return t("auparavant ", "before ") + _value(value, known, of)
        case "until":
            return t("jusqu’au ", "until ") + _value(value, known, of)
        case _ if key == "cents" or key.endswith("_cents"):
            return euros(value)
        case "hours":
            return t(f"{value} h", f"{value} h")
        case "carries_the_money":
            return t("porte l’argent", "carries the money")
        case "grid":
            return ", ".join(f"{called(item, known)} {grade}" for item, grade in value.items())
        case "entries":
            return t(f"{value} entrées", f"{value} entries") if value > 1 else t("1 entrée", "1 entry")
        case "entry" | "draft" | "problem":
            return t(f"entrée {value}", f"entry {value}")
    return _value(value, known, of)


def _value(value: Any, known: Mapping[str, str], of: str) -> str:
    match value:
        case dict() | list():
            return ", ".join(_inner(value, known, of))
        case bool():
            return t("oui", "yes") if value else t("non", "no")
        case str() if _INSTANT in value and value.endswith("Z"):
            return moment_words(value)
    return called(str(value), known, of)


def _inner(value: Any, known: Mapping[str, str], of: str) -> Iterator[str]:
    """The parts of a value; the id of a part that has a label is told by it."""
    labelled = isinstance(value, dict) and "label" in value
    for key, one in value.items() if isinstance(value, dict) else (("", one) for one in value):
        if one not in (None, [], {}) and not (labelled and key in OWN):
            yield (
                euros(one)
                if str(key).endswith("cents")
                else _value(one, known, of_field("", str(key)) if key else of)
            )
