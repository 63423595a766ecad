"""When it happened and when we learned it: every view of the past says both."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from domain.cooperations.events.file import StakeholderChanged
from domain.cooperations.events.record import ExperimentClosed, ExperimentStarted
from domain.cooperations.history import as_it_was
from domain.files.events import DeliveryReported
from domain.kernel.event import Event
from domain.kernel.moments import PARIS
from domain.kernel.recorded import Recorded
from domain.kernel.values import Phase, Term
from tests.domain.asking import paris
from tests.domain.kit import history, on
from tests.domain.vocabulary import (
    BEGUN,
    MESSAGE,
    PAUSED,
    WHY,
    contact,
    corrected,
    declared,
    entered,
    lesson,
    member,
    reminded,
)

CHANGED = StakeholderChanged(stakeholder="amae", role="Coordination", term=Term(), carries_the_money=False)


def learned(*told: tuple[str, str, Event], first: int = 1) -> list[Recorded]:
    """A history: when each was recorded, when it happened, what."""
    events = history(*(on(happened, event) for _, happened, event in told), first=first)
    return [replace(one, recorded_at=paris(told[at][0])) for at, one in enumerate(events)]


LIFE = learned(
    ("2026-01-05", "2026-01-05", BEGUN[0]),
    ("2026-01-05", "2026-01-05", BEGUN[1]),
    ("2026-06-01", "2026-02-02", contact()),  # told late
    ("2026-07-01", "2026-07-01", entered(Phase.DIAGNOSIS, 2)),
    ("2026-08-03", "2026-08-03", PAUSED),
)


@pytest.mark.parametrize(
    ("as_of", "known_on", "entries"),
    [
        (None, None, [1, 2, 3, 4, 5]),
        ("2026-03-01", None, [1, 2, 3]),
        ("2026-03-01", "2026-03-01", [1, 2]),
        ("2026-01-31", None, [1, 2]),
        (None, "2026-06-02", [1, 2, 3]),
        ("2026-12-31", "2026-07-02", [1, 2, 3, 4]),
        ("2026-01-05", None, [1, 2]),
    ],
)
def test_a_view_says_what_had_happened_and_what_was_known(
    as_of: str | None, known_on: str | None, entries: list[int]
) -> None:
    """As of a date, as known on a date."""
    file = as_it_was(LIFE, _at(as_of), _at(known_on), PARIS)
    assert file is not None
    assert sorted(file.entries) == entries


@pytest.mark.parametrize(
    ("as_of", "known_on"), [("2025-12-31", None), (None, "2025-12-31"), ("2026-12-31", "2026-01-04")]
)
def test_before_it_was_open_or_known_there_is_no_file(as_of: str | None, known_on: str | None) -> None:
    """Also where a fact is told of the time before."""
    early = learned(
        ("2026-01-05", "2026-01-05", BEGUN[0]),
        ("2026-01-05", "2026-01-05", BEGUN[1]),
        ("2026-01-06", "2025-06-01", contact()),
    )
    assert as_it_was(early, _at(as_of), _at(known_on), PARIS) is None


def test_a_phase_is_as_it_was_then() -> None:
    """The pass, its state, and the sleep that had not begun."""
    file = as_it_was(LIFE, paris("2026-07-02"), None, PARIS)
    assert file is not None
    assert (file.current.phase, file.paused) == (Phase.DIAGNOSIS, False)


def test_a_correction_belongs_to_what_is_known_not_to_what_happened() -> None:
    """What was moved counts where it was moved to, once we know; what never was, nowhere."""
    correction = learned(("2026-09-01", "2026-09-01", corrected(3, "2026-04-01")), first=4)
    moved = [*LIFE[:3], *correction]
    march, may, known_in_august = (
        as_it_was(moved, paris("2026-03-01"), None, PARIS),
        as_it_was(moved, paris("2026-05-01"), None, PARIS),
        as_it_was(moved, paris("2026-03-01"), paris("2026-08-01"), PARIS),
    )
    assert march is not None
    assert 3 not in march.entries
    assert may is not None
    assert (may.entries[3].at, may.entries[3].void) == ("2026-04-01", False)
    assert known_in_august is not None
    assert known_in_august.entries[3].at == "2026-02-02"


def test_what_never_happened_is_void_at_any_date_once_we_know() -> None:
    """Before we knew, it stood."""
    life = [*LIFE[:3], *learned(("2026-09-01", "2026-09-01", corrected(3)), first=4)]
    now, then = (
        as_it_was(life, paris("2026-03-01"), None, PARIS),
        as_it_was(life, paris("2026-03-01"), paris("2026-08-01"), PARIS),
    )
    assert now is not None
    assert then is not None
    assert (now.entries[3].void, then.entries[3].void) == (True, False)


def test_what_speaks_of_things_to_come_is_left_out_with_them() -> None:
    """A change told of a time before its stakeholder came, a report before its message: no view fails."""
    life = learned(
        ("2026-01-05", "2026-01-05", BEGUN[0]),
        ("2026-01-05", "2026-01-05", BEGUN[1]),
        ("2026-05-04", "2026-05-04", member("amae")),
        ("2026-05-05", "2026-02-02", CHANGED),
        ("2026-05-05", "2026-05-05", reminded("go_decision/p1", "before")),
        ("2026-05-05", "2026-03-03", DeliveryReported(message=MESSAGE, delivery="sent", code=None)),
        ("2026-05-06", "2026-05-06", declared("go")),
        ("2026-05-07", "2026-05-07", entered(Phase.DIAGNOSIS, 2)),
        ("2026-05-08", "2026-02-01", lesson()),
        ("2026-05-08", "2026-05-08", corrected(7, None, 8)),
    )
    for day in ("2026-02-15", "2026-04-01", "2026-05-04", "2026-05-06", "2026-12-31"):
        assert as_it_was(life, paris(day), None, PARIS) is not None
    april = as_it_was(life, paris("2026-04-01"), None, PARIS)
    assert april is not None
    assert (sorted(april.entries), april.flags) == ([1, 2, 9], {})
    whole = as_it_was(life, paris("2026-12-31"), None, PARIS)
    assert whole is not None
    assert (whole, whole.flags) == (as_it_was(life, None, None, PARIS), {8: 10})


def test_an_experiment_closed_some_time_in_the_month_in_which_it_began_is_not_closed_before() -> None:
    """A view of the first of the month knows of neither."""
    life = learned(
        ("2026-01-05", "2026-01-05", BEGUN[0]),
        ("2026-01-05", "2026-01-05", BEGUN[1]),
        (
            "2026-06-30",
            "2026-06-15",
            ExperimentStarted(experiment="navette", title="Navette", until=date(2027, 6, 15), note=None),
        ),
        ("2026-06-30", "2026-06", ExperimentClosed(experiment="navette", outcome="dropped", finding=WHY)),
    )
    first, last = (
        as_it_was(life, paris("2026-06-01"), None, PARIS),
        as_it_was(life, paris("2026-06-30"), None, PARIS),
    )
    assert first is not None
    assert not first.experiments
    assert last is not None
    assert last.experiments["navette"].closed == 4


def _at(text: str | None) -> datetime | None:
    return paris(f"{text}T23:59:59") if text else None
