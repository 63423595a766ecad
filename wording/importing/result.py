"""What became, or would become, of a row of a sheet; in the sheet that goes back, and on the page."""

from collections.abc import Mapping

from language import Text, say, t

RESULT = Text("Résultat", "Result")
STATES: Mapping[str, Text] = {
    "possible": Text("serait enregistrée", "would be recorded"),
    "there": Text("déjà là", "there already"),
    "refused": Text("refusée", "refused"),
    "unreadable": Text("illisible", "unreadable"),
    "recorded": Text("enregistrée", "recorded"),
    "waiting": Text("à faire", "to be done"),
}


def row_said(state: str, cell: str, message: Text | None, remedy: Text | None) -> str:
    """The result of a row, in one sentence."""
    said = say(STATES[state])
    if message is None:
        return said
    place = f" ({cell})" if cell else ""
    more = f" {say(remedy)}" if remedy else ""
    return said + place + t("\u00a0: ", ": ") + say(message) + more
