"""Experiments: when they may begin, for how long, how many in a year, how they are closed."""

from datetime import date
from typing import Any

from domain.cooperations.events.record import ExperimentClosed, ExperimentStarted
from domain.kernel.values import Phase
from domain.registry.commands import AnyCommand
from tests.domain.kit import Row, do, on
from tests.domain.rules import TRYING
from tests.domain.vocabulary import BEGUN, WHY, entered

TRYING_OUT = (*BEGUN, entered(Phase.EXPERIMENTATION, 2))


def began(key: str = "navette", until: str = "2027-06-15") -> ExperimentStarted:
    """An experiment began."""
    return ExperimentStarted(experiment=key, title="Une navette", until=date.fromisoformat(until), note=None)


def starting(until: str, key: str = "navette", **more: Any) -> AnyCommand:
    """An experiment begins."""
    return do("StartExperiment", experiment=key, title="Une navette", until=until, **more)


CLOSED = ExperimentClosed(experiment="navette", outcome="kept", finding=WHY)
CLOSING = {"experiment": "navette", "outcome": "kept", "finding": "Parce que."}

ROWS = (
    Row(
        "an experiment begins within the programme's terms",
        TRYING_OUT,
        starting("2027-06-15", effective_at="2026-06-15"),
        (began(),),
        rulebook=TRYING,
    ),
    Row(
        "the shortest term is counted in calendar months",
        TRYING_OUT,
        starting("2026-08-31", effective_at="2026-02-28"),
        (began(until="2026-08-31"),),
        rulebook=TRYING,
    ),
    Row(
        "an experiment is not shorter than that",
        TRYING_OUT,
        starting("2026-12-14", effective_at="2026-06-15"),
        "experiment_term",
        naming={"until": "2026-12-14", "least": "2026-12-15", "most": "2029-06-15"},
        rulebook=TRYING,
    ),
    Row(
        "an experiment is not longer than the longest term",
        TRYING_OUT,
        starting("2029-06-16", effective_at="2026-06-15"),
        "experiment_term",
        naming={"least": "2026-12-15", "most": "2029-06-15"},
        rulebook=TRYING,
    ),
    Row(
        "an experiment known to the month only is judged by the day that suits it",
        TRYING_OUT,
        starting("2026-12-01", effective_at="2026-06"),
        (began(until="2026-12-01"),),
        rulebook=TRYING,
    ),
    Row(
        "without terms an experiment still ends after it began",
        (*BEGUN, entered(Phase.EXPERIMENTATION, 2)),
        starting("2026-11-23"),
        "experiment_term",
        naming={"least": "2026-11-24", "most": "…"},
    ),
    Row(
        "an experiment begins in its phase",
        BEGUN,
        starting("2027-06-15"),
        "not_experimenting",
        naming={"phase": "exploration", "following": "experimentation"},
        rulebook=TRYING,
    ),
    Row(
        "an experiment has a key of its own, also after another",
        (*TRYING_OUT, began(), CLOSED),
        starting("2027-06-15"),
        "experiment_exists",
        naming={"experiment": "navette"},
        rulebook=TRYING,
    ),
    Row(
        "so many experiments begin in a calendar year, and no more",
        (*TRYING_OUT, on("2026-01-01", began("un")), on("2026-12", began("deux"))),
        starting("2027-06-15"),
        "experiments_of_the_year",
        naming={"year": "2026", "most": "2", "known": "un, deux"},
        rulebook=TRYING,
    ),
    Row(
        "those of another year do not count",
        (*TRYING_OUT, on("2025-12-31T22:59:59Z", began("un")), on("2026-12", began("deux"))),
        starting("2027-06-15"),
        (began(),),
        rulebook=TRYING,
    ),
    Row(
        "an experiment that runs is closed with its finding",
        (*TRYING_OUT, began()),
        do("CloseExperiment", **CLOSING),
        (CLOSED,),
        rulebook=TRYING,
    ),
    Row(
        "an experiment is closed once",
        (*TRYING_OUT, began(), began("atelier"), CLOSED),
        do("CloseExperiment", **CLOSING),
        "unknown_experiment",
        naming={"experiment": "navette", "known": "atelier"},
        rulebook=TRYING,
    ),
    Row(
        "an experiment is not closed before it began",
        (*TRYING_OUT, on("2026-06-15", began())),
        do("CloseExperiment", **CLOSING, effective_at="2026-06-14"),
        "before_experiment",
        naming={"at": "2026-06-14", "began": "2026-06-15"},
        rulebook=TRYING,
    ),
)
