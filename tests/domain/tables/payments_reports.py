"""Reports: they come, are sent back, are accepted."""

from typing import Any

from domain.fundings.events.payments import ReportAccepted, ReportReturned, ReportSubmitted
from tests.domain.kit import do, on
from tests.domain.paying import ACCEPTED, FUNDING, SUBMITTED, awarded, request
from tests.domain.tables.payments_tranches import ask, asked, heard, row
from tests.domain.vocabulary import WHY

COME = (*awarded(), SUBMITTED)
BACK = (*COME, on("2026-10-03", ReportReturned(report="final", reason=WHY)))


def submit(**more: Any) -> Any:
    """The final report comes."""
    return do("SubmitReport", funding=FUNDING, report="final", **more)


ACCEPT = do("AcceptReport", funding=FUNDING, report="final")
RETURN = do("ReturnReport", funding=FUNDING, report="final")
SENT = (ReportSubmitted(report="final", document=None, note=None),)

ROWS = (
    row("a report comes", awarded(), submit(), SENT),
    row("a report comes while the cooperation sleeps", (*awarded(), heard("paused")), submit(), SENT),
    row(
        "a report is told late",
        (*awarded(), on("2026-11-20", heard("active"))),
        submit(effective_at="2026-10-01"),
        SENT,
    ),
    row(
        "a report that the instrument does not ask for", awarded(request("plain")), submit(), "unknown_report"
    ),
    row("a report comes once", COME, submit(), "report_stage", naming={"stage": "submitted"}),
    row("a report that has come is accepted", COME, ACCEPT, (ReportAccepted(report="final", note=None),)),
    row("a report that has come is sent back", COME, RETURN, (ReportReturned(report="final", reason=WHY),)),
    row("what was sent back comes again", BACK, submit(), SENT),
    row("what was sent back is not accepted", BACK, ACCEPT, "report_stage", naming={"stage": "returned"}),
    row("what has not come is not accepted", awarded(), ACCEPT, "report_stage", naming={"stage": "owed"}),
    row(
        "what is accepted is not sent back",
        (*COME, ACCEPTED),
        RETURN,
        "report_stage",
        naming={"stage": "accepted"},
    ),
    row(
        "a report is not accepted before it came",
        COME,
        do("AcceptReport", funding=FUNDING, report="final", effective_at="2026-09-30"),
        "before_previous_step",
    ),
    row(
        "with its report accepted, the balance may be asked for",
        (*COME, ACCEPTED),
        ask("balance"),
        asked("balance", 1_000_000, 2),
    ),
    row(
        "a report that has come holds nothing yet",
        COME,
        ask("balance"),
        "tranche_not_due",
        naming={"conditions": "report-accepted"},
    ),
)
