"""Whatever a gate may ask for, people in a nominal life meet it; what nobody can meet there is waived."""

from typing import Any

import pytest

from domain.cooperations.events.record import GateItemWaived
from tests.rehearsal.staging import deadline, item, phase, rehearsed, rules

NAMED = {"fr": "X", "en": "X"}
NEEDS: dict[str, dict[str, Any]] = {
    "deliverable": {"rule": "deliverable"},
    "declared": {"rule": "declared"},
    "declared by a role": {"rule": "declared", "by": ["jury"]},
    "criteria": {
        "rule": "criteria",
        "of": {"a": NAMED, "b": NAMED, "c": NAMED},
        "at_least": 2,
        "by": ["jury"],
    },
    "charter": {"rule": "charter"},
    "charter with a term, signed by some": {
        "rule": "charter",
        "term": "P3Y",
        "signed_by": ["authority", "funder"],
    },
    "stakeholders": {"rule": "stakeholders", "at_least": 4, "sectors": 3, "residents": True},
    "few stakeholders": {"rule": "stakeholders", "at_most": 2, "sectors": 2},
    "managers": {"rule": "managers", "at_least": 3},
    "inhabitants": {"rule": "inhabitants", "at_least": 10_000, "at_most": 15_000},
    "fewer inhabitants": {"rule": "inhabitants", "at_most": 15_000},
    "quick wins": {"rule": "quick-wins", "at_least": 2},
    "lessons": {"rule": "lessons", "at_least": 3},
    "occasions": {"rule": "occasions", "occasion": "session", "at_least": 4, "at_most": 4},
    "occasions close together": {"rule": "occasions", "occasion": "session", "at_least": 3, "within": "P2M"},
    "contributions": {"rule": "contributions", "at_least": 1, "kinds": ["cash", "in-kind"]},
    "experiments": {"rule": "experiments", "at_least": 2, "at_most": 2},
    "evaluation": {"rule": "evaluation", "not_older_than": "P1M"},
    "selected": {"rule": "selected", "stage": "supported"},
    "review": {"rule": "review", "review": "opinion", "outcomes": ["favourable"]},
    "review of a scored grid, concluded by its chair": {"rule": "review", "review": "scores"},
    "review about money": {"rule": "review", "review": "about_money"},
    "funding": {"rule": "funding", "instrument": "grant"},
    "funding that a panel decides": {"rule": "funding", "instrument": "large_grant"},
    "label": {"rule": "funding", "instrument": "label"},
}
UNMET: dict[str, dict[str, Any]] = {
    "files": {"rule": "files", "at_least": 1, "reached": "completed"},
    "review of an amendment": {"rule": "review", "review": "amended"},
    "funding that nobody decides": {"rule": "funding", "instrument": "orphan"},
}
PANEL: dict[str, Any] = {
    "panel": "jury",
    "name": NAMED,
    "mode": "advisory",
    "members": [{"role": "jury"}],
    "within": "P1M",
    "ladder": "usual",
}
PARTS: dict[str, Any] = {
    "occasions": {"session": NAMED},
    "evaluation": {"items": {"project": NAMED}},
    "experiments": {"shortest": "P1M", "longest": "P3M", "a_year": 2},
    "calls": {
        "calls": [{"call": "open_call", "name": NAMED, "kind": "permanent"}],
        "funnel": [
            {"stage": "shortlisted", "name": NAMED, "by": ["jury"]},
            {"stage": "supported", "name": NAMED, "by": ["board"]},
        ],
    },
    "panels": [
        PANEL,
        {
            **PANEL,
            "panel": "chaired",
            "chair": "jury",
            "concludes": "chair",
            "grid": {"use": {"name": NAMED}},
        },
        {**PANEL, "panel": "deciders", "mode": "decisive", "named": True, "members": [{"role": "board"}]},
    ],
    "reviews": [
        {"review": "opinion", "name": NAMED, "panel": "jury", "about": "gate"},
        {"review": "scores", "name": NAMED, "panel": "chaired", "about": "gate"},
        {"review": "about_money", "name": NAMED, "panel": "deciders", "about": "funding"},
        {"review": "amended", "name": NAMED, "panel": "jury", "about": "amendment"},
    ],
    "instruments": [
        {"instrument": "grant", "name": NAMED, "kind": "grant", "circuit": [{"by": ["board"]}]},
        {"instrument": "large_grant", "name": NAMED, "kind": "grant", "circuit": [{"by": ["deciders"]}]},
        {"instrument": "label", "name": NAMED, "kind": "label", "circuit": [{"by": ["board"]}]},
        {"instrument": "orphan", "name": NAMED, "kind": "grant"},
    ],
}


