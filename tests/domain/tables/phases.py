"""Advancing, going back, more time."""

from datetime import date

from domain.files.entries import GateItemHeld
from domain.kernel.values import Phase, Term
from tests.domain.kit import Row, do, on
from tests.domain.rules import BARE, rulebook
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    HANDED_OVER,
    IN_CAPITALISATION,
    IN_DIAGNOSIS,
    IN_EXPERIMENTATION,
    PAUSED,
    WHY,
    contact,
    corrected,
    declared,
    delivered,
    drafted,
    entered,
    evaluated,
    extended,
    member,
    quick_win,
    signed,
    waived,
)

READY = (*BEGUN, member("amae"), member("egraine"), declared("go"))
WON = (*IN_EXPERIMENTATION, quick_win(), quick_win())


def met(item: str, *entries: int) -> GateItemHeld:
    """An item was met."""
    return GateItemHeld(item=item, held="met", entries=entries)


ADVANCING = (
    Row(
        "the next phase is entered, and the entry keeps how the gate held",
        READY,
        do("AdvancePhase", to="diagnosis"),
        (entered(Phase.DIAGNOSIS, 2, gate=(met("go", 5), met("circle", 3, 4))),),
    ),
    Row(
        "a waived item lets pass, and says so",
        (*BEGUN, member("amae"), member("egraine"), waived("go")),
        do("AdvancePhase", to="diagnosis"),
        (
            entered(
                Phase.DIAGNOSIS,
                2,
                gate=(GateItemHeld(item="go", held="waived", entries=(5,)), met("circle", 3, 4)),
            ),
        ),
    ),
    Row(
        "the gate says exactly what is missing",
        (*BEGUN, declared("go")),
        do("AdvancePhase", to="diagnosis"),
        "gate_incomplete",
        naming={"phase": "exploration", "missing": "circle"},
    ),
    Row(
        "a phase is not passed on what came only later",
        (*READY[:-1], on("2026-06-20", READY[-1])),
        do("AdvancePhase", to="diagnosis", effective_at="2026-06-19"),
        "rests_on_later",
        naming={"entry": str(len(READY))},
    ),
    Row(
        "nothing at hand, everything missing",
        IN_DIAGNOSIS,
        do("AdvancePhase", to="experimentation"),
        "gate_incomplete",
        naming={"missing": "portrait, charter"},
    ),
    Row(
        "a deliverable and a signed charter open the way to the experiments",
        (*READY, entered(Phase.DIAGNOSIS, 2), delivered("portrait"), drafted(), signed(8)),
        do("AdvancePhase", to="experimentation"),
        (entered(Phase.EXPERIMENTATION, 3, gate=(met("portrait", 7), met("charter", 9))),),
    ),
    Row(
        "one quick win of two is not enough, and an evaluation is",
        (*IN_EXPERIMENTATION, quick_win(), on("2026-10-01", evaluated())),
        do("AdvancePhase", to="capitalisation"),
        "gate_incomplete",
        naming={"missing": "quick_wins"},
    ),
    Row(
        "an evaluation lasts six months to the day",
        (*WON, on("2026-05-23", evaluated())),
        do("AdvancePhase", to="capitalisation"),
        (entered(Phase.CAPITALISATION, 4, gate=(met("quick_wins", 5, 6), met("evaluated", 7))),),
    ),
    Row(
        "an older evaluation does not count",
        (*WON, on("2026-05-22", evaluated())),
        do("AdvancePhase", to="capitalisation"),
        "gate_incomplete",
        naming={"missing": "evaluated"},
    ),
    Row(
        "an evaluation is as old as it was when the phase was passed, not when that was told",
        (*WON, on("2026-02-02", evaluated())),
        do("AdvancePhase", to="capitalisation", effective_at="2026-03-02"),
        (entered(Phase.CAPITALISATION, 4, gate=(met("quick_wins", 5, 6), met("evaluated", 7))),),
    ),
    Row(
        "a quick win that never was does not count",
        (*WON, evaluated(), corrected(5)),
        do("AdvancePhase", to="capitalisation"),
        "gate_incomplete",
        naming={"missing": "quick_wins, evaluated"},
    ),
    Row(
        "what was declared in an earlier pass does not count in a later one",
        (*READY, entered(Phase.DIAGNOSIS, 2), entered(Phase.EXPLORATION, 3, "back")),
        do("AdvancePhase", to="diagnosis"),
        "gate_incomplete",
        naming={"missing": "go"},
    ),
    Row(
        "no phase is skipped",
        READY,
        do("AdvancePhase", to="experimentation"),
        "not_the_next_phase",
        naming={"to": "experimentation", "following": "diagnosis"},
    ),
    Row(
        "nobody advances twice by asking twice",
        IN_DIAGNOSIS,
        do("AdvancePhase", to="diagnosis"),
        "not_the_next_phase",
    ),
    Row(
        "a programme that uses two phases goes from one to the other",
        BEGUN,
        do("AdvancePhase", to="experimentation"),
        (entered(Phase.EXPERIMENTATION, 2),),
        rulebook=BARE,
    ),
    Row(
        "after the last phase comes none",
        IN_CAPITALISATION,
        do("AdvancePhase", to="capitalisation"),
        "last_phase",
        naming={"phase": "capitalisation"},
    ),
    Row(
        "a sleeping file does not advance",
        (*READY, PAUSED),
        do("AdvancePhase", to="diagnosis"),
        "file_paused",
    ),
    Row(
        "a file that may be abandoned does not advance",
        (*READY, ABANDONMENT_ASKED),
        do("AdvancePhase", to="diagnosis"),
        "abandonment_pending",
    ),
    Row(
        "a closed file does not advance",
        (*READY, HANDED_OVER),
        do("AdvancePhase", to="diagnosis"),
        "file_closed",
        naming={"cooperation": "rives", "outcome": "handed-over"},
    ),
    Row(
        "steps take effect in order",
        (*BEGUN, on("2026-06-01", entered(Phase.DIAGNOSIS, 2))),
        do("AdvancePhase", to="experimentation", effective_at="2026-05-31"),
        "before_previous_step",
        naming={"at": "2026-05-31", "previous": "2026-06-01"},
    ),
)

