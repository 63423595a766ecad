"""What differs between two rulebooks, in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from domain.kernel.model import Model
from domain.kernel.text import Bilingual
from domain.rulebook.base import Names
from domain.rulebook.course import ActRule
from domain.rulebook.deadlines import DeadlineRule
from domain.rulebook.whole import PhaseRule, Rulebook
from wording.rulebook.fields import PARTS, key_of, label
from wording.rulebook.wording import Wording, quoted

Group = Literal[
    "programme", "phases", "deadlines", "reminders", "calls", "panels", "funding", "publication", "people"
]


Kind = Literal["added", "removed", "changed"]

GROUPS: Mapping[Group, Bilingual] = {
    "programme": ("Le programme", "The programme"),
    "phases": ("Phases et points de passage", "Phases and gate items"),
    "deadlines": ("Échéances", "Deadlines"),
    "reminders": ("Rappels", "Reminders"),
    "calls": ("Appels et relais", "Calls and relays"),
    "panels": ("Instances et avis", "Panels and reviews"),
    "funding": ("Financement", "Funding"),
    "publication": ("Publication et documents", "Publication and documents"),
    "people": ("Qui fait quoi", "Who does what"),
}
"""What changes are grouped by, in the order in which people read them."""

_GROUP_OF: Mapping[str, Group] = {
    "phases": "phases",
    "deadlines": "deadlines",
    "ladders": "reminders",
    "calls": "calls",
    "completion_holds": "phases",
    "relays": "calls",
    "panels": "panels",
    "reviews": "panels",
    "instruments": "funding",
    "maturity": "funding",
    "publication": "publication",
    "documents": "publication",
    "contacts": "people",
    "settles_abandonment": "people",
    "waives": "people",
}
_UNTOLD = frozenset({"version"})
"""What differs between any two versions."""
_TOO_LONG: Mapping[str, Bilingual] = {
    "source": ("la source des règles est décrite autrement", "the source of the rules is described otherwise")
}
"""What is said in place of values that are whole paragraphs."""
_NOTHING: Bilingual = ("", "")

Path = tuple[str, ...]


def group_of(field: str) -> Group:
    """The group to which a field of the rulebook belongs."""
    return _GROUP_OF.get(field, "programme")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where (keys from the top), and what, in both languages."""

    group: Group
    kind: Kind
    path: Path
    fr: str
    en: str


