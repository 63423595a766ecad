"""Hours are those of where it happened: marked where the reader’s are others, and where an hour comes twice."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from language import Locale, speaking
from wording.local_hours import first_day, hour, learned, moment_words, shown_at, when

PARIS, PAPEETE, NOUMEA = (ZoneInfo(one) for one in ("Europe/Paris", "Pacific/Tahiti", "Pacific/Noumea"))

TABLE = [
    # where it happened, where the reader is, when; as it is told in French and in English
    (PARIS, PARIS, "2026-11-30T01:48:00Z", "2026-11-30 02:48", "2026-11-30 02:48"),
    (
        PAPEETE,
        PARIS,
        "2026-11-30T01:48:00Z",
        "2026-11-29 15:48, heure de Papeete",
        "2026-11-29 15:48, Papeete time",
    ),
    (
        PARIS,
        PAPEETE,
        "2026-11-30T01:48:00Z",
        "2026-11-30 02:48, heure de Paris",
        "2026-11-30 02:48, Paris time",
    ),
    (PAPEETE, PAPEETE, "2026-11-30T01:48:00Z", "2026-11-29 15:48", "2026-11-29 15:48"),
    (
        NOUMEA,
        PARIS,
        "2026-11-30T01:48:00Z",
        "2026-11-30 12:48, heure de Nouméa",
        "2026-11-30 12:48, Nouméa time",
    ),
    # the night of 25 October 2026: two o’clock comes twice in Paris
    (PARIS, PARIS, "2026-10-24T23:59:00Z", "2026-10-25 01:59", "2026-10-25 01:59"),
    (
        PARIS,
        PARIS,
        "2026-10-25T00:00:00Z",
        "2026-10-25 02:00, heure d’été",
        "2026-10-25 02:00, summer time",
    ),
    (
        PARIS,
        PARIS,
        "2026-10-25T00:30:00Z",
        "2026-10-25 02:30, heure d’été",
        "2026-10-25 02:30, summer time",
    ),
    (
        PARIS,
        PARIS,
        "2026-10-25T01:30:00Z",
        "2026-10-25 02:30, heure d’hiver",
        "2026-10-25 02:30, winter time",
    ),
    (PARIS, PARIS, "2026-10-25T02:00:00Z", "2026-10-25 03:00", "2026-10-25 03:00"),
    (
        PARIS,
        PAPEETE,
        "2026-10-25T01:30:00Z",
        "2026-10-25 02:30, heure d’hiver, heure de Paris",
        "2026-10-25 02:30, winter time, Paris time",
    ),
    # no hour is repeated in spring, nor where clocks are never changed
    (PARIS, PARIS, "2026-03-29T00:59:00Z", "2026-03-29 01:59", "2026-03-29 01:59"),
    (PARIS, PARIS, "2026-03-29T01:00:00Z", "2026-03-29 03:00", "2026-03-29 03:00"),
    (PAPEETE, PAPEETE, "2026-10-25T12:30:00Z", "2026-10-25 02:30", "2026-10-25 02:30"),
]


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[Locale]:
    """Read in each language."""
    chosen: Locale = request.param
    with speaking(chosen):
        yield chosen


@pytest.mark.parametrize(("zone", "home", "instant", "fr", "en"), TABLE)
def test_an_hour_is_told_by_the_clocks_of_where_it_happened(
    zone: ZoneInfo, home: ZoneInfo, instant: str, fr: str, en: str, language: str
) -> None:
    """Whether it is an instant or a moment as it was recorded."""
    shown_at(zone, home)
    told = fr if language == "fr" else en
    assert when(instant) == told


@pytest.mark.parametrize(
    ("zone", "moment", "fr", "en"),
    [
        (PARIS, "2026-11-30T07:05:00Z", "30 novembre 2026 à 8\u00a0h\u00a005", "30 November 2026 at 08:05"),
        (PARIS, "2026-12-01T07:00:00Z", "1er décembre 2026 à 8\u00a0h\u00a000", "1 December 2026 at 08:00"),
        (
            PAPEETE,
            "2026-11-30T01:48:00Z",
            "29 novembre 2026 à 15\u00a0h\u00a048, heure de Papeete",
            "29 November 2026 at 15:48, Papeete time",
        ),
        (PARIS, "2026-11-30", "30 novembre 2026", "30 November 2026"),
        (PARIS, "2026-11", "novembre 2026", "November 2026"),
        (PARIS, "2026", "2026", "2026"),
    ],
)
def test_a_sentence_tells_a_moment_in_words(
    zone: ZoneInfo, moment: str, fr: str, en: str, language: str
) -> None:
    """As precisely as it is known, by the same clocks."""
    shown_at(zone, PARIS)
    assert moment_words(moment) == (fr if language == "fr" else en)
    if "T" in moment:
        assert hour(datetime.fromisoformat(moment)) == moment_words(moment)


@pytest.mark.parametrize("moment", ["2026", "2026-10", "2026-10-25"])
def test_what_is_known_to_the_day_has_no_hour(moment: str) -> None:
    """Nor a mark: a day is that of the file."""
    shown_at(PAPEETE, PARIS)
    assert when(moment) == moment


def test_the_day_of_an_instant_is_that_of_where_it_happened() -> None:
    """At 15:48 of the 29th in Papeete, Paris has the 30th."""
    for zone, day in ((PAPEETE, "2026-11-29"), (PARIS, "2026-11-30")):
        shown_at(zone, PARIS)
        assert str(first_day("2026-11-30T01:48:00Z")) == day


@pytest.mark.parametrize(
    ("happened", "recorded", "told"),
    [
        ("2026-11-30T01:48:00Z", datetime(2026, 11, 30, 1, 48, 30, tzinfo=UTC), ""),
        (
            "2026-11-28T20:00:00Z",
            datetime(2026, 11, 30, 1, 48, tzinfo=UTC),
            "2026-11-29 15:48, heure de Papeete",
        ),
        ("2026-11-29", datetime(2026, 11, 30, 1, 48, tzinfo=UTC), ""),
        ("2026-11-30", datetime(2026, 11, 30, 1, 48, tzinfo=UTC), "2026-11-29 15:48, heure de Papeete"),
        ("2026-11", datetime(2026, 11, 30, 1, 48, tzinfo=UTC), "2026-11-29 15:48, heure de Papeete"),
    ],
)
def test_when_it_was_recorded_is_told_where_that_is_another_day(
    happened: str, recorded: datetime, told: str
) -> None:
    """By the days of Papeete, where it is still the 29th."""
    shown_at(PAPEETE, PARIS)
    with speaking("fr"):
        assert learned(happened, recorded) == told