GOING_BACK = (
    Row(
        "going back begins a new pass",
        IN_EXPERIMENTATION,
        do("GoBack", to="exploration"),
        (entered(Phase.EXPLORATION, 4, "back", reason=WHY),),
    ),
    Row(
        "back is to an earlier phase",
        IN_DIAGNOSIS,
        do("GoBack", to="diagnosis"),
        "not_an_earlier_phase",
        naming={"known": "exploration"},
    ),
    Row(
        "back is to a phase of the programme",
        (*BEGUN, entered(Phase.EXPERIMENTATION, 2)),
        do("GoBack", to="diagnosis"),
        "not_an_earlier_phase",
        naming={"known": "exploration"},
        rulebook=BARE,
    ),
    Row(
        "a sleeping file does not go back",
        (*IN_DIAGNOSIS, PAUSED),
        do("GoBack", to="exploration"),
        "file_paused",
    ),
)

_FIXED = {
    "deadline": "fixed",
    "name": {"fr": "Fixe", "en": "Fixed"},
    "phases": ["exploration"],
    "ladder": "short",
}

MORE_TIME = (
    Row(
        "a deadline of the phase is given more time",
        BEGUN,
        do("ExtendDeadline", deadline="go_decision", until="2027-01-06"),
        (extended("go_decision", "go_decision/p1", date(2027, 1, 6)),),
    ),
    Row(
        "a second extension is given to the same deadline",
        (*BEGUN, extended("go_decision", "go_decision/p1", date(2027, 3, 1))),
        do("ExtendDeadline", deadline="go_decision", until="2027-03-02"),
        (extended("go_decision", "go_decision/p1", date(2027, 3, 2)),),
    ),
    Row(
        "no time is taken away",
        BEGUN,
        do("ExtendDeadline", deadline="go_decision", until="2027-01-05"),
        "not_an_extension",
        naming={"due": "2027-01-05"},
    ),
    Row(
        "a deadline that is met is not extended",
        READY,
        do("ExtendDeadline", deadline="go_decision", until="2027-03-01"),
        "deadline_not_open",
        naming={"deadline": "go_decision", "known": "inactivity"},
    ),
    Row(
        "a deadline that the rulebook does not know is not extended",
        BEGUN,
        do("ExtendDeadline", deadline="decision", until="2027-03-01"),
        "unknown_deadline",
        naming={"known": "inactivity, go_decision"},
    ),
    *(
        Row(
            f"a deadline of the calendar is extended for one file: {after}",
            BEGUN,
            do("ExtendDeadline", deadline="fixed", until="2027-02-15"),
            (extended("fixed", occurrence, date(2027, 2, 15)),),
            rulebook=rulebook(deadlines=[{**_FIXED, "after": after, **said}]),
        )
        for after, said, occurrence in (
            ("date", {"date": "2027-01-15", "within": "P0D"}, "fixed/2027-01-15"),
            ("each-year", {"day": "11-01", "within": "P2M", "deliverable": "logbook"}, "fixed/2026"),
        )
    ),
    Row(
        "a term is not extended but changed with its role",
        (*BEGUN, member("amae", Term(until=date(2027, 6, 30)))),
        do("ExtendDeadline", deadline="role_term", until="2027-12-31"),
        "term_is_agreed",
        naming={"deadline": "role_term", "due": "2027-06-30"},
    ),
    Row(
        "more time is not granted before the phase began",
        (*BEGUN, on("2026-06-01", entered(Phase.DIAGNOSIS, 2)), contact()),
        do("ExtendDeadline", deadline="portrait_due", until="2027-12-31", effective_at="2026-05-31"),
        "before_previous_step",
    ),
    Row(
        "a sleeping file is given no time: its deadlines move anyway",
        (*BEGUN, PAUSED),
        do("ExtendDeadline", deadline="go_decision", until="2027-03-01"),
        "file_paused",
    ),
)

ROWS = (*ADVANCING, *GOING_BACK, *MORE_TIME)
