"""Putting the record right: another moment, or never; decisions stand and are flagged."""

from domain.cooperations.events.record import EntryCorrected
from domain.files.entries import GateItemHeld
from domain.kernel.values import Phase
from tests.domain.kit import On, Row, do, on
from tests.domain.rules import CALLING
from tests.domain.vocabulary import (
    BEGUN,
    IN_EXPERIMENTATION,
    WHY,
    applied,
    brought,
    contact,
    corrected,
    declared,
    entered,
    evaluated,
    judged,
    member,
    quick_win,
    selected,
)


def _advance(to: Phase, number: int, **held: tuple[int, ...]) -> On:
    gate = tuple(GateItemHeld(item=item, held="met", entries=entries) for item, entries in held.items())
    return on("2026-03-01", entered(to, number, gate=gate))


_SHOWN = (*BEGUN, contact(), member("amae"), member("egraine"), declared("go", 3))
ADVANCED = (*_SHOWN, _advance(Phase.DIAGNOSIS, 2, go=(6,), circle=(4, 5)))
"""The passing of the gate (7) rests on a declaration (6), and that on a contact (3)."""

TWO_WINS = (*IN_EXPERIMENTATION, quick_win(), quick_win(), on("2026-02-01", evaluated()))
CAPITALISING = (*TWO_WINS, _advance(Phase.CAPITALISATION, 4, quick_wins=(5, 6), evaluated=(7,)))
WITH_ONE_TO_SPARE = (
    *IN_EXPERIMENTATION,
    quick_win(),
    quick_win(),
    quick_win(),
    on("2026-02-01", evaluated()),
    _advance(Phase.CAPITALISATION, 4, quick_wins=(5, 6, 7), evaluated=(8,)),
)
TWICE_DECLARED = (
    *BEGUN,
    member("amae"),
    member("egraine"),
    declared("go"),
    declared("go"),
    _advance(Phase.DIAGNOSIS, 2, go=(6,), circle=(3, 4)),
)


def redated(entry: int, moment: str, *flags: int) -> EntryCorrected:
    """An entry happened at another moment."""
    return EntryCorrected(entry=entry, happened_at=moment, void=False, flags=flags, reason=WHY)


def voided(entry: int, *flags: int) -> EntryCorrected:
    """An entry never happened."""
    return EntryCorrected(entry=entry, happened_at=None, void=True, flags=flags, reason=WHY)


REFUSALS = (
    Row("nobody corrects what is not there", BEGUN, do("CorrectEntry", entry=3, void=True), "unknown_entry"),
    Row(
        "a decision is not corrected but taken anew",
        BEGUN,
        do("CorrectEntry", entry=2, void=True),
        "not_a_fact",
        naming={"type": "PhaseEntered"},
    ),
    Row(
        "what never happened is not corrected again",
        (*BEGUN, contact(), corrected(3)),
        do("CorrectEntry", entry=3, happened_at="2026-01-04"),
        "already_void",
    ),
    Row(
        "a correction says something", (*BEGUN, contact()), do("CorrectEntry", entry=3), "corrects_one_thing"
    ),
    Row(
        "a correction says one thing",
        (*BEGUN, contact()),
        do("CorrectEntry", entry=3, void=True, happened_at="2026-01-04"),
        "corrects_one_thing",
    ),
    Row(
        "a correction to what already stands is none",
        (*BEGUN, contact()),
        do("CorrectEntry", entry=3, happened_at="2026-01-05"),
        "changes_nothing",
    ),
    Row(
        "nothing is moved into the future",
        (*BEGUN, contact()),
        do("CorrectEntry", entry=3, happened_at="2026-11-24"),
        "in_future",
        naming={"at": "2026-11-24", "now": "2026-11-23T10:00+01:00"},
    ),
)

FLAGS = (
    Row(
        "a fact on which nothing rests is simply moved",
        ADVANCED,
        do("CorrectEntry", entry=3, happened_at="2026-01-04"),
        (redated(3, "2026-01-04"),),
    ),
    Row(
        "a decision that rests on what never happened is flagged",
        ADVANCED,
        do("CorrectEntry", entry=6, void=True),
        (voided(6, 7),),
    ),
    Row(
        "also through what was declared on that evidence",
        ADVANCED,
        do("CorrectEntry", entry=3, void=True),
        (voided(3, 7),),
    ),
    Row(
        "what happened only after the decision did not carry it",
        ADVANCED,
        do("CorrectEntry", entry=6, happened_at="2026-03-02"),
        (redated(6, "2026-03-02", 7),),
    ),
    Row(
        "what happened on the very day of the decision may have",
        ADVANCED,
        do("CorrectEntry", entry=6, happened_at="2026-03-01"),
        (redated(6, "2026-03-01"),),
    ),
    Row(
        "of just enough quick wins none may fall away",
        CAPITALISING,
        do("CorrectEntry", entry=5, void=True),
        (voided(5, 8),),
    ),
    Row(
        "of more than enough one may: the gate would still have been passed",
        WITH_ONE_TO_SPARE,
        do("CorrectEntry", entry=5, void=True),
        (voided(5),),
    ),
    Row(
        "an evaluation that turns out too old did not carry the decision",
        CAPITALISING,
        do("CorrectEntry", entry=7, happened_at="2025-08-31"),
        (redated(7, "2025-08-31", 8),),
    ),
    Row(
        "an evaluation moved within its six months still does",
        CAPITALISING,
        do("CorrectEntry", entry=7, happened_at="2025-09-01"),
        (redated(7, "2025-09-01"),),
    ),
    Row(
        "an earlier declaration carries what a later one did",
        TWICE_DECLARED,
        do("CorrectEntry", entry=6, void=True),
        (voided(6),),
    ),
    Row(
        "a decision is flagged once",
        (*ADVANCED, voided(6, 7)),
        do("CorrectEntry", entry=3, void=True),
        (voided(3),),
    ),
)

NEW_FACTS = (
    Row(
        "a contribution may be said never to have come",
        (*BEGUN, member("amae"), brought("cash", 1)),
        do("CorrectEntry", entry=4, void=True),
        (voided(4),),
    ),
    Row(
        "a judgement may be said never to have been given",
        (*BEGUN, judged(met=True)),
        do("CorrectEntry", entry=3, void=True),
        (voided(3),),
    ),
    Row(
        "a stage of a funnel is a decision, and not corrected",
        (*applied(), selected("shortlisted")),
        do("CorrectEntry", entry=3, void=True),
        "not_a_fact",
        rulebook=CALLING,
    ),
)

ROWS = (*REFUSALS, *NEW_FACTS, *FLAGS)
