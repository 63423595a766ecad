"""Why an entry is there and what it set off, as pages show it: a tree of phrases, each leading to its entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from language import Text, say, text_of
from queries.entry_facts import Facts
from queries.explaining import Explanation, Step, by_item
from queries.visit import Visit
from web.entries import EntryShown, entries_shown
from wording import explaining as words
from wording.details import called
from wording.naming import Naming
from wording.punctuation import labelled
from wording.rulebook.versions import version_words


@dataclass(frozen=True, slots=True)
class Branch:
    """A phrase, the entry that it leads to, if it leads to one, and what is told below."""

    said: str
    entry: EntryShown | None
    below: Sequence["Branch"]


@dataclass(frozen=True, slots=True)
class ExplainedShown:
    """One direction: what led to an entry, or what it set off."""

    heading: Text
    about: Sequence[str]
    """Whom a decision was up to, and the rules."""
    branches: Sequence[Branch]
    nothing: Text
    """What is said where there are none."""
    entry: EntryShown
    """The one that was asked about."""
    closed: Text | None


def explained_shown(visit: Visit, found: Explanation) -> ExplainedShown:
    """An explanation in words."""
    pairs = zip(found.told.history.entries, entries_shown(visit, found.told), strict=True)
    shown = {(one.file, one.entry): told for one, told in pairs}
    tree, why = _Tree(found, shown), found.way == "why"
    return ExplainedShown(
        heading=words.WHY if why else words.THEN,
        about=list(_about(found)) if why else (),
        branches=list(tree.below(found.facts, found.steps)),
        nothing=words.NOTHING_BEFORE if why else words.NOTHING_AFTER,
        entry=shown[found.entry.file, found.entry.entry],
        closed=found.closed,
    )


def _about(found: Explanation) -> Iterator[str]:
    naming = Naming(found.rulebook)
    if decided := found.decided:
        name = None if decided.by_itself else called(decided.actor, found.told.history.names)
        yield words.decided(decided.entitled, name, decided.body, naming)
        if line := words.could(decided.entitled, naming, besides=decided.by_itself):
            yield line
    if found.rulebook:
        version = version_words(text_of(found.rulebook.name), found.rulebook.id)
        yield labelled(say(words.RULES), say(version))


class _Tree:
    """Makes branches of the steps of one explanation."""

    def __init__(self, found: Explanation, shown: dict[tuple[str, int], EntryShown]) -> None:
        self._relations = words.LED if found.way == "why" else words.SET_OFF
        self._shown = shown

    def below(self, facts: Facts, steps: Sequence[Step]) -> Iterator[Branch]:
        """What an entry was found on, then what it leads to."""
        gate, others = by_item(facts, steps)
        for item, shown in gate:
            said = words.item(say(item.name), item.held)
            yield Branch(said, None, [self._branch("", one) for one in shown])
        if facts.counts:
            yield Branch(words.counts(facts.counts), None, ())
        for finding in facts.findings:
            yield Branch(words.finding(finding), None, ())
        for one in others:
            yield self._branch(labelled(say(self._relations[one.relation]), "").rstrip(), one)

    def _branch(self, said: str, one: Step) -> Branch:
        entry = self._shown[one.entry.file, one.entry.entry]
        return Branch(said, entry, list(self.below(one.facts, one.steps)))
