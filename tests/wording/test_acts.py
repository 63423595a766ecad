"""What the lifecycle does by itself is told as sentences that a programme manager understands."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from domain.rulebook import Rulebook
from tests.domain.rulebook.contradictory_acts import FIRST, MONEY, OPINION, SECOND, act
from tests.domain.sound import REMOVED, Edits, path_to, rulebook, sound
from wording.rulebook.difference import differences
from wording.rulebook.telling import told

NAME = {"fr": "Étude", "en": "Study"}
NAMES: Edits = {
    "phases.exploration.gate.3.name": {"fr": "Contacts qualifiés", "en": "Qualified contacts"},
    "panels.0.name": {"fr": "Jury national", "en": "National jury"},
    "reviews.0.name": {"fr": "Avis sur le territoire", "en": "Opinion on the territory"},
}
CASES: list[tuple[str, Edits, str, str]] = [
    (
        f"{FIRST}.0",
        NAMES,
        (
            "« Essai » : dès que « Contacts qualifiés » est acquis, le service demande « Avis sur le territoire » à"
            " « Jury national » ; il l’annonce 7 jours avant ; peuvent aussi le retenir : conseil d’administration ;"
            " s’il ne le peut pas, échelle de rappels « work »"
        ),
        (
            "“Test”: once “Qualified contacts” holds, the service asks “National jury” for “Opinion on the territory”;"
            " it announces it 7 days before; may also be held back by board; if it cannot, ladder “work”"
        ),
    ),
    (
        f"{SECOND}.0",
        {},
        (
            "« Essai » : dès l’entrée dans la phase, le service demande aux personnes en charge le tableau des"
            " engagements, sous 2 mois ; échelle de rappels « work »"
        ),
        (
            "“Test”: on entering the phase, the service asks those in charge for the table of commitments,"
            " within 2 months; ladder “work”"
        ),
    ),
    (
        f"{SECOND}.1",
        {},
        (
            "« Essai » : une fois acquis tous les points de passage, le service fait passer à la phase suivante ;"
            " il l’annonce 7 jours avant"
        ),
        "“Test”: once all gate items hold, the service goes on to the next phase; it announces it 7 days before",
    ),
    (
        f"{SECOND}.2",
        {f"{SECOND}.2": act("a", "cadence", review="opinion", when={"every": "P1Y"}), "reviews.0.name": NAME},
        (
            "« Essai » : 1 an après l’entrée dans la phase puis 1 an après chaque réponse, le service demande"
            " « Étude » à « Essai »"
        ),
        (
            "“Test”: 1 year after entering the phase and then 1 year after each answer, the service asks “Test”"
            " for “Study”"
        ),
    ),
    (
        f"{SECOND}.2",
        {f"{SECOND}.2": act("a", "date", what="deliverable", of="plan", when={"date": "2026-12-01"})},
        (
            "« Essai » : le mardi 1er décembre 2026, le service demande aux personnes en charge le livrable « Essai »,"
            " sous 1 mois ; échelle de rappels « work »"
        ),
        (
            "“Test”: on Tuesday, 1 December 2026, the service asks those in charge for the deliverable “Test”,"
            " within 1 month; ladder “work”"
        ),
    ),
    (
        f"{FIRST}.1",
        {f"{FIRST}.1": act("a", "application", review="opinion", when={"stage": "received"})},
        "« Essai » : dès que la candidature est reçue, le service demande « Essai » à « Essai »",
        "“Test”: once the application is received, the service asks “Test” for “Test”",
    ),
    (
        f"{MONEY}.0",
        {f"{MONEY}.0.when": {"after": "request", "at_least_cents": 1_500_000, "up_to_cents": 2_300_000}},
        (
            "« Essai » : dès qu’une demande est éligible, à partir de 15 000,00 €, jusqu’à 23 000,00 €, le service"
            " soumet la demande à qui en décide"
        ),
        (
            "“Test”: once a request is eligible, from €15,000.00 on, up to €23,000.00, the service puts the request"
            " before whoever decides about it"
        ),
    ),
    (
        f"{MONEY}.0",
        {**OPINION, f"{MONEY}.0.when": {"after": "conclusion", "review": "council_study"}},
        "« Essai » : dès que « Essai » est rendu, le service soumet la demande à qui en décide",
        "“Test”: once “Test” has been concluded, the service puts the request before whoever decides about it",
    ),
    (
        f"{MONEY}.1",
        {},
        (
            "« Essai » : dès que l’instance qui décide a conclu, le service enregistre sa décision ;"
            " il l’annonce 7 jours avant"
        ),
        (
            "“Test”: once the panel that decides has concluded, the service records its decision;"
            " it announces it 7 days before"
        ),
    ),
    (
        f"{MONEY}.2",
        {},
        "« Essai » : dès que ses conditions sont remplies, le service demande le versement de « Essai »",
        "“Test”: once its conditions hold, the service asks for the payment of “Test”",
    ),
]
"""The place of an act, what is changed, and its line in both languages."""

EVERYTHING: Edits = {
    **OPINION,
    f"{FIRST}.1": act("stage", "application", review="opinion", when={"stage": "shortlisted"}),
    f"{FIRST}.2": act("others", "other-items", review="opinion"),
    f"{SECOND}.2": act("day", "date", what="gate-item", of="charter", when={"date": "2026-12-01"}),
    f"{SECOND}.3": act("again", "cadence", what="contact", when={"every": "P1Y"}),
    f"{MONEY}.0.when": {"after": "request", "at_least_cents": 1_500_000, "up_to_cents": 2_300_000},
    f"{MONEY}.3": act("study", "amendment", review="council_study"),
    f"{MONEY}.4": act("after", "conclusion", does="put-to-decision", when={"review": "council_study"}),
}
OTHERWISE: dict[str, Any] = {
    "delay": "P3D", "held_by": ["jury"], "ladder": "answer", "review": "grant_study", "within": "P5M",
    "every": "P5M", "counting": "asked", "date": "2026-12-02", "stage": "supported", "item": "members",
    "tranches": ["advance"], "of": "plan", "at_least_cents": 1, "up_to_cents": 2, "eligible": False,
    "name": {"fr": "Autre", "en": "Other"},
}  # fmt: skip
"""Another value for each field of an act and of what it waits for; its key stands behind its name."""


def distinct(edits: Edits) -> Rulebook:
    """The sound rulebook, changed, in which every part is called by its key; but those that have another name."""
    tree = sound(edits)
    for one in _keyed(tree):
        key = next(iter(one.values()))
        if one["name"] == {"fr": "Essai", "en": "Test"}:
            one["name"] = {"fr": f"{key} (nom)", "en": f"{key} (name)"}
    return Rulebook.model_validate_json(json.dumps(tree))


def _keyed(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict) and "name" in tree:
        yield tree
    for one in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _keyed(one)


def plain(text: str) -> str:
    """With ordinary spaces, as the sentences above are written."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("place", "edits", "french", "english"), CASES, ids=[case[2][:60] for case in CASES])
