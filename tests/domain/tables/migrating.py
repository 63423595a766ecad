"""Moving a running file to another version of its rulebook, or to the programme that takes over its own."""

from typing import Any, Literal

from domain.cooperations.events.file import RulebookChanged
from domain.files.events import ReminderOvertaken
from domain.kernel.values import Phase
from tests.domain.kit import Row, do, on
from tests.domain.rules import BARE, RULES, rulebook
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    IN_DIAGNOSIS,
    IN_EXPERIMENTATION,
    PAUSED,
    WHY,
    entered,
    reminded,
)

SECOND = rulebook(version=2)
SHORT = rulebook(version=2, phases=BARE.written()["phases"], deadlines=[])
"""A version that knows neither the diagnosis nor the capitalisation."""

RELAY = rulebook(programme="relais", relays=[{"programme": "essai", "since": "2026-06-01"}])
ONWARD = rulebook(
    programme="relais", relays=[{"programme": "essai", "phases": {"experimentation": "capitalisation"}}]
)
NOWHERE = rulebook(
    programme="relais",
    phases=BARE.written()["phases"],
    deadlines=[],
    relays=[{"programme": "essai", "phases": {"experimentation": "capitalisation"}}],
)
RENAMED = rulebook(
    version=2,
    ladders={
        **RULES.written()["ladders"],  # type: ignore[dict-item] # ladders are a mapping
        "full": [
            {"rung": "far", "offset": "-P2M", "to": "managers"},
            {"rung": "soon", "offset": "-P30D", "to": "managers"},
            {"rung": "due", "offset": "P0D", "to": "managers"},
        ],
    },
)
"""Other rungs: two no later than *before* of the first version (-P1M), and *due* as it was."""


def move(to: str, **more: Any) -> Any:
    """The command that moves the file."""
    return do("MigrateCooperation", to=to, **more)


def moved(to: str, way: Literal["version", "relay"] = "version") -> RulebookChanged:
    """The file runs under other rules."""
    return RulebookChanged(rulebook=to, previous=RULES.id, way=way, reason=WHY)


REFUSED = (
    Row(
        "there must be such a rulebook",
        BEGUN,
        move("essai@7"),
        "unknown_rulebook",
        naming={"rulebook": "essai@7"},
    ),
    Row("nothing moves where it is", BEGUN, move("essai@1"), "same_rulebook", targets=(RULES,)),
    Row(
        "another programme takes over only where its rulebook says so",
        BEGUN,
        move("nu@1"),
        "no_relay",
        naming={"rulebook": "nu@1", "programme": "essai"},
        targets=(BARE,),
    ),
    Row(
        "a relay begins on its day",
        BEGUN,
        move("relais@1", effective_at="2026-05-31"),
        "relay_not_yet",
        naming={"since": "2026-06-01"},
        targets=(RELAY,),
    ),
    Row(
        "where the new rules do not use the phase, somebody says where the file goes on",
        IN_DIAGNOSIS,
        move("essai@2"),
        "phase_not_used",
        naming={"phase": "diagnosis", "known": "exploration, experimentation"},
        targets=(SHORT,),
    ),
    Row(
        "and names a phase that they use",
        IN_DIAGNOSIS,
        move("essai@2", phase="capitalisation"),
        "phase_not_used",
        targets=(SHORT,),
    ),
    Row(
        "where a relay leads to a phase that the new rules do not use, too",
        IN_EXPERIMENTATION,
        move("relais@1"),
        "phase_not_used",
        naming={"phase": "capitalisation"},
        targets=(NOWHERE,),
    ),
    Row(
        "changing rulebooks is no way round a gate",
        BEGUN,
        move("essai@2", phase="diagnosis"),
        "phase_given",
        naming={"phase": "exploration"},
        targets=(SECOND,),
    ),
    Row(
        "nor is a relay that says where the file goes on",
        IN_EXPERIMENTATION,
        move("relais@1", phase="exploration"),
        "phase_given",
        naming={"phase": "capitalisation"},
        targets=(ONWARD,),
    ),
    Row(
        "files move in order",
        (*BEGUN, on("2026-10-01", entered(Phase.DIAGNOSIS, 2))),
        move("essai@2", effective_at="2026-09-30"),
        "before_previous_step",
        targets=(SECOND,),
    ),
)

MOVED = (
    Row(
        "a relay takes over from its day on",
        BEGUN,
        move("relais@1", effective_at="2026-06-01"),
        (moved("relais@1", "relay"),),
        targets=(RELAY,),
    ),
    Row(
        "a relay of which only the month is known may have been in time",
        BEGUN,
        move("relais@1", effective_at="2026-06"),
        (moved("relais@1", "relay"),),
        targets=(RELAY,),
    ),
    Row(
        "a relay says where files go on, in a new pass",
        IN_EXPERIMENTATION,
        move("relais@1"),
        (moved("relais@1", "relay"), entered(Phase.CAPITALISATION, 4, "migrated")),
        targets=(ONWARD,),
    ),
    Row(
        "where the phase is not used, the file goes on where the command says, in a new pass",
        IN_DIAGNOSIS,
        move("essai@2", phase="experimentation"),
        (moved("essai@2"), entered(Phase.EXPERIMENTATION, 3, "migrated")),
        targets=(SHORT,),
    ),
    Row(
        "naming the phase that the file is in changes nothing",
        BEGUN,
        move("essai@2", phase="exploration"),
        (moved("essai@2"),),
        targets=(SECOND,),
    ),
    Row(
        "a file moves in its sleep", (*BEGUN, PAUSED), move("essai@2"), (moved("essai@2"),), targets=(SECOND,)
    ),
    Row(
        "a file moves while somebody asks to abandon it",
        (*BEGUN, ABANDONMENT_ASKED),
        move("essai@2"),
        (moved("essai@2"),),
        targets=(SECOND,),
    ),
    Row(
        "rungs of the new ladder that come no later than one climbed count as overtaken",
        (*BEGUN, reminded("go_decision/p1", "before")),
        move("essai@2"),
        (
            moved("essai@2"),
            ReminderOvertaken(occurrence="go_decision/p1", rung="far", by="before"),
        ),
        targets=(RENAMED,),
    ),
    Row(
        "a file moves to another version in its phase and its pass",
        IN_DIAGNOSIS,
        move("essai@2"),
        (moved("essai@2"),),
        targets=(SECOND,),
    ),
)

ROWS = (*REFUSED, *MOVED)
