"""What a migration would change for a file, for people and for programs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cli.terminal.drawing import headed
from cli.terminal.output import console
from domain.cooperations.migration import Coming, DateChange, ItemChange, Migration
from domain.kernel.moments import write_instant
from domain.kernel.text import Bilingual
from language import Text, say, t
from wording.punctuation import labelled
from wording.rulebook.wording import Wording
from wording.values import word

SHOWN = 3
"""Reminders that people are shown; JSON has the next of every deadline."""


def draw(file: str, seen: Migration) -> None:
    """A few lines on one file."""
    before, after = seen.before, seen.after
    out = console()
    out.print(headed(labelled(file, f"{before.rulebook.id} → {after.rulebook.id}")))
    phases = [of.rulebook.phases[of.file.current.phase].name for of in (before, after)]
    if before.file.current.number != after.file.current.number:
        left, entered = (say(name) for name in phases)
        out.print(t(f"  phase : {left} → {entered}", f"  phase: {left} → {entered}"), markup=False)
    for line in _lines(seen):
        out.print(f"  {line}", markup=False)


def _lines(seen: Migration) -> Iterator[str]:
    if not seen.items and not seen.dates and seen.reminders == seen.reminders_before:
        yield t("rien ne change pour ce dossier", "nothing changes for this file")
    yield from (_item(one) for one in seen.items)
    yield from (_date(one) for one in seen.dates)
    if seen.reminders != seen.reminders_before:
        yield from (_reminder(one) for one in seen.reminders[:SHOWN])


def _item(one: ItemChange) -> str:
    name = say(one.name)
    if one.before is None:
        return (
            t(f"+ à remplir en plus : {name}", f"+ to be met as well: {name}")
            + f" ({word(str(one.after), 'gate-item')})"
        )
    if one.after is None:
        return (
            t(f"− n’est plus demandé : {name}", f"− no longer asked for: {name}")
            + f" ({word(one.before, 'gate-item')})"
        )
    return labelled(f"~ {name}", f"{word(one.before, 'gate-item')} → {word(one.after, 'gate-item')}")


def _date(one: DateChange) -> str:
    name = say(one.name) + (f" ({one.subject})" if one.subject else "")
    rule = say(_rule(one))
    if one.after is None:
        return t(f"− plus d’échéance : {name}", f"− deadline no more: {name}") + f" ({one.before})"
    if one.before is None:
        return t(f"+ échéance : {name}", f"+ deadline: {name}") + f", {one.after} ({rule})"
    return labelled(f"~ {name}", f"{one.before} → {one.after} ({rule})")


def _rule(one: DateChange) -> Bilingual:
    """Why it is due then."""
    return Wording(one.rulebook).counted_from(one.rule)


def _reminder(one: Coming) -> str:
    day, name = f"{one.at:%Y-%m-%d}", say(one.name)
    return (
        t(f"✉ rappel le {day} : {name}", f"✉ reminder on {day}: {name}") + f" → {word(one.to, 'recipient')}"
    )


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
                "rule": Text(*_rule(one))._asdict(),
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
