"""Why an entry of a history is there, or what it set off, for people: a tree of sentences."""

from collections.abc import Iterator, Mapping, Sequence

from cli.terminal.columns import wrapped
from cli.terminal.drawing import headed
from cli.terminal.output import console, tell
from language import say, text_of
from projections.timeline import TimelineEntry
from queries.entry_facts import Facts
from queries.explaining import Explanation, Step, by_item
from queries.history import entries_called
from queries.whose_decision import Decided
from wording import explaining as words
from wording.details import called
from wording.history import said, what_happened
from wording.local_hours import when
from wording.naming import Naming
from wording.plain import plain
from wording.punctuation import labelled
from wording.rulebook.versions import version_words
from wording.told_of_acts import Entries

_INDENT = 2


def draw(found: Explanation) -> None:
    """The entry, whom a decision was up to, the rules; below, each thing that led to it or that it set off."""
    told = _Telling(found)
    console().print(headed(plain(told.entry(found.entry))))
    if found.closed:
        tell(say(found.closed))
        return
    write = _Lines()
    for line in told.about():
        write.line(0, line)
    console().print(headed(say(words.WHY if found.way == "why" else words.THEN)))
    for depth, line in told.below(found.facts, found.steps, 0):
        write.line(depth, line)
    if found.leads_nowhere:
        write.line(0, say(words.NOTHING_BEFORE if found.way == "why" else words.NOTHING_AFTER))


class _Lines:
    """Writes lines, each below the one that it belongs to; nothing is cut off."""

    def __init__(self) -> None:
        self._out = console()

    def line(self, depth: int, text: str) -> None:
        """One sentence, further lines of it further in."""
        room = self._out.width - _INDENT * (depth + 1)
        first, *rest = wrapped(plain(text), room)
        self._out.print(" " * _INDENT * depth + first, markup=False)
        for more in rest:
            self._out.print(" " * _INDENT * (depth + 1) + more, markup=False)


class _Telling:
    """Tells the entries of one explanation."""

    def __init__(self, found: Explanation) -> None:
        self._found = found
        self._history = found.told.history
        self._called: Mapping[str, Entries] = entries_called(self._history, self._history.entries)

    def entry(self, one: TimelineEntry) -> str:
        """An entry in a line, with what it is called by after ``--why``."""
        history = self._history
        rulebook = history.rulebooks.get(one.rulebook or "")
        details = said(
            one.details,
            history.names,
            rulebook,
            one.type,
            history.own.get(one.file, {}),
            self._called[one.file],
        )
        what = what_happened(one.type, one.details)
        number = str(one.entry) if one.file == self._found.asked.key else f"{one.file}#{one.entry}"
        happened = labelled(what, details) if details else what
        return f"[{number}] {happened} – {called(one.actor, history.names)}, {when(one.effective_at)}"

    def about(self) -> Iterator[str]:
        """Whom a decision was up to, and under which rules."""
        found = self._found
        if found.decided:
            yield from self._decided(found.decided)
        if rules := found.rulebook:
            version = version_words(text_of(rules.name), rules.id)
            yield labelled(say(words.RULES), say(version))

    def _decided(self, decided: Decided) -> Iterator[str]:
        naming = Naming(self._found.rulebook)
        name = None if decided.by_itself else called(decided.actor, self._history.names)
        yield words.decided(decided.entitled, name, decided.body, naming)
        if line := words.could(decided.entitled, naming, besides=decided.by_itself):
            yield line

    def below(self, facts: Facts, steps: Sequence[Step], depth: int) -> Iterator[tuple[int, str]]:
        """What an entry was found on and what it leads to, each with how far in it stands."""
        gate, others = by_item(facts, steps)
        for item, shown in gate:
            yield depth, words.item(say(item.name), item.held)
            for one in shown:
                yield depth + 1, self.entry(one.entry)
                yield from self.below(one.facts, one.steps, depth + 2)
        if facts.counts:
            yield depth, words.counts(facts.counts)
        for finding in facts.findings:
            yield depth, words.finding(finding)
        for one in others:
            told = words.led if self._found.way == "why" else words.set_off
            yield depth, told(one.relation, self.entry(one.entry))
            yield from self.below(one.facts, one.steps, depth + 1)