def test_an_act_is_one_sentence(place: str, edits: Edits, french: str, english: str) -> None:
    """After what, what the service does, how long it says so before, and who may hold it back."""
    lines = [(plain(one.fr), plain(one.en)) for one in told(rulebook(edits))]
    assert (french, english) in lines, place


def test_a_phase_in_which_nothing_is_done_says_so() -> None:
    """And an instrument: where the text of the programme is silent, nobody waits for the service."""
    lines = [plain(one.fr) for one in told(rulebook({FIRST: [], "phases.capitalisation": {"name": NAME}}))]
    assert lines.count("Dans cette phase le service ne fait rien de lui-même") == 2
    assert lines.count("Pour ce dispositif le service ne fait rien de lui-même") == 1


def _at(tree: Any, path: str) -> Any:
    for step in path_to(path):
        tree = tree[step]
    return tree


def _fields(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    for field, value in tree.items():
        if field == "when":
            yield from _fields(value, f"{path}.when")
        elif field in OTHERWISE:
            yield f"{path}.{field}", field


PLACES = [
    found
    for course in (FIRST, SECOND, MONEY)
    for index, one in enumerate(_at(sound(EVERYTHING), course))
    for found in _fields(one, f"{course}.{index}")
]


@pytest.mark.parametrize(("place", "field"), PLACES, ids=[place for place, _ in PLACES])
def test_whatever_an_act_says_otherwise_is_told(place: str, field: str) -> None:
    """In the words of the rulebook, and as one difference that says what it was."""
    before, after = distinct(EVERYTHING), distinct({**EVERYTHING, place: OTHERWISE[field]})
    assert told(before) != told(after)
    (change,) = differences(before, after)
    assert change.kind == "changed"
    assert change.fr != change.en


def test_acts_come_and_go() -> None:
    """One that does something else is told as a whole, with what it was."""
    (came,) = differences(rulebook({f"{SECOND}.1": REMOVED}), rulebook())
    assert plain(came.fr).startswith(
        "Essai : nouvel acte du service : « Essai » (une fois acquis tous les points"
    )
    (went,) = differences(rulebook(), rulebook({f"{SECOND}.1": REMOVED}))
    assert plain(went.en) == "Test: act of the service removed: “Test”"
    other = rulebook({f"{SECOND}.0": act("table", "phase-entry", review="opinion")})
    (change,) = differences(rulebook(), other)
    assert "(auparavant : dès l’entrée dans la phase, le service demande aux personnes en charge" in plain(
        change.fr
    )
