"""Calls: under which a file opens, and its way through the funnel."""

from datetime import UTC, datetime

from tests.domain.kit import Row, do, on
from tests.domain.rules import CALLING, CALLING_ONCE
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, PAUSED, SHEET, applied, selected

YEARS_LATER = datetime(2028, 1, 3, 9, 0, tzinfo=UTC)
APPLIED, FAST, DATED = applied(), applied("vite"), applied("hiver")

OPENING = (
    Row(
        "a file opens under an open call, and its application is received",
        (),
        do("OpenCooperation", **SHEET, call="toujours"),
        APPLIED,
        rulebook=CALLING,
    ),
    Row(
        "a dated call receives from its first day on",
        (),
        do("OpenCooperation", **SHEET, call="hiver", effective_at="2026-11-01"),
        DATED,
        rulebook=CALLING,
    ),
    Row(
        "a dated call receives nothing before its first day",
        (),
        do("OpenCooperation", **SHEET, call="hiver", effective_at="2026-10-31"),
        "call_closed",
        naming={
            "call": "hiver",
            "at": "2026-10-31",
            "period": "2026-11-01 – 2026-12-31",
            "known": "toujours, vite",
        },
        rulebook=CALLING,
    ),
    Row(
        "a call's days are those of Paris",
        (),
        do("OpenCooperation", **SHEET, call="hiver", effective_at="2026-10-31T23:00:00Z"),
        DATED,
        rulebook=CALLING,
    ),
    Row(
        "what is known to the month only may have been in time",
        (),
        do("OpenCooperation", **SHEET, call="printemps", effective_at="2026-05"),
        applied("printemps"),
        rulebook=CALLING,
    ),
    Row(
        "a dated call receives nothing after its last day",
        (),
        do("OpenCooperation", **SHEET, call="printemps", effective_at="2026-06-01"),
        "call_closed",
        naming={"call": "printemps"},
        rulebook=CALLING,
    ),
    Row(
        "a call that there is not is told from those that are open",
        (),
        do("OpenCooperation", **SHEET, call="ete"),
        "unknown_call",
        naming={"call": "ete", "known": "toujours, hiver, vite"},
        rulebook=CALLING,
    ),
    Row(
        "a programme with calls and no outreach opens nothing without one",
        (),
        do("OpenCooperation", **SHEET, effective_at="2026-03-01"),
        "call_required",
        naming={"known": "toujours, printemps, vite"},
        rulebook=CALLING,
    ),
    Row(
        "files open on the programme's last day",
        (),
        do("OpenCooperation", **SHEET, call="toujours", effective_at="2027-12-31"),
        APPLIED,
        rulebook=CALLING,
        now=YEARS_LATER,
    ),
    Row(
        "with outreach a file opens without a call too",
        (),
        do("OpenCooperation", **SHEET),
        BEGUN,
        rulebook=CALLING_ONCE,
    ),
    Row(
        "a programme without calls takes none",
        (),
        do("OpenCooperation", **SHEET, call="toujours"),
        "no_calls",
        naming={"call": "toujours", "programme": "essai"},
    ),
    Row(
        "no file opens before the programme's period",
        (),
        do("OpenCooperation", **SHEET, call="toujours", effective_at="2025-12-31"),
        "outside_period",
        naming={"at": "2025-12-31", "period": "2026-01-01 – 2027-12-31"},
        rulebook=CALLING,
    ),
    Row(
        "no file opens after the programme's period",
        (),
        do("OpenCooperation", **SHEET, call="toujours", effective_at="2028-01-01"),
        "outside_period",
        rulebook=CALLING,
        now=YEARS_LATER,
    ),
)

SELECTING = (
    Row(
        "an application enters the first stage of its funnel",
        APPLIED,
        do("SelectApplication", stage="shortlisted"),
        (selected("shortlisted"),),
        rulebook=CALLING,
    ),
    Row(
        "then the next",
        (*APPLIED, selected("shortlisted")),
        do("SelectApplication", stage="heard"),
        (selected("heard"),),
        rulebook=CALLING,
    ),
    Row(
        "no stage is skipped",
        APPLIED,
        do("SelectApplication", stage="supported"),
        "not_the_next_stage",
        naming={"to": "supported", "stage": "received", "following": "shortlisted"},
        rulebook=CALLING,
    ),
    Row(
        "no stage is entered twice",
        (*APPLIED, selected("shortlisted")),
        do("SelectApplication", stage="shortlisted"),
        "not_the_next_stage",
        naming={"stage": "shortlisted", "following": "heard"},
        rulebook=CALLING,
    ),
    Row(
        "the fast track goes straight to the last stage",
        FAST,
        do("SelectApplication", stage="supported"),
        (selected("supported"),),
        rulebook=CALLING,
    ),
    Row(
        "the fast track knows no other stage",
        FAST,
        do("SelectApplication", stage="shortlisted"),
        "not_the_next_stage",
        naming={"following": "supported"},
        rulebook=CALLING,
    ),
    Row(
        "after the last stage there is none",
        (*FAST, selected("supported")),
        do("SelectApplication", stage="supported"),
        "last_stage",
        naming={"stage": "supported"},
        rulebook=CALLING,
    ),
    Row(
        "a file that answers no call is not selected",
        BEGUN,
        do("SelectApplication", stage="shortlisted"),
        "no_application",
        rulebook=CALLING_ONCE,
    ),
    Row(
        "an application is not selected before it was received",
        tuple(on("2026-06-01", one) for one in APPLIED),
        do("SelectApplication", stage="shortlisted", effective_at="2026-05-31"),
        "before_previous_step",
        rulebook=CALLING,
    ),
    Row(
        "a sleeping application is not selected",
        (*APPLIED, PAUSED),
        do("SelectApplication", stage="shortlisted"),
        "file_paused",
        rulebook=CALLING,
    ),
    Row(
        "an application that may be abandoned is not selected",
        (*APPLIED, ABANDONMENT_ASKED),
        do("SelectApplication", stage="shortlisted"),
        "abandonment_pending",
        rulebook=CALLING,
    ),
)

ROWS = (*OPENING, *SELECTING)
