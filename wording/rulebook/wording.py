"""What the values of a rulebook are called by people, in French and in English."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal

from domain.kernel.model import Model
from domain.kernel.text import Bilingual
from domain.kernel.values import Role
from domain.rulebook.base import Names
from domain.rulebook.course import AnyAct
from domain.rulebook.deadlines import COMPANIONS, DeadlineRule, Rung
from domain.rulebook.funding import Step
from domain.rulebook.naming import names_in
from domain.rulebook.whole import Rulebook
from wording.amounts import euros_words
from wording.codes import CODES, code_words
from wording.days import day_words
from wording.punctuation import quoted_pair, spaced
from wording.quantities import DURATION, duration_words, number_words, share_words
from wording.roles import ROLES
from wording.rulebook.acts import act_words
from wording.rulebook.fields import key_of, label
from wording.rulebook.ladders import ladder_words

UNSAID: Bilingual = ("non précisé", "unspecified")
_LONG = 10_000
"""From here on a number is told with its digits in groups; years are shorter."""
_NONE: Bilingual = ("aucun", "none")
_REFERENCES = frozenset(
    {
        "until", "item", "occasion", "deliverable", "review", "instrument", "panel", "stage", "of", "maturity",
        "carried_by", "by", "phases", "reached", "since",
    }
)  # fmt: skip
"""The fields that name something by its key."""

SAID_OF: Mapping[str, tuple[str, ...]] = {
    "about": ("about",),
    "after": ("counted-from",),
    "completion": ("clock",),
    "completion_holds": ("held-back",),
    "concludes": ("concludes",),
    "counting": ("counting",),
    "counts_as": ("silence",),
    "days": ("days",),
    "holidays": ("holidays",),
    "kind": ("kind-of-instrument", "kind-of-call"),
    "kinds": ("contribution",),
    "mode": ("mode",),
    "of": ("seat",),
    "outcomes": ("opinion",),
    "pause": ("clock",),
    "phases": ("phase",),
    "private": ("subject",),
    "published": ("subject",),
    "reached": ("reached",),
    "rule": ("shown-by",),
    "sections": ("subject",),
    "signed_by": ("sector",),
    "silence": ("silence",),
    "since": ("phase",),
    "steps": ("step",),
    "supports": ("expense",),
    "to": ("recipient",),
    "when": ("tranche-condition",),
}
"""What the fixed words of a rulebook’s field are said of."""


def offset_words(text: str) -> Bilingual:
    """Where a rung lies: before the due date, on it, after it."""
    fr, en = duration_words(text)
    if not any(digit in text for digit in "123456789"):
        return "à l’échéance", "on the due date"
    if text.startswith("-"):
        return f"{fr} avant l’échéance", f"{en} before the due date"
    return f"{fr} après l’échéance", f"{en} after the due date"


def rung_words(ladder: Iterable[Rung], key: str) -> Bilingual:
    """A rung as its rulebook names it, or by when it goes out; a review opens with one of its own."""
    for one in ladder:
        if one.rung == key:
            return (one.name.fr, one.name.en) if one.name else offset_words(one.offset)
    return code_words(key, "rung") or (key, key)


def quoted(name: Names) -> Bilingual:
    """A name in the quotation marks of each language."""
    return quoted_pair((name.fr, name.en))


class Wording:
    """Words for the values of one rulebook: what it names is called by that name."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._names = names_in(rulebook)
        self._occasions = rulebook.occasions

    def value(self, field: str, value: object) -> Bilingual:
        """The words for a value of a field."""
        match value:
            case None:
                return UNSAID
            case bool():
                return ("oui", "yes") if value else ("non", "no")
            case int() if field.endswith("_cents"):
                return euros_words(value)
            case int() if value >= _LONG:
                return number_words(value)
            case date():
                return day_words(value)
            case int():
                return str(value), str(value)
            case Decimal():
                return share_words(value)
            case Names():
                return quoted(value)
            case () if field == "by":
                return ROLES[Role.PROGRAMME_MANAGER]
            case tuple() | Mapping() if not value:
                return _NONE
            case tuple():
                return _listed(self.value(field, one) for one in value)
            case Mapping():
                return _listed(self._pair(field, str(key), one) for key, one in value.items())
            case Model() if key_of(value) is not None:
                return self.name(str(key_of(value)), value)
            case Model():
                return self.whole(value)
        return self._word(field, str(value))

    def _pair(self, field: str, key: str, value: object) -> Bilingual:
        """An entry of a mapping: its name, or where a key leads."""
        if not isinstance(value, str):
            return self.name(key, value)
        (fr, en), (to_fr, to_en) = self._word(field, key), self._word(field, value)
        return f"{fr} → {to_fr}", f"{en} → {to_en}"

    def _word(self, field: str, text: str) -> Bilingual:
        if field == "offset":
            return offset_words(text)
        if DURATION.fullmatch(text):
            return duration_words(text)
        if field == "occasion" and text in self._occasions:
            return quoted(self._occasions[text])
        if field in _REFERENCES and text in self._names:
            return quoted(self._names[text])
        if field == "ladder":
            return ladder_words(text)
        if text in ROLES:
            return ROLES[Role(text)]
        return next((words for of in SAID_OF.get(field, ()) if (words := code_words(text, of))), (text, text))

    def counted_from(self, rule: DeadlineRule) -> Bilingual:
        """When a deadline is due: so long after what, and which."""
        (fr, en), (since_fr, since_en) = duration_words(rule.within), self.value("after", rule.after)
        which = next(
            (self.value(field, one) for field in COMPANIONS.values() if (one := getattr(rule, field))), None
        )
        if which:
            since_fr, since_en = f"{since_fr} : {which[0]}", f"{since_en}: {which[1]}"
        if not any(digit in rule.within for digit in "123456789"):
            return since_fr, since_en
        before = rule.within.startswith("-")
        return (
            f"{fr} {'avant' if before else 'après'} {since_fr}",
            f"{en} {'before' if before else 'after'} {since_en}",
        )

    def name(self, key: str, part: object) -> Bilingual:
        """What a part of a collection is called; its key in words if it has no name."""
        name = part if isinstance(part, Names) else getattr(part, "name", None)
        if isinstance(name, Names):
            return quoted(name)
        if isinstance(part, tuple) and part and isinstance(part[0], Rung):
            return ladder_words(key)
        if isinstance(part, Step):
            return CODES["step"][key]
        return ROLES[Role(key)] if key in ROLES else spaced(key)

    def whole(self, part: Model, but: Collection[str] = ()) -> Bilingual:
        """What a part says besides its key, its name and ``but``, field by field; defaults go without saying.

        An act is a sentence.
        """
        if isinstance(part, AnyAct):
            return act_words(part, self._rulebook)
        kind = type(part)
        untold = {"name", *but} if key_of(part) is None else {"name", next(iter(kind.model_fields)), *but}
        fields = sorted(kind.model_fields.items(), key=lambda one: one[0] != "rule")
        said = [
            (label(kind, field), self.value(field, one))
            for field, info in fields
            if field not in untold and (one := getattr(part, field)) != info.default
        ]
        return (
            " ; ".join(f"{name[0]} {words[0]}".strip() for name, words in said),
            "; ".join(f"{name[1]} {words[1]}".strip() for name, words in said),
        )


def _listed(words: Iterable[Bilingual]) -> Bilingual:
    found = list(words)
    return ", ".join(fr for fr, _ in found), ", ".join(en for _, en in found)
