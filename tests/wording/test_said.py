"""What histories, tasks and the status say: every entry and every task, in both languages, without keys or codes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

import programmes
from application.ports import WorksFor
from application.rulebooks.shelf import YamlRulebooks
from cli.upkeep.status import draw_organisation
from domain.kernel.clock import ClockSetting
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from domain.kernel.recorded import Recorded
from domain.people.state import Organisation
from domain.registry.codec import decode
from domain.registry.events import AnyEvent
from domain.rulebook import Rulebook
from domain.tasks.task import Kind, Task
from language import say, speaking
from queries.status import ByTemporal, Following, ModelProgress, OrganisationStatus, WentBack
from tests.golden.test_golden import WRITTEN, stored
from tests.wording.readable import no_english_code, nothing_as_recorded, nothing_raw
from wording.codes import CODES
from wording.events import EVENTS
from wording.history import said, what_happened
from wording.local_hours import shown_at
from wording.tasks import task_said

RULES = YamlRulebooks(Path(programmes.__file__).parent).get(Organisation(), "tec@1")
SOMEBODY = "p-0123456789ab"
PEOPLE = {SOMEBODY: "Ada Lovelace"}
WITH_A_HISTORY = ("cooperation:", "review:", "funding:", "envelope:")
"""The streams whose entries people read."""

OF_NO_FILE = {"domain.people.events", "domain.bank.events", "domain.fundings.events.payments"}
"""Where the events of organisations, bank details and files for the bank are: nobody reads a history of those."""

READERS: tuple[tuple[Mapping[str, str], Rulebook | None], ...] = ((PEOPLE, RULES), ({}, RULES), ({}, None))
"""One who knows people and rules, one who knows no names of people, one to whom nothing has a name."""

OF_PEOPLE = re.compile(
    r"\b(?:advance|balance|premises|novelty|work|done|final|report|acte|grant|rural|no|place|residents|"
    r"national|jury|session|navette|territory|shortlisted)\b"
)
"""What the samples name without a rulebook that knows it."""


@pytest.fixture(params=["fr", "en"], autouse=True)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """A reader of each language."""
    shown_at(PARIS, PARIS)
    with speaking(request.param):
        yield request.param


def _entries() -> list[Recorded]:
    found = [decode(stored(path.read_bytes())) for path in WRITTEN]
    return [one for one in found if one.stream.startswith(WITH_A_HISTORY)]


def _revealed(value: Any) -> Any:
    """A content with text in the place of references to the vault."""
    if isinstance(value, dict):
        inner = {key: _revealed(one) for key, one in value.items()}
        return "Texte." if "vault" in value else inner
    return [_revealed(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("entry", _entries(), ids=lambda one: one.event.type)
def test_every_entry_of_a_history_reads_well(entry: Recorded, language: str) -> None:
    """Whatever was ever written, to whoever reads it."""
    details = _revealed(entry.event.model_dump(mode="json", exclude={"type"}))
    for people, rules in READERS:
        words = f"{say(EVENTS[entry.event.type])}, {said(details, people, rules, entry.event.type)}"
        nothing_raw(words)
        nothing_as_recorded(words)
        if language == "fr":
            no_english_code(words, OF_PEOPLE)


def test_every_kind_of_event_that_has_a_history_is_walked() -> None:
    """None is forgotten."""
    walked = {type(one.event) for one in _entries()}
    silent = {one for one in get_args(AnyEvent) if one not in walked}
    assert {one.__module__ for one in silent} <= OF_NO_FILE


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("subject", ["quick_wins", "portrait/p2/x1", "3", SOMEBODY])
def test_every_kind_of_task_reads_well(kind: Kind, subject: str, language: str) -> None:
    """With the name that the programme gives, and where it is not known."""
    for name in (None, "Portrait"):
        if kind == "twins":  # tells the ids, for those who mend it
            continue
        task = _task(kind, subject, name)
        for people in (PEOPLE, {}):
            for stranded in (True, False):
                words = task_said(task.model_copy(update={"stranded": stranded}), people)
                nothing_raw(words)
                nothing_as_recorded(words)
                if language == "fr":
                    no_english_code(words, re.compile("quick wins"))


def _task(kind: Kind, subject: str, name: str | None) -> Task:
    return Task(
        file="rives",
        kind=kind,
        subject=subject,
        name_fr=name,
        name_en=name,
        since=datetime(2026, 11, 23, tzinfo=UTC),
        zone="Europe/Paris",
        region="occitanie",
        overdue=False,
        waits_for=(),
    )


MOMENT = datetime(2026, 11, 23, 8, tzinfo=UTC)
STATUS = OrganisationStatus(
    organisation="demo",
    kind=LedgerKind.SIMULATION,
    clock=ClockSetting(MOMENT, MOMENT),
    head=12,
    went_back=[WentBack(MOMENT, known=12, found=9)],
    ledger_behind=["funding:menuiserie"],
    follower=Following(position=9, behind=3),
    worker_last_beat=MOMENT,
    read_models=[
        ModelProgress("tasks", position=9, behind=0, stopped_at=9, ahead=True),
        ModelProgress("agenda", position=9, behind=3, stopped_at=None, ahead=False),
    ],
    owed_wakes={"funding:menuiserie": 9},
    by_temporal=ByTemporal(WorksFor("4711@maison", MOMENT), ["review:etude"]),
    mail=dict.fromkeys(CODES["delivery"], 1),
)
"""Everything that the status of an organisation may have to tell."""


@pytest.mark.parametrize("kind", LedgerKind)
def test_every_line_of_the_status_reads_well(
    kind: LedgerKind, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """All is well or nothing is."""
    draw_organisation(replace(STATUS, kind=kind))
    told = capsys.readouterr().out
    nothing_raw(told)
    if language == "fr":
        no_english_code(told, re.compile(r"tasks|agenda|demo|review:|funding:"))
    assert ("courrier" in told) == (language == "fr")


@pytest.mark.parametrize(
    ("occurrence", "what", "day"),
    [("gate-complete/p1", "Nouvelle envoyée", False), ("inactivity/p1", "Rappel envoyé", True)],
)
def test_a_letter_that_tells_of_an_outcome_is_no_reminder_and_has_no_day_to_keep(
    occurrence: str, what: str, *, day: bool
) -> None:
    """Nothing falls due with it."""
    details = {"occurrence": occurrence, "rung": "told", "due_on": "2027-01-05"}
    with speaking("fr"):
        assert what_happened("ReminderIssued", details) == what
        assert ("pour le" in said(details, {}, RULES, "ReminderIssued")) == day


def test_a_decision_about_money_is_awaited_not_the_instrument() -> None:
    """An instrument answers nobody."""
    line = {
        "file": "rives",
        "kind": "awaited",
        "subject": "grant",
        "name_fr": "Subvention décidée",
        "name_en": "Grant decided",
    }
    rest = {
        "since": datetime(2027, 1, 5, 12, tzinfo=PARIS),
        "zone": "Europe/Paris",
        "region": None,
        "of_fr": "Aide",
        "of_en": "Aid",
        "awaits": ("funding:aide",),
    }
    with speaking("fr"):
        awaited = task_said(Task.model_validate({**line, **rest, "overdue": False, "waits_for": ()}), {})
    assert awaited == "décision attendue, «\u00a0Aide\u00a0»\u00a0: Subvention décidée"
