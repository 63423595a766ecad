"""What entries say of what the service does by itself: which act, what made it due, who keeps it from it, and why."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from domain.kernel.refusal import Refusal
from domain.rulebook import Rulebook
from language import say, t
from wording.details import Known, called
from wording.events import EVENTS
from wording.local_hours import moment_words
from wording.moves import AWAY
from wording.naming import Naming
from wording.punctuation import labelled, quoted
from wording.refusals import explain
from wording.values import of_field, word

Entries = Mapping[int, str]
"""What the entries of the same file are called, by their numbers."""
NO_ENTRIES: Entries = MappingProxyType({})

_NAMES = ("item", "deliverable")
"""The fields whose names say enough of an entry."""
_ABOUT = ("stage", "phase", "question", "instrument")
"""The fields that say what an entry is about, besides what happened."""


def entry_called(kind: str, details: Mapping[str, Any], known: Known) -> str:
    """What an entry of a kind is called where another one rests on it."""
    for key in (*_NAMES, *_ABOUT):
        if about := details.get(key):
            name = called(str(about), known, of_field(kind, key))
            return name if key in _NAMES else labelled(say(EVENTS[kind]), name)
    return say(EVENTS[kind])


def act_said(
    kind: str, details: Mapping[str, Any], rulebook: Rulebook | None, people: Known, entries: Entries
) -> str | None:
    """An entry about an act; None for one about anything else."""
    told = _TOLD.get(kind)
    return told(details, Naming(rulebook, people), entries) if told else None


def _name(details: Mapping[str, Any], naming: Naming) -> str:
    return say(naming.key("act", details["act"]))


def _announced(details: Mapping[str, Any], naming: Naming, _entries: Entries) -> str:
    return _name(details, naming)


def _performed(details: Mapping[str, Any], naming: Naming, entries: Entries) -> str:
    deed = f"{_name(details, naming)} ({word(details['does'], 'deed')})"
    said = [deed, *_because(details, entries), *([say(AWAY)] if details["late"] else [])]
    return ", ".join(said)


def _because(details: Mapping[str, Any], entries: Entries) -> list[str]:
    """What made it due: entries of the file, each with its number."""
    found = []
    for number in details["because"]:
        entry = t(f"entrée {number}", f"entry {number}")
        found.append(f"{entries[number]} ({entry})" if number in entries else entry)
    return [labelled(t("parce que", "because of"), ", ".join(found))] if found else []


def _refused(details: Mapping[str, Any], naming: Naming, _entries: Entries) -> str:
    why = explain(Refusal(details["code"], details["params"]), naming).whole
    return labelled(_name(details, naming), say(why))


def _held_back(details: Mapping[str, Any], naming: Naming, _entries: Entries) -> str:
    until = moment_words(details["until"]) if details["until"] else ""
    how = (
        t(f"jusqu’au {until} inclus", f"until the end of {until}")
        if until
        else t("jusqu’à nouvel ordre", "until further notice")
    )
    return f"{_name(details, naming)}, {how}{_reason(details)}"


def _released(details: Mapping[str, Any], naming: Naming, _entries: Entries) -> str:
    return _name(details, naming) + _reason(details)


def _reason(details: Mapping[str, Any]) -> str:
    """Nothing where it was erased, or is not for the reader."""
    reason = details.get("reason")
    return f", {say(quoted(reason))}" if isinstance(reason, str) and reason else ""


_TOLD: Mapping[str, Callable[[Mapping[str, Any], Naming, Entries], str]] = {
    "ActAnnounced": _announced,
    "ActPerformed": _performed,
    "ActRefused": _refused,
    "ActHeldBack": _held_back,
    "ActReleased": _released,
}
