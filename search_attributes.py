"""The search attributes by which Temporal's lists find the workflows of files: names, and types as Temporal has them.

What they hold is code, day or position: never a name, nor a text. PostgreSQL has room for ten keywords, three
instants and three numbers in a namespace.
"""

from collections.abc import Mapping
from typing import Final

ORGANISATION: Final = "EscaleOrganisation"
KIND: Final = "EscaleKind"
"""``cooperation``, ``review`` or ``funding``."""
PROGRAMME: Final = "EscaleProgramme"
PHASE: Final = "EscalePhase"
"""The phase of a cooperation, the step of a review or a funding."""
STATUS: Final = "EscaleStatus"
AWAITS: Final = "EscaleAwaits"
"""The key of the next deadline."""
DUE: Final = "EscaleDue"
"""The day of that deadline, as its first instant in UTC."""
SEEN: Final = "EscaleSeen"
"""The position of the ledger up to which the workflow knows its file."""
TROUBLE: Final = "EscaleTrouble"
"""Why the workflow does not go on by itself, as a code; nothing, if it does."""

SEARCH_ATTRIBUTES: Final[Mapping[str, str]] = {
    ORGANISATION: "Keyword",
    KIND: "Keyword",
    PROGRAMME: "Keyword",
    PHASE: "Keyword",
    STATUS: "Keyword",
    AWAITS: "Keyword",
    DUE: "Datetime",
    SEEN: "Int",
    TROUBLE: "Keyword",
}
"""All of them, with their types."""
