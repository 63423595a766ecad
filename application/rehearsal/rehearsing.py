"""A rehearsal from beginning to end: a scenario is played on a rulebook, and what it shows is told."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.commands.import_files import person_of
from application.rehearsal.absurdities import Absurdity, absurdities_of
from application.rehearsal.life import Given, Life
from application.rehearsal.row import Row
from application.rehearsal.rows import rows_of
from application.rehearsal.stage import Stage


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a life has shown: its rows, what people did, what was refused, what makes no sense."""

    stage: Stage
    rows: tuple[Row, ...]
    given: tuple[Given, ...]
    absurdities: tuple[Absurdity, ...]
    people: Mapping[str, str]
    """Who plays: their aliases, by id."""
    status: str
    """The file's status at the end: ``closed`` where the life is over; ``unopened`` if it never began."""

    @property
    def refused(self) -> tuple[Given, ...]:
        """The acts that the rules refused."""
        return tuple(one for one in self.given if one.refusal)


def rehearse(stage: Stage) -> Rehearsal:
    """Play the scenario."""
    life = Life(stage)
    life.live()
    rows = rows_of(life)
    status = life.world.file.status if life.world.file else "unopened"
    people = {person_of(one.alias): one.alias for one in stage.cast}
    return Rehearsal(stage, rows, tuple(life.given), absurdities_of(life, rows), people, status)
