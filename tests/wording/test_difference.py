"""What differs between two rulebooks is said in plain words, and nothing of it is left out."""

import json
import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from domain.rulebook import Names, Rulebook
from tests.domain.rules import RULES, rulebook
from tests.golden.test_rulebook import published
from wording.amounts import euros_words
from wording.codes import code_words
from wording.quantities import duration_words
from wording.rulebook.difference import GROUPS, differences
from wording.rulebook.fields import KEY_FIELDS, PARTS, label
from wording.rulebook.wording import SAID_OF, offset_words

WRITTEN = RULES.written()


def written(path: str, value: Any) -> Rulebook:
    """The rules of the tests with one thing written otherwise; a list is entered by the key of its parts."""
    tree = json.loads(json.dumps(WRITTEN))
    *way, last = path.split("/")
    place = tree
    for step in way:
        place = _entered(place, step)
    if isinstance(place, list):
        place[:] = [one for one in place if step_of(one) != last] if value is None else [*place, value]
    elif value is None:
        del place[last]
    else:
        place[last] = value
    return Rulebook.model_validate_json(json.dumps(tree))


def _entered(place: Any, step: str) -> Any:
    return next(one for one in place if step_of(one) == step) if isinstance(place, list) else place[step]


def step_of(part: dict[str, Any]) -> Any:
    """The key of a part."""
    return next(value for name, value in part.items() if name in KEY_FIELDS)


EXTRA = {"rung": "again", "offset": "P2M", "to": "board"}
CHARTER = {"item": "pact", "name": {"fr": "Pacte", "en": "Pact"}, "needs": {"rule": "charter", "term": "P3Y"}}

CASES = [
    (
        "deadlines/portrait_due/within",
        "P12M",
        "deadlines",
        "diagnosis (nom), « portrait_due (nom) » : dû sous 12 mois au lieu de 9 mois",
        "diagnosis (name), “portrait_due (name)”: due within 12 months instead of 9 months",
    ),
    (
        "deadlines/inactivity/pause",
        "restart",
        "deadlines",
        "« inactivity (nom) » : pendant une pause, le délai repart de zéro au lieu de reprend avec ce qui restait",
        "“inactivity (name)”: during a pause, the clock starts again instead of goes on with what remained",
    ),
    (
        "deadlines/charter_term",
        None,
        "deadlines",
        "Échéance retirée : « charter_term (nom) »",
        "Deadline removed: “charter_term (name)”",
    ),
    (
        "phases/diagnosis/gate/new",
        CHARTER,
        "phases",
        (
            "diagnosis (nom) : nouveau point de passage : « Pacte »"
            " (se constate par une charte signée ; durée au plus 3 ans)"
        ),
        "diagnosis (name): new gate item: “Pact” (is shown by a charter signed; for at most 3 years)",
    ),
    (
        "phases/experimentation/gate/quick_wins/needs/at_least",
        3,
        "phases",
        "experimentation (nom), « quick_wins (nom) » : au moins 3 au lieu de 2",
        "experimentation (name), “quick_wins (name)”: at least 3 instead of 2",
    ),
    (
        "phases/exploration/gate/circle/needs",
        {"rule": "charter"},
        "phases",
        (
            "exploration (nom), « circle (nom) » : se constate par une charte signée"
            " au lieu de parties prenantes réunies ; au moins 2"
        ),
        (
            "exploration (name), “circle (name)”: is shown by a charter signed"
            " instead of stakeholders brought together; at least 2"
        ),
    ),
    (
        "ladders/full/new",
        EXTRA,
        "reminders",
        "« full » : nouvel échelon : again (part 2 mois après l’échéance ; adressé à conseil d’administration)",
        "“full”: new rung: again (goes out 2 months after the due date; addressed to board)",
    ),
    (
        "ladders/term/before/offset",
        "-P3M",
        "reminders",
        "« terme », before : part 3 mois avant l’échéance au lieu de 2 mois avant l’échéance",
        "“term”, before: goes out 3 months before the due date instead of 2 months before the due date",
    ),
    (
        "waives",
        ["board"],
        "people",
        "Peuvent dispenser d’un point de passage conseil d’administration au lieu de comité de pilotage",
        "May waive a gate item board instead of steering committee",
    ),
    (
        "evaluation/items/story",
        {"fr": "Récit", "en": "story (name)"},
        "programme",
        "« Récit » : s’appelle « Récit » au lieu de « story (nom) »",
        "“story (name)”: in French: « Récit » instead of « story (nom) »",
    ),
]