def waived(needs: dict[str, Any], **more: Any) -> list[str]:
    """The items waived in a nominal life of a gate with that item, which must be completed."""
    phases = {"experimentation": phase(item("wanted", **needs), expected="P8M")}
    shown = rehearsed(rules(phases=phases, **{**PARTS, **more}))
    assert shown.status == "closed"
    return [row.event.item for row in shown.rows if isinstance(row.event, GateItemWaived)]


@pytest.mark.parametrize("needs", NEEDS.values(), ids=NEEDS.keys())
def test_people_meet_whatever_a_gate_asks_for(needs: dict[str, Any]) -> None:
    """By acts that the rules accept, given by people who may."""
    assert waived(needs) == []


@pytest.mark.parametrize("needs", UNMET.values(), ids=UNMET.keys())
def test_what_no_rehearsal_can_bring_about_is_waived(needs: dict[str, Any]) -> None:
    """By a role that may."""
    assert waived(needs) == ["wanted"]


def test_what_is_waived_is_said_unless_the_scenario_waives_it() -> None:
    """By its name, with the day; whoever wrote the scenario knows."""
    phases = {"experimentation": phase(item("wanted", **UNMET["files"]), expected="P8M")}
    waiving = b"""
scenario: s
name: {fr: S, en: S}
like: nominal
acts:
  - {at: P1M, by: steering-committee, type: WaiveGateItem, item: wanted, reason: Seule ici.}
"""
    by_people, by_script = (rehearsed(rules(phases=phases, **PARTS), one) for one in ("nominal", waiving))
    assert by_people.status == by_script.status == "closed"
    [said] = [one for one in by_people.absurdities if one.code == "waived"]
    assert (said.words.fr, said.words.en) == (
        "dispensé pour que la répétition continue, personne n’ayant pu le remplir : wanted",
        "waived so that the rehearsal goes on, since nobody could meet it: wanted",
    )
    assert [row.event.item for row in by_script.rows if isinstance(row.event, GateItemWaived)] == ["wanted"]
    assert not [one for one in by_script.absurdities if one.code == "waived"]


def test_enough_of_several_ways_is_enough() -> None:
    """Items among which so many must hold are met themselves."""
    gate = (
        item("one", rule="declared"),
        item("other", rule="files", at_least=1, reached="completed"),
        item("either", rule="items", of=["one", "other"], at_least=1),
    )
    shown = rehearsed(rules(phases={"exploration": phase(*gate, expected="P6M")}, **PARTS))
    assert shown.status == "closed"
    assert not [row for row in shown.rows if isinstance(row.event, GateItemWaived)]


RECURRENT: dict[str, dict[str, Any]] = {
    "contact": {"after": "last-contact"},
    "evaluation": {"after": "last-evaluation"},
    "occasion": {"after": "last-occasion", "occasion": "session"},
    "deliverable": {"after": "last-deliverable", "deliverable": "bulletin"},
    "experiment": {"after": "experiment-start"},
}


@pytest.mark.parametrize("rule", RECURRENT.values(), ids=RECURRENT.keys())
def test_recurrent_duties_are_done_before_they_escalate(rule: dict[str, Any]) -> None:
    """Evaluations, occasions and the like, as often as they are asked for."""
    gate = phase(item("tried", rule="experiments", at_least=1), expected="P10M")
    shown = rehearsed(
        rules(phases={"experimentation": gate}, deadlines=[deadline("duty", "P2M", **rule)], **PARTS)
    )
    assert [row.rung for row in shown.rows if row.kind == "reminder"].count("before") >= 1
    assert not [row for row in shown.rows if row.kind == "escalation" or row.rung == "due"]


def test_a_chapter_of_each_year_is_delivered_each_year() -> None:
    """Within its window, after the reminder."""
    chapter = deadline("chapter", "P1M", after="each-year", day="11-01", deliverable="chapter")
    shown = rehearsed(rules(phases={"exploration": phase(expected="P30M")}, deadlines=[chapter]))
    done = [f"{one.at:%Y-%m-%d}" for one in shown.given if one.command.type == "DeliverDeliverable"]
    assert done == ["2027-11-26", "2028-11-28"]


def test_terms_are_prolonged_before_they_end() -> None:
    """Of the charter, as of a role."""
    gate = phase(item("charter", rule="charter", term="P1Y"), expected="P3Y")
    term = deadline("term", "P0D", after="charter-term")
    shown = rehearsed(rules(phases={"exploration": gate}, deadlines=[term]))
    signed = [f"{one.at:%Y}" for one in shown.given if one.command.type == "SignCharter"]
    assert signed == ["2028", "2029"]
