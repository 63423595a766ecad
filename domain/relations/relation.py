"""A link from one entry to another, and what it means."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What an entry is to the one that its link leads to."""

    TOGETHER = "together"
    """Recorded by the same command."""
    CAUSED_BY = "caused-by"
    """Recorded by a command of the service that the other made due."""
    EVIDENCE = "evidence"
    """The other shows that a gate's item is met."""
    RESTS_ON = "rests-on"
    """Decided on the other: the dossier that was judged, the review that was heard."""
    ANSWERS = "answers"
    RESUBMITS = "resubmits"
    CORRECTS = "corrects"
    FLAGS = "flags"
    """Puts the other, a decision, in doubt."""
    REMINDS = "reminds"
    """Reminds of what the other's clock made due."""
    SILENT_AFTER = "silent-after"
    """Counts silence after the other, the last reminder."""
    RESERVES = "reserves"
    CONSUMES = "consumes"
    RESTORES = "restores"
    PAYS = "pays"
    REPLACES = "replaces"
    AWAITS = "awaits"


@dataclass(frozen=True, slots=True)
class EntryLink:
    """Where a link leads: to an entry of a stream by its number, or to the last one before that is of a kind.

    Without a number: the last entry of ``stream`` before this one, of one of ``types``, whose ``field`` is ``value``
    (no field: whatever it says).
    """

    relation: Relation
    stream: str
    entry: int | None = None
    types: tuple[str, ...] = ()
    field: str = ""
    value: str = ""


def numbered(relation: Relation, stream: str, entries: Iterable[int]) -> tuple[EntryLink, ...]:
    """Links to entries by their numbers; 0 stands for none."""
    return tuple(EntryLink(relation, stream, entry) for entry in entries if entry)


def earlier(relation: Relation, stream: str, *types: str, **said: object) -> EntryLink:
    """A link to the last entry before of one of some types; ``said``: the field, at most one, that tells which."""
    [(field, value)] = said.items() if said else [("", "")]
    return EntryLink(relation, stream, None, types, field, str(value))
