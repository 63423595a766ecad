"""``escale rehearse``: its table, its calendar, its spreadsheet, its JSON; what it says when it cannot."""

import json
import re
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from cli.main import answer

TRIAL = """
programme: essai
version: 1
name: {fr: Essai, en: Trial}
source: tests
phases:
  exploration:
    name: {fr: Exploration, en: Exploration}
    gate:
      - {item: go, name: {fr: '=1+1', en: '=1+1'}, needs: {rule: declared}}
deadlines:
  - {deadline: go, name: {fr: '=1+1', en: '=1+1'}, after: phase-entry, within: P3M, until: go, ladder: usual}
ladders:
  usual:
    - {rung: due, name: {fr: Jour dit, en: The day}, offset: P0D, to: managers}
    - {rung: escalation, offset: P14D, to: board}
settles_abandonment: [board]
waives: [board]
"""
_CELLS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def trial(tmp_path: Path) -> Path:
    """A rulebook of whose names one begins like a formula."""
    path = tmp_path / "essai.yaml"
    path.write_text(TRIAL)
    return path


def run(*words: object) -> int:
    """The exit code of a command line that rehearses, from a Monday on."""
    return answer(["rehearse", *map(str, words), "--from", "2027-01-04"])


def test_the_table_says_day_what_to_whom_and_why(
    trial: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line for each; what makes no sense at the end."""
    monkeypatch.setenv("COLUMNS", "250")
    assert run(trial, "--with", "forgotten") == 0
    lines = [re.sub(r" +", " ", line).strip() for line in capsys.readouterr().out.splitlines()]
    assert "2027-04-04 di échéance =1+1 personnes chargées du dossier" in lines
    assert (
        "2027-04-05 lu rappel =1+1 (Jour dit) chargé·e de mission (manager), accompagnateur (companion) "
        "le 4 avril 2027 est un dimanche"
    ) in lines
    assert any(
        "relance =1+1 (14 jours après l’échéance) conseil d’administration (board)" in line for line in lines
    )
    assert "2027-04-04 « =1+1 » échoit le 4 avril 2027, un dimanche" in lines


def test_json_leaves_nothing_out(capsys: pytest.CaptureFixture[str], trial: Path) -> None:
    """Rows, acts and absurdities, names in both languages."""
    assert run(trial, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert {row["kind"] for row in shown["rows"]} == {"step", "due", "told"}
    assert [act["type"] for act in shown["acts"]] == [
        "OpenCooperation",
        "DeclareGateItem",
        "CloseCooperation",
    ]
    assert shown["acts"][1]["by"] == "manager"
    assert shown["absurdities"][0]["words"].keys() == {"fr", "en"}
    assert (shown["from"], shown["until"], shown["status"]) == ("2027-01-04", "2031-01-04", "closed")


def test_the_calendar_has_an_event_for_each_date_and_recipient(trial: Path, tmp_path: Path) -> None:
    """Days for what is due, hours for what is sent; the same events when it is written again."""
    calendars = []
    for name in ("one.ics", "two.ics"):
        assert run(trial, "--with", "forgotten", "--ics", tmp_path / name) == 0
        calendars.append((tmp_path / name).read_bytes())
    assert calendars[0] == calendars[1]
    events = {str(one["uid"]): one for one in Calendar.from_ical(calendars[0]).walk("VEVENT")}
    assert len(events) == 4
    begins = sorted(str(one.decoded("dtstart")) for one in events.values())
    sent = datetime(2027, 4, 5, 6, tzinfo=UTC)
    assert begins == [str(date(2027, 4, 4)), str(sent), str(sent), "2027-04-19 06:00:00+00:00"]
    summaries = sorted(str(one["summary"]) for one in events.values())
    assert summaries == [
        "rappel : =1+1 (Jour dit) → accompagnateur",
        "rappel : =1+1 (Jour dit) → chargé·e de mission",
        "relance : =1+1 (14 jours après l’échéance) → conseil d’administration",
        "échéance : =1+1",
    ]
    assert all(one["summary"].params["LANGUAGE"] == "fr" for one in events.values())


def test_an_event_keeps_its_uid_when_its_date_moves(trial: Path, tmp_path: Path) -> None:
    """A calendar that has it already shows it on its new day, not twice."""
    run(trial, "--with", "forgotten", "--ics", tmp_path / "one.ics")
    trial.write_text(TRIAL.replace("P3M", "P4M"))
    run(trial, "--with", "forgotten", "--ics", tmp_path / "two.ics")
    one, two = (
        {str(event["uid"]) for event in Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT")}
        for name in ("one.ics", "two.ics")
    )
    assert one == two


def test_the_spreadsheet_holds_dates_and_no_formula(trial: Path, tmp_path: Path) -> None:
    """What begins like a formula is text; the header stays when one scrolls."""
    path = tmp_path / "life.xlsx"
    assert run(trial, "--with", "forgotten", "--xlsx", path) == 0
    with zipfile.ZipFile(path) as book:
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - we wrote it
        texts = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314
    assert not list(sheet.iter(f"{_CELLS}f"))
    assert [one.get("state") for one in sheet.iter(f"{_CELLS}pane")] == ["frozen"]
    assert "=1+1" in {"".join(one.itertext()) for one in texts}
    cells = {one.get("r"): one for one in sheet.iter(f"{_CELLS}c")}
    due = cells["D3"]
    assert due.get("t") != "s"
    assert due.findtext(f"{_CELLS}v") == str((date(2027, 4, 4) - date(1899, 12, 30)).days)


def test_a_shipped_programme_is_named_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    """The newest version, or the one that is named."""
    for named in ("tec", "tec@1"):
        assert run(named, "--json", "--years", "1") == 0
        assert json.loads(capsys.readouterr().out)["rulebook"].startswith("tec@")


def test_the_region_brings_its_holidays(trial: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Good Friday in Alsace, 26 March 2027."""
    regions = "regions:\n  grand-est: {days: monday-to-friday, holidays: FR-6AE, zone: Europe/Paris}\n"
    trial.write_text(TRIAL.replace("P3M", "P81D") + regions)
    days = {}
    for region in ("occitanie", "grand-est"):
        run(trial, "--with", "forgotten", "--region", region, "--json")
        rows = json.loads(capsys.readouterr().out)["rows"]
        days[region] = next(row["at"][:10] for row in rows if row["rung"] == "due")
    assert days == {"occitanie": "2027-03-26", "grand-est": "2027-03-30"}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["atlantis"], 2, "unknown-rulebook"),
        (["absent.yaml"], 2, "file-not-readable"),
        (["tec", "--with", "absent"], 2, "unknown-scenario"),
        (["tec", "--ics", "/absent/life.ics"], 2, "file-not-writable"),
        (["tec", "--years", "0"], 2, "bad-usage"),
    ],
)
def test_what_cannot_be_rehearsed_is_said(
    words: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what would be accepted."""
    assert run(*words) == code
    assert f"[{told}]" in capsys.readouterr().err


def test_a_programme_or_a_scenario_with_mistakes_is_told_where(
    trial: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At its line and column."""
    scenario = tmp_path / "life.yaml"
    scenario.write_text("scenario: s\nname: {fr: S, en: S}\nlike: mad\n")
    assert run(trial, "--with", scenario) == 2
    assert "ligne 3, colonne 7" in capsys.readouterr().err
    trial.write_text(TRIAL.replace("ladder: usual", "ladder: unusual"))
    assert run(trial) == 2
    assert "ligne 12, colonne 104" in capsys.readouterr().err


def test_a_rehearsal_records_nothing_and_needs_nobody(trial: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No stack is asked for: without a home there is none."""
    monkeypatch.setenv("ESCALE_HOME", "/absent")
    assert run(trial) == 0