@pytest.mark.parametrize(("path", "value", "group", "fr", "en"), CASES, ids=[case[0] for case in CASES])
def test_a_difference_is_a_sentence_in_both_languages(
    path: str, value: Any, group: str, fr: str, en: str
) -> None:
    """One change in the rulebook is one sentence, in the group where people look for it."""
    (change,) = differences(RULES, written(path, value))
    assert (change.group, change.fr, change.en) == (group, fr, en)


def test_a_rulebook_differs_from_itself_in_nothing() -> None:
    """Nor does a version that says the same: its number alone is told by its name."""
    assert differences(RULES, RULES) == ()
    assert differences(RULES, rulebook(version=2)) == ()


def test_what_is_added_one_way_is_removed_the_other_way() -> None:
    """Read backwards, a difference says the opposite at the same place."""
    more = written("phases/diagnosis/gate/new", CHARTER)
    (there,), (back,) = differences(RULES, more), differences(more, RULES)
    assert (there.kind, back.kind, there.path) == ("added", "removed", back.path)
    assert there.path == ("phases", "diagnosis", "gate", "pact")


@pytest.mark.parametrize(
    ("length", "fr", "en"),
    [
        ("P9M", "9 mois", "9 months"),
        ("P1Y", "1 an", "1 year"),
        ("P1Y6M", "1 an et 6 mois", "1 year and 6 months"),
        ("P14D", "14 jours", "14 days"),
        ("P1DT2H", "1 jour et 2 heures", "1 day and 2 hours"),
        ("PT5S", "5 secondes", "5 seconds"),
        ("P0D", "0 jour", "0 days"),
    ],
)
def test_lengths_of_time_are_read_aloud(length: str, fr: str, en: str) -> None:
    """As people say them."""
    assert duration_words(length) == (fr, en)


def test_amounts_and_offsets_are_read_aloud() -> None:
    """Exact to the cent."""
    assert euros_words(1_500_000) == ("15\u202f000,00\u00a0€", "€15,000.00")
    assert euros_words(150) == ("1,50\u00a0€", "€1.50")
    assert offset_words("P0D") == ("à l’échéance", "on the due date")
    assert offset_words("-P1M")[0] == "1 mois avant l’échéance"


SAID_BY_THEIR_OWN = {"rule", "role", "of", "cap", "quorum", "envelope", "silence"}
"""Fields whose value says by itself what it is."""


def _parts(kind: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """Every model that a rulebook is made of."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if kind not in seen:
            seen.add(kind)
            yield kind
            for info in kind.model_fields.values():
                yield from _parts(info.annotation, seen)
        return
    for inner in get_args(kind):
        yield from _parts(inner, seen)


ACTS = "domain.rulebook.course"
"""Where the acts are: they are told as sentences, not field by field."""
PARTS_OF_RULEBOOKS = [one for one in _parts(Rulebook, set()) if one is not Names and one.__module__ != ACTS]


def _words(kind: Any) -> Iterator[str]:
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    for inner in get_args(kind):
        yield from _words(inner)


def _said(field: str, word: str) -> bool:
    return any(code_words(word, of) for of in SAID_OF[field])


@pytest.mark.parametrize("part", PARTS_OF_RULEBOOKS, ids=lambda part: part.__name__)
def test_every_field_and_every_fixed_word_has_a_name(part: type[BaseModel]) -> None:
    """No sentence ever shows what only programmers read."""
    for number, (field, info) in enumerate(part.model_fields.items()):
        if (number == 0 and field in KEY_FIELDS) or field == "version":
            continue
        assert field in PARTS or any(label(part, field)) or field in SAID_BY_THEIR_OWN  # type: ignore[arg-type]
        label(part, field)  # type: ignore[arg-type]
        if field == "holidays":
            continue
        unknown = [one for one in _words(info.annotation) if not _said(field, one)]
        assert not unknown, (part, field)


def test_groups_stand_in_reading_order() -> None:
    """The programme first, then its course, then who does what."""
    changed = rulebook(waives=["board"], deadlines=[], name={"fr": "Autre", "en": "Other"})
    groups = [one.group for one in differences(RULES, changed)]
    assert groups == sorted(groups, key=list(GROUPS).index)
    assert set(groups) == {"programme", "deadlines", "people"}


def test_every_part_of_a_rulebook_can_come_and_go() -> None:
    """One that uses all there is, compared with one that uses little, in both directions."""
    full = published()
    for old, new in ((RULES, full), (full, RULES)):
        for change in differences(old, new):
            assert change.fr
            assert change.en
            assert not re.search(r"\b(None|True|False|P[0-9]+[YMD])\b", f"{change.fr} {change.en}"), change
