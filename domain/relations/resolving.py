"""Links between the entries of a history, found among them: what each hangs on, and what hangs on it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.kernel.recorded import cause_at
from domain.relations.relation import EntryLink, Relation

EntryPlace = tuple[str, int]
"""A stream, and the number of an entry in it."""
_Said = tuple[str, str, str, str]
"""A stream, a type, a field and its value as text; both empty for whatever the entry says."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry as far as it is tied to others; ``content`` is what its event says, as JSON has it."""

    stream: str
    entry: int
    position: int
    type: str
    command_id: str
    cause: str
    content: Mapping[str, object]
    links: tuple[EntryLink, ...] = ()
    """What ``relations_of`` says of it."""

    @property
    def place(self) -> EntryPlace:
        """Where it stands."""
        return self.stream, self.entry


@dataclass(frozen=True, slots=True)
class Resolved:
    """An entry that another is tied to, and how: always what the later one is to the earlier one."""

    relation: Relation
    place: EntryPlace


class Links:
    """Which entries hang on which."""

    def __init__(self, ordered: Sequence[Placed], of: Mapping[EntryPlace, Sequence[Resolved]]) -> None:
        """Of entries in the order of recording, each with what it hangs on beside those of its own command."""
        self._of = of
        self._then: dict[EntryPlace, list[Resolved]] = defaultdict(list)
        for place, found in of.items():
            for tie in found:
                self._then[tie.place].append(Resolved(tie.relation, place))
        self._command = {one.place: one.command_id for one in ordered}
        self._together: dict[str, list[EntryPlace]] = defaultdict(list)
        for one in ordered:
            self._together[one.command_id].append(one.place)

    def of(self, place: EntryPlace) -> Sequence[Resolved]:
        """What an entry hangs on, and last what was recorded together with it; none for one that is not known."""
        return (*self._of.get(place, ()), *self._beside(place))

    def then(self, place: EntryPlace) -> Sequence[Resolved]:
        """What hangs on an entry, in the order of recording, and last what was recorded together with it."""
        return (*self._then.get(place, ()), *self._beside(place))

    def _beside(self, place: EntryPlace) -> Iterator[Resolved]:
        """Found when it is asked for: of all entries at once, a command of many would have the square of them."""
        same = self._together.get(self._command.get(place, ""), ())
        return (Resolved(Relation.TOGETHER, one) for one in same if one != place)


def resolve(entries: Sequence[Placed]) -> Links:
    """The links among some entries, in any order; what leads to an entry that is not one of them is left out."""
    ordered = sorted(entries, key=lambda one: one.position)
    places = {one.place for one in ordered}
    causes = {str(one.position): one.place for one in ordered} | {
        cause_at(one.stream, one.entry): one.place for one in ordered
    }
    asked: dict[str, set[str]] = defaultdict(set)
    for link in (link for one in ordered for link in one.links):
        for kind in link.types:
            asked[kind].add(link.field)
    last: dict[_Said, tuple[int, EntryPlace]] = {}
    found: dict[EntryPlace, Sequence[Resolved]] = {}
    for one in ordered:
        because = causes.get(one.cause)
        tied = [Resolved(Relation.CAUSED_BY, because)] if because else []
        tied += (Resolved(link.relation, to) for link in one.links for to in _led_to(link, places, last))
        found[one.place] = tuple(dict.fromkeys(tied))
        last.update((said, (one.position, one.place)) for said in _said(one, asked.get(one.type, ())))
    return Links(ordered, found)


def _led_to(
    link: EntryLink, places: Collection[EntryPlace], last: Mapping[_Said, tuple[int, EntryPlace]]
) -> Iterator[EntryPlace]:
    """Where a link leads, of ``last``, which was recorded before; a number names its entry whenever that was."""
    if link.entry is not None:
        to = (link.stream, link.entry)
        if to in places:
            yield to
        return
    known = (last.get((link.stream, kind, link.field, link.value)) for kind in link.types)
    if before := [one for one in known if one]:
        yield max(before)[1]


def _said(one: Placed, asked: Collection[str]) -> Iterator[_Said]:
    """Under what an entry may be looked for, of the fields that some link asks its type for."""
    for name in asked:
        if not name or name in one.content:
            yield one.stream, one.type, name, str(one.content[name]) if name else ""
