"""A whole rulebook in plain words, group by group: what people read instead of YAML."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.kernel.model import Model
from domain.kernel.text import Bilingual
from domain.kernel.values import Role
from domain.rulebook.base import Names
from domain.rulebook.deadlines import COMPANIONS, DeadlineRule
from domain.rulebook.funding import Instrument
from domain.rulebook.whole import PhaseRule, Rulebook
from wording.roles import ROLES
from wording.rulebook.acts import NOTHING_FOR_INSTRUMENT, NOTHING_IN_PHASE
from wording.rulebook.difference import GROUPS, Group, group_of, keyed
from wording.rulebook.fields import PARTS, label
from wording.rulebook.wording import Wording

_TITLE = frozenset({"programme", "version", "name"})
"""What is said above everything else."""
_COUNTED = frozenset({"after", "within", *COMPANIONS.values()})
"""What a deadline says in one breath."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a rulebook told: its group, how deep it lies within it (from 0), and its words."""

    group: Group
    depth: int
    fr: str
    en: str


def told(rulebook: Rulebook, *, without: frozenset[str] = frozenset()) -> tuple[Line, ...]:
    """Everything that the rulebook says and that is not left to defaults, in the order in which people ask.

    ``without``: fields that are told elsewhere.
    """
    fields = [field for field in Rulebook.model_fields if field not in _TITLE | without]
    return tuple(
        line
        for group in GROUPS
        for field in fields
        if group_of(field) == group
        for line in _Telling(Wording(rulebook), group).field(rulebook, field, 0)
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tells the parts of one group."""

    words: Wording
    group: Group

    def field(self, part: Model, field: str, depth: int) -> Iterator[Line]:
        """What one field says; nothing where it says what goes without saying."""
        value = getattr(part, field)
        if value == type(part).model_fields[field].default:
            return
        name = label(type(part), field)
        parts = keyed(value) if field in PARTS else None
        if parts is not None:
            yield self._line(depth, name)
            for key, one in parts.items():
                yield from self._part(key, one, depth + 1)
        elif isinstance(value, Model) and _nested(value):
            yield self._line(depth, name)
            for inner in type(value).model_fields:
                yield from self.field(value, inner, depth + 1)
        else:
            yield self._line(depth, name, self.words.value(field, value))

    def _part(self, key: str, part: object, depth: int) -> Iterator[Line]:
        """A part of a collection: its name, what it says in a line, and its own parts below."""
        name = self.words.name(key, part)
        rungs = keyed(part) if isinstance(part, tuple) else None
        if rungs is not None:
            yield self._line(depth, name)
            for rung, one in rungs.items():
                yield from self._part(rung, one, depth + 1)
        elif isinstance(part, Model) and not isinstance(part, Names):
            nested = _nested(part)
            if key in ROLES:  # a contact: what a role is called here
                name = self._within(ROLES[Role(key)], name)
            yield self._line(depth, name, self._said(part, nested))
            for inner in nested:
                yield from self.field(part, inner, depth + 1)
            if isinstance(part, PhaseRule | Instrument) and not part.course:
                silent = NOTHING_IN_PHASE if isinstance(part, PhaseRule) else NOTHING_FOR_INSTRUMENT
                yield self._line(depth + 1, silent)
        else:
            yield self._line(depth, name)

    def _said(self, part: Model, nested: tuple[str, ...]) -> Bilingual:
        if not isinstance(part, DeadlineRule):
            return self.words.whole(part, nested)
        (fr, en), (more_fr, more_en) = self.words.counted_from(part), self.words.whole(part, _COUNTED)
        return f"{fr} ; {more_fr}", f"{en}; {more_en}"

    def _within(self, name: Bilingual, said: Bilingual) -> Bilingual:
        fr = f"{name[0]} : {said[0]}" if name[0] and said[0] else name[0] or said[0]
        return fr, f"{name[1]}: {said[1]}" if name[1] and said[1] else name[1] or said[1]

    def _line(self, depth: int, name: Bilingual, said: Bilingual = ("", "")) -> Line:
        fr, en = self._within(name, said)
        return Line(self.group, depth, fr[:1].upper() + fr[1:], en[:1].upper() + en[1:])


def _nested(part: Model) -> tuple[str, ...]:
    """The fields of a part that hold parts of their own."""
    return tuple(
        field
        for field in type(part).model_fields
        if field in PARTS
        and field != "of"
        and getattr(part, field)
        and keyed(getattr(part, field)) is not None
    )
