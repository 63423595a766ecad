"""What a migration would change for a file, for people and for programs."""

from datetime import date
from typing import Any

from cli.terminal.drawing import headed
from cli.terminal.output import console
from domain.cooperations.migration import Coming, Migration
from domain.kernel.moments import write_instant
from language import Text, say
from wording.migration import migration_words
from wording.punctuation import labelled
from wording.rulebook.wording import Wording


def draw(file: str, seen: Migration) -> None:
    """A few lines on one file."""
    out = console()
    out.print(headed(labelled(file, f"{seen.before.rulebook.id} → {seen.after.rulebook.id}")))
    for line in migration_words(seen, lambda day, _: day.isoformat()):
        out.print(f"  {say(line)}", markup=False)


def migration_json(seen: Migration) -> dict[str, Any]:
    """All of it."""
    return {
        "from": seen.before.rulebook.id,
        "to": seen.after.rulebook.id,
        "phase": {"before": seen.before.file.current.phase, "after": seen.after.file.current.phase},
        "gate": [
            {"item": one.item, "name": one.name.model_dump(), "before": one.before, "after": one.after}
            for one in seen.items
        ],
        "dates": [
            {
                "deadline": one.deadline,
                "subject": one.subject,
                "name": one.name.model_dump(),
                "before": _day(one.before),
                "after": _day(one.after),
                "rule": Text(*Wording(one.rulebook).counted_from(one.rule))._asdict(),
            }
            for one in seen.dates
        ],
        "reminders": {
            "before": [_coming(one) for one in seen.reminders_before],
            "after": [_coming(one) for one in seen.reminders],
        },
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _coming(one: Coming) -> dict[str, Any]:
    return {
        "at": write_instant(one.at),
        "deadline": one.deadline,
        "name": one.name.model_dump(),
        "rung": one.rung,
        "to": one.to,
    }
