"""Small rulebooks that hold one of each rule."""

import json
from typing import Any

from domain.rulebook import Rulebook


def _names(key: str) -> dict[str, str]:
    return {"fr": f"{key} (nom)", "en": f"{key} (name)"}


def _item(key: str, **needs: Any) -> dict[str, Any]:
    return {"item": key, "name": _names(key), "needs": needs}


def _phase(key: str, *items: dict[str, Any]) -> dict[str, Any]:
    return {"name": _names(key), "gate": items}


def _deadline(key: str, after: str, within: str, ladder: str, **more: Any) -> dict[str, Any]:
    return {
        "deadline": key,
        "name": _names(key),
        "after": after,
        "within": within,
        "ladder": ladder,
        **more,
    }


def _rung(key: str, offset: str, to: str = "managers") -> dict[str, str]:
    return {"rung": key, "offset": offset, "to": to}


_RULES: dict[str, Any] = {
    "programme": "essai",
    "version": 1,
    "name": _names("essai"),
    "source": "Made for the tests.",
    "phases": {
        "exploration": _phase(
            "exploration",
            _item("go", rule="declared", by=["elected-representative"]),
            _item("circle", rule="stakeholders", at_least=2),
        ),
        "diagnosis": _phase(
            "diagnosis", _item("portrait", rule="deliverable"), _item("charter", rule="charter")
        ),
        "experimentation": _phase(
            "experimentation",
            _item("quick_wins", rule="quick-wins", at_least=2),
            _item("evaluated", rule="evaluation", not_older_than="P6M"),
        ),
        "capitalisation": _phase(
            "capitalisation",
            _item("balance", rule="deliverable"),
            _item("lessons", rule="lessons", at_least=1),
        ),
    },
    "deadlines": [
        _deadline("go_decision", "phase-entry", "P12M", "full", phases=["exploration"], until="go"),
        _deadline("portrait_due", "phase-entry", "P9M", "full", phases=["diagnosis"], until="portrait"),
        _deadline("evaluation_due", "last-evaluation", "P6M", "short", phases=["experimentation"]),
        _deadline("inactivity", "last-contact", "P6M", "short"),
        _deadline("role_term", "stakeholder-term", "P0D", "term"),
        _deadline("charter_term", "charter-term", "P0D", "term"),
        _deadline("abandonment", "abandonment-request", "P30D", "settling"),
    ],
    "ladders": {
        "full": [
            _rung("before", "-P1M"),
            _rung("due", "P0D"),
            _rung("late", "P14D"),
            _rung("escalation", "P1M", "elected-representative"),
        ],
        "short": [_rung("due", "P0D"), _rung("escalation", "P1M", "elected-representative")],
        "term": [_rung("before", "-P2M"), _rung("due", "P0D")],
        "settling": [
            _rung("asked", "-P30D", "steering-committee"),
            _rung("due", "P0D", "steering-committee"),
        ],
    },
    "evaluation": {"items": {"story": _names("story"), "pleasure": _names("pleasure")}},
    "settles_abandonment": ["steering-committee", "board"],
    "waives": ["steering-committee"],
}


def rulebook(**changes: Any) -> Rulebook:
    """The rules of the tests, with some of them changed."""
    return Rulebook.model_validate_json(json.dumps({**_RULES, **changes}))


RULES = rulebook()
"""Four phases, every kind of gate item and deadline."""

BARE = rulebook(
    programme="nu",
    phases={"exploration": _phase("exploration"), "experimentation": _phase("experimentation")},
    deadlines=[],
    evaluation=None,
)
"""Two phases without gates, deadlines or a grid."""


def _call(key: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"call": key, "name": _names(key), "kind": kind, **more}


_CALLS: dict[str, Any] = {
    "calls": [
        _call("toujours", "permanent"),
        _call("printemps", "dated", opens="2026-03-01", closes="2026-05-31"),
        _call("hiver", "dated", opens="2026-11-01", closes="2026-12-31"),
        _call("vite", "permanent", fast_track=True),
    ],
    "funnel": [
        {"stage": "shortlisted", "name": _names("shortlisted"), "by": ["regional-commission"]},
        {"stage": "heard", "name": _names("heard"), "by": []},
        {"stage": "supported", "name": _names("supported"), "by": ["jury", "board"]},
    ],
}

CALLING = rulebook(calls=_CALLS, period={"since": "2026-01-01", "until": "2027-12-31"})
"""Files answer a call, within a period; who is refused may come back."""

CALLING_ONCE = rulebook(calls={**_CALLS, "outreach": True, "resubmission": False})
"""Files may also open without a call; who is refused stays so."""

_TERRITORY = _item(
    "territory",
    rule="criteria",
    of={"rural": _names("rural"), "inhabited": _names("inhabited")},
    at_least=1,
    by=["regional-commission"],
)
_TRIED = _item("tried", rule="experiments", at_least=1)
_OCCASIONS = {"session": _names("session"), "seminar": _names("seminar")}

TRYING = rulebook(
    phases={
        "exploration": _phase(
            "exploration",
            _TERRITORY,
            _item("go", rule="declared"),
        ),
        "experimentation": _phase("experimentation", _TRIED),
    },
    occasions=_OCCASIONS,
    experiments={"shortest": "P6M", "longest": "P3Y", "a_year": 2},
    deadlines=[_deadline("chapter", "each-year", "P2M", "short", day="11-01", deliverable="logbook")],
)
"""Criteria to judge, occasions that count, experiments within bounds, a deliverable due every year."""


EVERYTHING = rulebook(
    phases={
        **_RULES["phases"],
        "exploration": {
            **_RULES["phases"]["exploration"],
            "gate": (*_RULES["phases"]["exploration"]["gate"], _TERRITORY),
        },
        "experimentation": {
            **_RULES["phases"]["experimentation"],
            "gate": (*_RULES["phases"]["experimentation"]["gate"], _TRIED),
        },
    },
    calls={**_CALLS, "outreach": True},
    occasions=_OCCASIONS,
    experiments={"shortest": "P1M", "a_year": 2},
)
"""The rules of the tests with all that a file may go through besides its phases."""


def counting(within: str, *offsets: str) -> Rulebook:
    """A single deadline ``once``, so long after the phase was entered, with a rung for each offset."""
    return rulebook(
        deadlines=[_deadline("once", "phase-entry", within, "only")],
        ladders={"only": [_rung(f"r{number}", offset) for number, offset in enumerate(offsets, start=1)]},
    )
