"""Wherever a date moved, its cause and its rule are named; a silence is announced with its day, and what holds it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from language import Locale, speaking
from projections.agenda import AgendaLine
from queries.sheet import SheetDeadline
from wording.deadlines import coming, line_coming, line_notes, notes

NOW = datetime(2026, 6, 25, 8, tzinfo=UTC)


@pytest.fixture(autouse=True, params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[Locale]:
    """Read in each language."""
    chosen: Locale = request.param
    with speaking(chosen):
        yield chosen


def deadline(**more: Any) -> SheetDeadline:
    """A deadline of a sheet."""
    given: dict[str, Any] = {
        "deadline": "opinion",
        "occurrence": "opinion/p1",
        "name": {"fr": "Avis", "en": "Opinion"},
        "due_on": "2026-08-05",
        "overdue_from": "2026-08-06T00:00:00+02:00",
        "rungs": [],
    }
    return SheetDeadline.model_validate(given | more, strict=False)


def line(**more: Any) -> AgendaLine:
    """A line of the agenda."""
    given: dict[str, Any] = {
        "file": "rives",
        "occurrence": "opinion/p1",
        "deadline": "opinion",
        "name_fr": "Avis",
        "name_en": "Opinion",
        "due_at": NOW,
        "due_on": date(2026, 8, 5),
        "overdue_from": NOW,
        "zone": "Europe/Paris",
        "silent": False,
        "next_rung_at": None,
        "managers": (),
        "rulebook": "essai@1",
        "cooperation": "rives",
        "file_name": "Rives",
    }
    return AgendaLine.model_validate(given | more, strict=False)


REMINDER = {"rung": "due", "at": "2026-07-06T08:00:00+02:00", "to": "managers", "done": False}


def test_a_sheet_and_the_agenda_tell_the_same_next_reminder(language: str) -> None:
    """None while the file is silent; the sheet also says to whom."""
    at = datetime(2026, 7, 6, 6, tzinfo=UTC)
    french = language == "fr"
    whom = "personnes chargées du dossier" if french else "those in charge of the file"
    silent = "silencieux" if french else "silent"
    assert (
        coming(deadline(next_reminder=REMINDER))
        == ("rappel le 6 juillet 2026" if french else "reminder on 6 July 2026") + f" → {whom}"
    )
    assert line_coming(line(next_rung_at=at)) == "2026-07-06"
    assert coming(deadline(silent=True, rungs=[REMINDER])) == line_coming(line(silent=True)) == silent
    assert coming(deadline()) == ("plus de rappel" if french else "no more reminders")
    assert line_coming(line()) == "–"


MOVES = [
    (
        "pause",
        "continue",
        "pause, le délai reprend avec ce qui restait",
        "pause, the clock goes on with what remained",
    ),
    ("pause", "restart", "pause, le délai repart de zéro", "pause, the clock starts again"),
    (
        "completion",
        "continue",
        "compléments attendus, le délai reprend avec ce qui restait",
        "completion awaited, the clock goes on with what remained",
    ),
    (
        "completion",
        "restart",
        "compléments attendus, le délai repart de zéro",
        "completion awaited, the clock starts again",
    ),
    ("extension", None, "prolongation accordée", "more time granted"),
]


@pytest.mark.parametrize(("cause", "rule", "fr", "en"), MOVES)
def test_a_date_that_moved_names_its_rule(
    cause: str, rule: str | None, fr: str, en: str, language: str
) -> None:
    """On the sheet and in the agenda alike."""
    dates = "5 juillet 2026 → 5 août 2026" if language == "fr" else "5 July 2026 → 5 August 2026"
    said = f"{dates} : {fr}" if language == "fr" else f"{dates}: {en}"
    move = {"cause": cause, "rule": rule, "from_day": "2026-07-05", "to_day": "2026-08-05"}
    assert notes(deadline(moves=[move]), NOW) == said
    assert line_notes(line(moves=[move]), NOW) == said


SILENCES = [
    ("met", None, "ce point comptera comme rempli", "it will count as met"),
    (
        "granted",
        "untold",
        "l’abandon comptera comme accordé et le dossier sera clos (retenu : personne n’a été prévenu)",
        "the abandonment will count as granted and the file be closed (held back: nobody was told)",
    ),
    (
        "refused",
        "undelivered",
        "la demande comptera comme refusée (retenu : un message n’est pas arrivé)",
        "the request will count as refused (held back: a message has not arrived)",
    ),
    ("withdrawn", None, "la demande comptera comme retirée", "the request will count as withdrawn"),
    (
        "favourable",
        "vacant",
        "le silence comptera comme un avis favorable (retenu : un membre a quitté son rôle, à remplacer)",
        "silence will count as a favourable opinion (held back: a member has left their role, to replace)",
    ),
    (
        "paused",
        "outage",
        "le dossier sera mis en pause (retenu : le service était interrompu)",
        "the file will be paused (held back: the service was interrupted)",
    ),
]


@pytest.mark.parametrize(("counts_as", "held_back", "fr", "en"), SILENCES)
def test_a_silence_is_announced_from_its_forecast_on(
    counts_as: str, held_back: str | None, fr: str, en: str, language: str
) -> None:
    """Not before."""
    said = f"sans réponse au 2026-07-06 : {fr}" if language == "fr" else f"no answer by 2026-07-06: {en}"
    for forecast, expected in ((NOW, said), (datetime(2026, 6, 25, 9, tzinfo=UTC), "")):
        silence = {
            "counts_as": counts_as,
            "item": None,
            "bites_at": "2026-07-06T08:00:00+02:00",
            "forecast_from": forecast,
            "held_back": held_back,
        }
        assert notes(deadline(silence=silence), NOW) == expected
        kept = {"silence_on": date(2026, 7, 6), "silence_counts_as": counts_as, "silence_from": forecast}
        assert line_notes(line(**kept, silence_held_back=held_back), NOW) == expected


def test_a_month_too_short_says_so(language: str) -> None:
    """31 January plus a month."""
    said = (
        "ce mois n’a pas de 31 : dernier jour du mois, 28 février 2026"
        if language == "fr"
        else "that month has no day 31: last day of the month, 28 February 2026"
    )
    assert notes(deadline(due_on="2026-02-28", clipped=31), NOW) == said
    assert line_notes(line(due_on=date(2026, 2, 28), clipped=31), NOW) == said
    assert notes(deadline(), NOW) == line_notes(line(), NOW) == ""
