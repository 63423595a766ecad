"""A history narrowed to a span of time, to what somebody did, to kinds of entries, by the words that people see."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.kernel.folded import folded, folded_words
from domain.kernel.ids import SERVICE
from domain.kernel.moments import earliest
from language import Text, say
from projections.timeline import TimelineEntry
from queries.families import FAMILIES, family_of
from queries.refused import Failure, invalid
from queries.typed import end_of, start_of
from queries.visit import Visit
from wording.events import EVENTS
from wording.naming import THE_SERVICE
from wording.pages.history import FAMILIES as FAMILY_WORDS
from wording.punctuation import quoted

Wants = Callable[[TimelineEntry], bool]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is wanted of a history, as it was typed; empty: all of it."""

    since: str = ""
    """A day, month or year, or an instant, from whose first instant on it happened, corrections taken into account."""
    until: str = ""
    """The same, by whose last instant."""
    by: str = ""
    """Whose doing, by the name or a part of it, or by id."""
    types: tuple[str, ...] = ()
    """Kinds of entries or families of them, by their words in either language or as JSON names them."""

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.since or self.until or self.by or self.types)


EVERYTHING = Narrowing()


async def narrowed(visit: Visit, asked: Narrowing, entries: Sequence[TimelineEntry], zone: ZoneInfo) -> Wants:
    """Which of the entries are wanted, where days are those of ``zone``.

    Raises Failure for what is no date, for somebody who did nothing there, for a kind that there is not: it says what
    would be accepted.
    """
    since = start_of(asked.since, zone)
    until = end_of(asked.until, zone)
    people = await _people(visit, asked.by, entries) if asked.by else None
    kinds = kinds_of(asked.types, entries) if asked.types else None

    def wants(entry: TimelineEntry) -> bool:
        at = earliest(entry.effective_at, zone)
        return (
            (since is None or at >= since)
            and (until is None or at <= until)
            and (people is None or entry.actor in people)
            and (kinds is None or entry.type in kinds)
        )

    return wants


async def _people(visit: Visit, text: str, entries: Iterable[TimelineEntry]) -> frozenset[str]:
    """Who is meant, among those who did something. Raises Failure."""
    there = {one.actor for one in entries}
    names = await actors_named(visit, there)
    if text in there:
        return frozenset({text})
    exactly = {one for one, name in names.items() if folded(name) == folded(text)}
    wanted = set(folded_words(text))
    in_part = {one for one, name in names.items() if wanted and wanted <= set(folded_words(name))}
    if found := exactly or in_part:
        if exactly or len(found) == 1:
            return frozenset(found)
        names = {one: names[one] for one in found}
    raise _not_there(text, sorted(set(names.values()), key=folded))


async def actors_named(visit: Visit, actors: Iterable[str]) -> Mapping[str, str]:
    """What those are called who did something, the service among them; people who were forgotten are missing."""
    there = set(actors)
    names = await visit.names(there)
    return names | ({SERVICE: say(THE_SERVICE)} if SERVICE in there else {})


def _not_there(text: str, names: Sequence[str]) -> Failure:
    known = ", ".join(names) or "–"
    return invalid(
        "nobody-there",
        Text(
            f"{quoted(text).fr} ne désigne pas une seule personne qui apparaît dans cette histoire.",
            f"{quoted(text).en} is not the name of exactly one person who appears in this history.",
        ),
        Text(f"Dites l’un de ces noms : {known}.", f"Say one of these names: {known}."),
    )


def kinds_of(texts: Iterable[str], entries: Sequence[TimelineEntry]) -> frozenset[str]:
    """The kinds of entries that words mean, each a kind or a family, or several with commas between. Raises Failure."""
    there = {one.type for one in entries}
    return frozenset(kind for text in texts for kind in _meant(text, there))


def _meant(text: str, there: AbstractSet[str]) -> Iterator[str]:
    """Some kinds have a comma in their names: the whole is looked for before its parts."""
    if (found := _kinds(text, there)) is not None:
        yield from found
        return
    for part in filter(None, map(str.strip, text.split(","))):
        if (found := _kinds(part, there)) is None:
            raise _no_kind(part, there)
        yield from found


def _kinds(text: str, there: AbstractSet[str]) -> AbstractSet[str] | None:
    """The kinds of entries that a word means, of a family those that the history has; None for no such word."""
    wanted = folded(text)
    families = [one for one in FAMILIES if wanted in {one, *map(folded, FAMILY_WORDS[one])}]
    if families:
        return {kind for kind in there if family_of(kind) in families}
    return {
        kind for kind, words in EVENTS.items() if wanted in {kind.casefold(), *map(folded, words)}
    } or None


def _no_kind(text: str, there: Iterable[str]) -> Failure:
    accepted = [*FAMILY_WORDS.values(), *(EVENTS[kind] for kind in there)]
    fr, en = (", ".join(sorted({one[place] for one in accepted}, key=folded)) for place in (0, 1))
    return invalid(
        "no-such-kind",
        Text(
            f"{quoted(text).fr} n’est pas un genre d’entrée de cette histoire.",
            f"{quoted(text).en} is no kind of entry of this history.",
        ),
        Text(f"Dites l’un de : {fr}.", f"Say one of: {en}."),
    )