def differences(old: Rulebook, new: Rulebook) -> tuple[Change, ...]:
    """Everything that ``new`` says otherwise than ``old``, by group."""
    order = list(GROUPS)
    fields = [field for field in Rulebook.model_fields if field not in _UNTOLD]
    fields.sort(key=lambda field: order.index(group_of(field)))
    return tuple(
        change
        for field in fields
        for change in _Comparison(old, new, group_of(field)).field(old, new, field, _NOTHING, ())
    )


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Compares the parts of one group. ``about``: what their sentences begin with."""

    old: Rulebook
    new: Rulebook
    group: Group

    def field(self, old: Model, new: Model, field: str, about: Bilingual, path: Path) -> Iterator[Change]:
        """What a field of two parts that stand for the same thing says otherwise."""
        before, after = getattr(old, field), getattr(new, field)
        if before == after:
            return
        path = (*path, field)
        held, holds = keyed(before), keyed(after)
        if field in PARTS and held is not None and holds is not None:
            yield from self._parts(held, holds, field, about, path)
        elif _alike(before, after):
            for inner in type(after).model_fields:
                yield from self.field(before, after, inner, about, path)
        else:
            said = label(type(new), field)
            yield self._changed(said, field, (before, after), about, path)

    def _parts(
        self, old: Mapping[str, object], new: Mapping[str, object], field: str, about: Bilingual, path: Path
    ) -> Iterator[Change]:
        """Which parts of a collection came, went or changed."""
        for key in dict.fromkeys((*old, *new)):
            before, after, where = old.get(key), new.get(key), (*path, key)
            if before is None or after is None:
                yield self._came_or_went(field, key, before, after, about, where)
                continue
            within = _about(about, self._name(key, after))
            if isinstance(before, ActRule) and isinstance(after, ActRule):
                yield from self._act(before, after, within, where)
                continue
            if _alike(before, after):
                for inner in type(after).model_fields:  # type: ignore[attr-defined] # alike are models
                    yield from self.field(before, after, inner, within, where)  # type: ignore[arg-type]
            elif (held := keyed(before)) is not None and (holds := keyed(after)) is not None:
                yield from self._parts(held, holds, "rungs", within, where)
            elif before != after:
                yield self._changed(label(Rulebook, "name"), field, (before, after), within, where)

    def _act(self, before: ActRule, after: ActRule, about: Bilingual, path: Path) -> Iterator[Change]:
        """An act is told as a whole: what it was is another sentence."""
        yield from self.field(before, after, "name", about, path)
        (was_fr, was_en), (fr, en) = Wording(self.old).whole(before), Wording(self.new).whole(after)
        if (was_fr, was_en) != (fr, en):
            told = _said(about, (f"{fr} (auparavant\u00a0: {was_fr})", f"{en} (before: {was_en})"))
            yield Change(self.group, "changed", path, *told)

    def _came_or_went(
        self, field: str, key: str, before: object, after: object, about: Bilingual, path: Path
    ) -> Change:
        came, went, noun = PARTS[field]
        name = self._name(key, before if after is None else after)
        if after is None:
            fr, en = _said(about, (f"{went} : {name[0]}", f"{noun} removed: {name[1]}"))
            return Change(self.group, "removed", path, fr, en)
        tells = isinstance(after, Model) and not isinstance(after, Names)
        more = Wording(self.new).whole(after) if tells else _NOTHING  # type: ignore[arg-type] # a part
        fr, en = _said(about, (f"{came} : {name[0]}", f"new {noun}: {name[1]}"))
        if more[0]:
            fr, en = f"{fr} ({more[0]})", f"{en} ({more[1]})"
        return Change(self.group, "added", path, fr, en)

    def _changed(
        self, said: Bilingual, field: str, values: tuple[object, object], about: Bilingual, path: Path
    ) -> Change:
        before, after = values
        if field in _TOO_LONG:
            return Change(self.group, "changed", path, *_said(about, _TOO_LONG[field]))
        if isinstance(before, Names) and isinstance(after, Names):
            return Change(self.group, "changed", path, *_said(about, _renamed(said, before, after)))
        (was_fr, was_en), (is_fr, is_en) = (
            Wording(self.old).value(field, before),
            Wording(self.new).value(field, after),
        )
        fr, en = f"{said[0]} {is_fr} {_instead_of(was_fr)}", f"{said[1]} {is_en} instead of {was_en}"
        return Change(self.group, "changed", path, *_said(about, (fr.strip(), en.strip())))

    def _name(self, key: str, part: object) -> Bilingual:
        """What a part is called. A deadline that one phase alone has is told with it."""
        if isinstance(part, PhaseRule):
            return part.name.fr, part.name.en
        own = Wording(self.new).name(key, part)
        if isinstance(part, DeadlineRule) and len(part.phases) == 1:
            phase = self.new.phases.get(part.phases[0]) or self.old.phases.get(part.phases[0])
            return _about((phase.name.fr, phase.name.en), own) if phase else own
        return own


def keyed(value: object) -> Mapping[str, object] | None:
    """The parts of a collection by their keys; None for anything else."""
    if isinstance(value, Mapping):
        return (
            None
            if any(isinstance(one, str) for one in value.values())
            else {str(k): v for k, v in value.items()}
        )
    if not isinstance(value, tuple):
        return None
    parts = [(key_of(one) if isinstance(one, Model) else None, one) for one in value]
    return {key: one for key, one in parts if key is not None} if all(key for key, _ in parts) else None


def _alike(before: object, after: object) -> bool:
    """Whether two values are parts of one kind, to be compared field by field."""
    return type(before) is type(after) and isinstance(after, Model) and not isinstance(after, Names)


def _instead_of(was: str) -> str:
    return f"au lieu d’{was}" if was.startswith(tuple("aeéêiu")) else f"au lieu de {was}"


def _renamed(said: Bilingual, before: Names, after: Names) -> Bilingual:
    (was_fr, was_en), (is_fr, is_en) = quoted(before), quoted(after)
    fr, en = f"{said[0]} {is_fr} {_instead_of(was_fr)}", f"{said[1]} {is_en} instead of {was_en}"
    if before.fr == after.fr:
        fr = f"en anglais : {is_en} au lieu de {was_en}"
    if before.en == after.en:
        en = f"in French: {is_fr} instead of {was_fr}"
    return fr, en


def _about(outer: Bilingual, inner: Bilingual) -> Bilingual:
    return (f"{outer[0]}, {inner[0]}", f"{outer[1]}, {inner[1]}") if outer[0] else inner


def _said(about: Bilingual, what: Bilingual) -> Bilingual:
    """A sentence: what it is about, then what is said of it."""
    if about[0]:
        return f"{about[0]} : {what[0]}", f"{about[1]}: {what[1]}"
    return what[0][:1].upper() + what[0][1:], what[1][:1].upper() + what[1][1:]
