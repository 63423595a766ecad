"""A rehearsal as JSON: nothing is left out, names in both languages."""

from typing import Any

from application.rehearsal.life import Given
from application.rehearsal.rehearsing import Rehearsal
from application.rehearsal.row import Row
from exports.rehearsal_words import naming_in
from language import Text
from wording.refusals import explain


def as_value(shown: Rehearsal) -> dict[str, Any]:
    """The rehearsal as JSON writes it."""
    stage = shown.stage
    return {
        "rulebook": stage.rulebook.id,
        "digest": stage.rulebook.digest,
        "scenario": stage.script.scenario.scenario,
        "region": stage.region,
        "from": stage.beginning.date().isoformat(),
        "until": stage.until.date().isoformat(),
        "status": shown.status,
        "rows": [_row(one) for one in shown.rows],
        "acts": [_act(one, shown) for one in shown.given],
        "absurdities": [
            {
                "code": one.code,
                "subject": one.subject,
                "at": one.at.isoformat(),
                "times": one.times,
                "words": one.words._asdict(),
            }
            for one in shown.absurdities
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "at": row.at.isoformat(),
        "kind": row.kind,
        "file": row.file,
        "about": row.about.model_dump() if row.about else None,
        "name": row.name.model_dump() if row.name else None,
        "occurrence": row.occurrence or None,
        "rung": row.rung or None,
        "due_on": row.due_on,
        "to": [{"role": one.role, "person": one.person, "reached": one.reached} for one in row.to],
        "late": row.late,
        "overtakes": list(row.overtakes),
        "settled_on": row.settled_on,
        "why": [one._asdict() for one in row.why],
        "event": row.event.model_dump(mode="json") if row.event else None,
    }


def _act(given: Given, shown: Rehearsal) -> dict[str, Any]:
    fields = given.command.model_dump(
        mode="json", exclude_defaults=True, exclude={"command_id", "actor", "cooperation"}
    )
    words = explain(given.refusal, naming_in(shown)) if given.refusal else None
    refusal = given.refusal and {
        "code": given.refusal.code,
        "message": Text(*words.message)._asdict() if words else None,
    }
    by = shown.people.get(given.command.actor, given.command.actor)
    return {"at": given.at.isoformat(), "by": by, **fields, "refusal": refusal}
