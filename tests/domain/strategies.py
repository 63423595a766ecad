"""Commands that people might give, sensible and not, for tests that try many."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from domain.registry.commands import AnyCommand
from tests.domain.kit import do
from tests.domain.sample_people import ELECTED, MANAGER, NOBODY, SECOND_MANAGER

_PHASES = st.sampled_from(["exploration", "diagnosis", "experimentation", "capitalisation"])
_KEYS = st.sampled_from(["amae", "egraine", "ville"])
_ENTRIES = st.integers(1, 30)
_ITEMS = st.sampled_from(
    [
        *("go", "circle", "territory", "portrait", "charter", "quick_wins", "tried", "evaluated"),
        *("balance", "lessons", "rien"),
    ]
)
_DEADLINES = st.sampled_from(["go_decision", "portrait_due", "evaluation_due", "inactivity", "role_term"])
_DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31)).map(str)
_GRADES = st.integers(0, 4)
_STAGES = st.sampled_from(["shortlisted", "heard", "supported"])
_POINTS = st.lists(st.sampled_from(["no_residents", "no_place"]), min_size=1, max_size=2)
_EXPERIMENTS = st.sampled_from(["navette", "atelier", "repas"])
_AMOUNTS = st.one_of(st.none(), st.integers(1, 1_000))
_WORDS = st.just("Parce que.")
_PEOPLE = st.lists(st.sampled_from([MANAGER, ELECTED, SECOND_MANAGER, NOBODY]), min_size=1, max_size=3)

MOMENTS = st.sampled_from(
    [None, None, None, "2019", "2026", "2026-11", "2026-11-23", "2031", "2026-11-23T07:00:00Z"]
)
"""Mostly now; else long ago, hardly known, or yet to come."""


def _asking(kind: str, /, **fields: SearchStrategy[Any]) -> SearchStrategy[AnyCommand]:
    moments = fields.pop("effective_at", MOMENTS)
    return st.fixed_dictionaries({"effective_at": moments, **fields}).map(lambda given: do(kind, **given))


FACTS = st.one_of(
    _asking("EditSheet", name=st.sampled_from([None, "Rives", "Rives en commun"])),
    _asking("HandOverManagers", managers=_PEOPLE),
    _asking(
        "AddStakeholder",
        stakeholder=_KEYS,
        name=st.just("Amae"),
        sector=st.just("association"),
        role=st.just("Animation"),
        term=st.fixed_dictionaries({"until": st.one_of(st.none(), _DAYS)}),
        carries_the_money=st.booleans(),
    ),
    _asking("ChangeStakeholder", stakeholder=_KEYS, carries_the_money=st.sampled_from([None, True, False])),
    _asking("RetireStakeholder", stakeholder=_KEYS),
    _asking(
        "RecordCommitment",
        party=_KEYS,
        toward=st.one_of(st.none(), _KEYS),
        expects=st.just("Un lieu"),
        brings=st.just("Du temps"),
    ),
    _asking("DraftCharter"),
    _asking(
        "SignCharter", signatories=st.lists(_KEYS, min_size=2, max_size=3), until=st.one_of(st.none(), _DAYS)
    ),
    _asking(
        "RecordContact",
        kind=st.sampled_from(["phone", "visit"]),
        stakeholders=st.lists(_KEYS, max_size=2),
        occasion=st.sampled_from([None, "session", "rien"]),
    ),
    _asking(
        "RecordContribution",
        stakeholder=_KEYS,
        kind=st.sampled_from(["cash", "in-kind"]),
        what=st.just("Un atelier"),
        amount_cents=_AMOUNTS,
        hours=_AMOUNTS,
    ),
    _asking("AwaitFile", awaited=st.sampled_from(["nord", "sud", "rives", "est"])),
    _asking(
        "JudgeCriterion",
        item=_ITEMS,
        criterion=st.sampled_from(["rural", "inhabited", "rien"]),
        met=st.booleans(),
    ),
    _asking("StartExperiment", experiment=_EXPERIMENTS, title=st.just("Essai"), until=_DAYS),
    _asking(
        "CloseExperiment",
        experiment=_EXPERIMENTS,
        outcome=st.sampled_from(["kept", "changed", "dropped"]),
        finding=_WORDS,
    ),
    _asking("DeliverDeliverable", deliverable=_ITEMS),
    _asking("DeclareGateItem", item=_ITEMS, evidence=st.lists(_ENTRIES, max_size=2)),
    _asking("WaiveGateItem", item=_ITEMS),
    _asking("RecordQuickWin", title=st.just("Une fête")),
    _asking("RecordPastReview", title=st.just("Avis"), whom=st.just("Jury"), outcome=st.just("deferred")),
    _asking("RecordPastFunding", title=st.just("Aide"), funder=st.just("Fonds"), outcome=st.just("granted")),
    _asking("RecordLesson", title=st.just("Tuilage")),
    _asking("RecordProblem", title=st.just("Départs")),
    _asking("RecordSolution", problem=_ENTRIES, title=st.just("Tuilage"), solved=st.booleans()),
    _asking(
        "RecordEvaluation", grid=st.fixed_dictionaries({"story": _GRADES}, optional={"pleasure": _GRADES})
    ),
    _asking("CorrectEntry", entry=_ENTRIES, void=st.booleans(), happened_at=MOMENTS),
    _asking("ExtendDeadline", deadline=_DEADLINES, until=_DAYS),
)
"""What happens in a file without moving its life on."""

STEPS = st.one_of(
    _asking("AdvancePhase", to=_PHASES),
    _asking("GoBack", to=_PHASES),
    _asking("PauseCooperation"),
    _asking("ResumeCooperation"),
    _asking("RequestAbandonment"),
    _asking("WithdrawAbandonment"),
    _asking("SettleAbandonment", settlement=st.sampled_from(["granted", "refused"])),
    _asking(
        "CloseCooperation",
        outcome=st.sampled_from(["completed", "abandoned", "handed-over"]),
        handed_to=st.sampled_from([None, "La ville"]),
    ),
    _asking("ReopenCooperation"),
    _asking("SelectApplication", stage=_STAGES),
    _asking("DeclineApplication", points=_POINTS, reasons=_WORDS, would_change=_WORDS),
    _asking("ResubmitApplication", answers=_POINTS.map(lambda points: dict.fromkeys(points, "Parce que."))),
    _asking("AskForCompletion", what=_WORDS),
    _asking("ReceiveCompletion"),
)
"""What moves a life on."""
