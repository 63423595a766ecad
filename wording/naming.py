"""What ids, keys and codes are called in a sentence, each by its kind: a person, a role, an item.

The one mechanism for it. Outcomes and events keep ids, keys and codes; whoever makes a sentence of them gives what the
reader may know: the names of people, the rulebook, the file. What is not known, or known no more, gets words that read
well without it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.bank.identifiers import register_number
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.request import PAYING
from domain.fundings.state import Funding
from domain.kernel.ids import SERVICE
from domain.kernel.moments import PARIS, earliest
from domain.kernel.text import Bilingual
from domain.kernel.values import Role
from domain.reminders.names import clock_name
from domain.rulebook import Rulebook, names_of
from wording.amounts import euros_words
from wording.codes import CODES, code_words
from wording.days import period_words, recorded_day_words
from wording.events import EVENTS
from wording.findings import findings_words
from wording.hours import hour_words
from wording.punctuation import spaced
from wording.regions import region_words
from wording.roles import ROLES
from wording.rulebook.versions import rulebook_words

NOTHING: Bilingual = ("–", "–")
SOMEBODY: Bilingual = (
    "une personne dont le nom n’est pas connu ici",
    "somebody whose name is not known here",
)
THE_SERVICE: Bilingual = ("le service", "the service")
AS_IT_IS = frozenset({"text", "id", "number", "command"})
"""Kinds that are shown as they are: what people wrote or chose, numbers, names of commands."""
_KEYS = frozenset(
    {
        "phase", "item", "criterion", "deliverable", "deadline", "occasion", "call", "stage", "panel", "question",
        "line", "grid", "maturity", "instrument", "tranche", "report", "expense", "beneficiary", "programme",
        "act", "point",
    }
)  # fmt: skip
"""Kinds of what rulebooks define."""


@dataclass(frozen=True)
class Naming:
    """What is known to a reader. ``people``: names by id; ``file``: the one spoken of.

    ``zone``: where the file lives; ``home``: where the reader’s organisation does, there too if it is None.
    """

    rulebook: Rulebook | None = None
    people: Mapping[str, str] = field(default_factory=dict)
    file: KeptFile | None = None
    zone: ZoneInfo = PARIS
    home: ZoneInfo | None = None
    regions: Mapping[str, Bilingual] = field(default_factory=dict)
    """What the organisation calls its regions."""

    def said(self, kind: str, text: str) -> Bilingual:
        """One value of a kind, or several after commas, in French and English."""
        if kind in _WHOLE:
            return _WHOLE[kind](self, text)
        both = [self.one(kind, part) for part in text.split(", ") if part not in ("", "–")]
        return (", ".join(fr for fr, _ in both), ", ".join(en for _, en in both)) if both else NOTHING

    def one(self, kind: str, text: str) -> Bilingual:
        """One value of a kind."""
        if kind in AS_IT_IS:
            return text, text
        if kind in _ONE:
            return _ONE[kind](self, text)
        if kind in _KEYS:
            return self.key(kind, text)
        return code_words(text, kind) or spaced(text)

    def key(self, kind: str, text: str) -> Bilingual:
        """What the rulebook calls the key of a part of some kind; the key in words where it is not known."""
        if known := self._names(kind).get(text):
            return known
        return CODES.get(kind, {}).get(text) or spaced(text)

    def _names(self, kind: str) -> Mapping[str, Bilingual]:
        if kind not in self._by_kind:
            found = names_of(self.rulebook, kind) if self.rulebook else {}
            self._by_kind[kind] = {key: (name.fr, name.en) for key, name in found.items()}
        return self._by_kind[kind]

    @cached_property
    def _by_kind(self) -> dict[str, Mapping[str, Bilingual]]:
        return {}

    @cached_property
    def of_file(self) -> Mapping[str, str]:
        """What the file calls its own parts: stakeholders, experiments, parties, conditions, co-funders."""
        return dict(_parts(self.file))


def same(text: str) -> Bilingual:
    """What reads alike in both languages."""
    return text, text


def _parts(file: KeptFile | None) -> Iterator[tuple[str, str]]:
    match file:
        case Cooperation():
            yield from ((one.id, one.name) for one in file.stakeholders.values())
            yield from ((one.id, one.title) for one in file.experiments.values())
        case Funding():
            yield from ((one.source, one.name) for one in file.request.co_funding)
            if file.agreement:
                yield from ((one.party, one.name) for one in file.agreement.parties)
            yield from ((one.condition, one.label) for one in file.conditions.values())


def _person(naming: Naming, text: str) -> Bilingual:
    name = naming.people.get(text)
    if text == SERVICE:
        return THE_SERVICE
    return (name, name) if name else SOMEBODY


def _body(naming: Naming, text: str) -> Bilingual:
    return ROLES[Role(text)] if text in ROLES else naming.key("panel", text)


def _own(naming: Naming, text: str) -> Bilingual:
    """A part of the file by its own name, or by what people typed; what is said of it in brackets stays."""
    key, bracket, besides = text.partition(" (")
    fr, en = same(naming.of_file[key]) if key in naming.of_file else spaced(key)
    said_fr, said_en = recorded_day_words(besides.rstrip(")"))
    return (f"{fr} ({said_fr})", f"{en} ({said_en})") if bracket else (fr, en)


def _subject(naming: Naming, text: str) -> Bilingual:
    """What a deadline is about: a part of the file, a tranche, a report."""
    if text in naming.of_file:
        return same(naming.of_file[text])
    found = (naming.key(kind, text) for kind in ("tranche", "report"))
    return next((words for words in found if words != spaced(text)), spaced(text))


def _clock(naming: Naming, text: str) -> Bilingual:
    name = clock_name(text, naming.rulebook)
    return (name.fr, name.en) if name else spaced(text.partition("/")[0])


def _region(naming: Naming, text: str) -> Bilingual:
    return region_words(text, naming.regions)


def _moment(naming: Naming, text: str) -> Bilingual:
    if "T" not in text:
        return recorded_day_words(text)
    return hour_words(earliest(text, naming.zone), naming.zone, naming.home or naming.zone)


def _envelope(naming: Naming, text: str) -> Bilingual:
    """An envelope by its instrument, its circuit and its year."""
    _, key, *track, year = text.split("/")
    fr, en = naming.key("instrument", key)
    kind_fr, kind_en = code_words("fast-track", "circuit") or NOTHING
    fast_fr, fast_en = (f", {kind_fr}", f", {kind_en}") if track else ("", "")
    when_fr, when_en = ("total", "total") if year == "total" else (year, year)
    return f"{fr}{fast_fr}, {when_fr}", f"{en}{fast_en}, {when_en}"


def _account(_naming: Naming, text: str) -> Bilingual:
    """Whose bank details: a body's by its number, or the organisation's own."""
    return ("l’organisation", "the organisation") if text == PAYING else same(register_number(text))


def _findings(naming: Naming, text: str) -> Bilingual:
    return findings_words(text, naming.rulebook)


def _counts_as(naming: Naming, text: str) -> Bilingual:
    """What silence counts as: a word, or the gate item that it holds."""
    held = naming.key("item", text)
    return held if held != spaced(text) else code_words(text, "silence") or held


def _event(_naming: Naming, text: str) -> Bilingual:
    """What happened, within a sentence."""
    fr, en = EVENTS.get(text, same(text))
    return fr[:1].lower() + fr[1:], en[:1].lower() + en[1:]


_WHOLE: Mapping[str, Callable[[Naming, str], Bilingual]] = {
    "text": lambda _naming, text: same(text or "–"),
    "findings": _findings,
    "euros": lambda _naming, text: euros_words(int(text)),
    "period": lambda _naming, text: period_words(*text.split(" – ")),
}
"""Kinds whose text is one value, whatever stands in it."""

_ONE: Mapping[str, Callable[[Naming, str], Bilingual]] = {
    "day": lambda _naming, text: recorded_day_words(text),
    "rulebook": lambda naming, text: rulebook_words(text, naming.rulebook),
    "person": _person,
    "body": _body,
    "region": _region,
    "moment": _moment,
    "occurrence": _clock,
    "deadline": _clock,
    "own": _own,
    "subject": _subject,
    "envelope": _envelope,
    "account": _account,
    "counts-as": _counts_as,
    "event": _event,
}

KINDS = AS_IT_IS | _KEYS | _WHOLE.keys() | _ONE.keys()
"""The kinds there are, besides what ``wording.codes`` has words for."""
