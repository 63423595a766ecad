"""Reports: come, sent back, accepted."""

from domain.files.setting import Decision
from domain.fundings.commands.payments import AcceptReport, ReturnReport, SubmitReport
from domain.fundings.decide.context import Context
from domain.fundings.events.payments import ReportAccepted, ReportReturned, ReportSubmitted
from domain.fundings.state import ReportState
from domain.kernel.refusal import Refusal, refuse


def submit_report(command: SubmitReport, context: Context) -> Decision:
    """A report has come: the first time, or after it was sent back."""
    report = _report(command.report, context, "owed", "returned")
    if isinstance(report, Refusal):
        return report
    return (ReportSubmitted(report=report.report, document=command.document, note=command.note),)


def return_report(command: ReturnReport, context: Context) -> Decision:
    """It lacks something."""
    report = _report(command.report, context, "submitted")
    if isinstance(report, Refusal):
        return report
    return (ReportReturned(report=report.report, reason=command.reason),)


def accept_report(command: AcceptReport, context: Context) -> Decision:
    """It says what it should."""
    report = _report(command.report, context, "submitted")
    if isinstance(report, Refusal):
        return report
    return (ReportAccepted(report=report.report, note=command.note),)


def _report(key: str, context: Context, *stages: str) -> ReportState | Refusal:
    """The report, if the instrument asks for it and it is at one of these stages."""
    asked = tuple(one.report for one in context.instrument.reports)
    if key not in asked:
        return refuse("unknown_report", report=key, known=asked)
    known = context.funding.reports.get(key, ReportState(key))
    if known.stage not in stages:
        return refuse("report_stage", report=key, stage=known.stage, wanted=stages)
    return (context.not_before(known.entry) if known.entry else None) or known
