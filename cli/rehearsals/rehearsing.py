"""A rehearsal from the command line: its rules, its scenario and its answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from application.rehearsal.builtin import NAMES, builtin
from application.rehearsal.cast import cast_of, sheet
from application.rehearsal.rehearsing import rehearse
from application.rehearsal.scenario import Scenario, Script
from application.rehearsal.scenario_files import read_scenario
from application.rehearsal.shelf import Shelf
from application.rehearsal.stage import Stage, beginning_of, region_of, staged
from application.rulebooks.safe_yaml import LARGEST_FILE, UnreadableFile
from bootstrap import published_rulebooks
from cli.programmes.named import rulebook_known
from cli.rehearsals.drawing import draw
from cli.terminal.output import tell, write_json
from domain.kernel.moments import day_of
from domain.rulebook import Rulebook
from exports.rehearsal_ics import calendar_of
from exports.rehearsal_json import as_value
from exports.rehearsal_xlsx import workbook_of
from language import Text, t
from queries.refused import invalid, not_written
from queries.typed import morning_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, as it was typed; an empty text asks for nothing."""

    rules: str
    scenario: str
    years: int
    since: str
    region: str
    organisation: str


def rehearse_and_show(wanted: Wanted, *, ics: Path | None, xlsx: Path | None, as_json: bool) -> None:
    """Rehearse, then write what was asked for. Raises Failure."""
    shown = rehearse(stage_of(wanted))
    if ics:
        _write(ics, lambda: calendar_of(shown))
    if xlsx:
        _write(xlsx, lambda: workbook_of(shown))
    if as_json:
        write_json(as_value(shown))
    else:
        draw(shown)


def stage_of(wanted: Wanted) -> Stage:
    """What is to be rehearsed. Raises Failure."""
    rulebook = rulebook_known(wanted.rules, wanted.organisation)
    begins = _Beginning(rulebook, wanted)
    script = _script(wanted.scenario, rulebook, begins)
    region, beginning = begins.of(script.scenario)
    shelf = Shelf(rulebook, published_rulebooks())
    return staged(shelf, rulebook, script, region, beginning, wanted.years)


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Where and when a scenario begins: as was asked for, else as it says."""

    rulebook: Rulebook
    wanted: Wanted

    def of(self, scenario: Scenario | None) -> tuple[str, datetime]:
        region = region_of(scenario, self.wanted.region or None)
        since = scenario.since if scenario else None
        zone = self.rulebook.zone_of(region)
        if self.wanted.since:
            since = day_of(morning_of(self.wanted.since, zone), zone)
        return region, beginning_of(self.rulebook, region, since, day_of(datetime.now(UTC), zone))


def _script(named: str, rulebook: Rulebook, begins: _Beginning) -> Script:
    if named in NAMES:
        region, beginning = begins.of(None)
        return builtin(named, rulebook, beginning, region)
    try:
        with Path(named).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        return read_scenario(content, lambda scenario: _sheet(scenario, rulebook, begins))
    except OSError:
        names = ", ".join(NAMES)
        raise invalid(
            "unknown-scenario",
            Text(f"scénario inconnu : {named}", f"unknown scenario: {named}"),
            Text(f"Un fichier, ou l’un de : {names}.", f"A file, or one of: {names}."),
        ) from None
    except UnreadableFile as error:
        raise invalid(
            "scenario-not-readable",
            Text(f"{named}, {error.why.fr}", f"{named}, {error.why.en}"),
            Text("docs/rehearsal.md décrit ces fichiers.", "docs/rehearsal.md describes these files."),
        ) from None


def _sheet(scenario: Scenario, rulebook: Rulebook, begins: _Beginning) -> dict[str, object]:
    region, beginning = begins.of(scenario)
    return dict(sheet(rulebook, cast_of(scenario, rulebook, region), region, beginning))


def _write(path: Path, content: Callable[[], bytes]) -> None:
    try:
        path.write_bytes(content())
    except OSError as error:
        raise not_written(path, error) from None
    tell(t(f"écrit : {path}", f"written: {path}"))
