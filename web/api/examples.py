"""Examples in the description of the API."""

from typing import Any

COMMAND: dict[str, Any] = {
    "type": "RecordContact",
    "cooperation": "noailles",
    "effective_at": "2026-11-22",
    "kind": "meeting",
    "note": "Visite du local avec l’association.",
}
ANSWER: dict[str, Any] = {
    "command_id": "crm/visit-4711",
    "outcome": "recorded",
    "repeated": False,
    "position": 4812,
    "events": ["ContactRecorded"],
    "refusal": None,
    "problems": [],
}
BATCH: dict[str, Any] = {"commands": [COMMAND | {"command_id": "crm/visit-4711"}]}
