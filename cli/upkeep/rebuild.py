"""Folding the read models anew, once what they are folded from was checked."""

from typing import Any

from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import tell, write_json
from cli.terminal.session import opened
from cli.upkeep.verify import Report, draw, progress, report_as_json, verified
from domain.kernel.ledger import LedgerUnavailable
from language import Text, t
from projections.rebuild import ChainDoesNotHold, RebuildUnderWay, Rebuilt, rebuild
from projections.rebuild_processes import RebuildProcesses
from queries.refused import Failure, FailureKind, out_of_reach
from verification.findings import Code, Finding, Findings
from verification.verify import Verified


async def rebuild_all(*, as_json: bool) -> ExitCode:
    """Check everything; then fold all read models anew beside the old ones and swap them.

    Of a ledger whose entries are not as they were recorded nothing is folded. Whatever else is found is told, and ends
    in exit code 1 too.
    """
    async with opened() as service:
        try:
            report = await verified(service, as_json=as_json)
            if any(one.found.no_ground for one in report.ledgers):
                return _told(report, None, as_json=as_json)
            with progress(as_json=as_json) as show:
                processes = RebuildProcesses(
                    service.settings.database_url.get_secret_value(), service.rulebooks
                )
                rebuilt = await rebuild(
                    service.pool,
                    service.ledger,
                    service.rulebooks,
                    lambda organisation, done, total: show(organisation)("read_models", done, total),
                    in_processes=processes,
                )
        except LedgerUnavailable:
            raise out_of_reach() from None
        except RebuildUnderWay:
            raise _refused(
                "rebuild-under-way", "une reconstruction est déjà en cours", "one is running"
            ) from None
        except ChainDoesNotHold as error:  # it was changed since we looked
            return _told(_broken(error), None, as_json=as_json)
    return _told(report, rebuilt, as_json=as_json)


def _told(report: Report, rebuilt: Rebuilt | None, *, as_json: bool) -> ExitCode:
    if as_json:
        found = {} if report.holds else {"verification": report_as_json(report)}
        write_json(_rebuilt_as_json(rebuilt) | found)
    else:
        if not report.holds:
            draw(report)
        if rebuilt is None:
            tell(t("Les vues restent comme elles étaient.", "The read models stay as they were."))
        else:
            tell(t(f"{rebuilt.events} entrées repliées.", f"{rebuilt.events} entries folded."))
            for model, why in rebuilt.failed.items():
                tell(t(f"{model} reste comme il était : {why}", f"{model} stays as it was: {why}"))
    return ExitCode.RECORDED if rebuilt and not rebuilt.failed and report.holds else ExitCode.REFUSED


def _rebuilt_as_json(rebuilt: Rebuilt | None) -> dict[str, Any]:
    if rebuilt is None:
        return {"rebuilt": False, "events": 0, "failed": {}}
    return {"rebuilt": not rebuilt.failed, "events": rebuilt.events, "failed": rebuilt.failed}


def _broken(error: ChainDoesNotHold) -> Report:
    held_to = error.broken.position - 1
    found = Findings()
    found.add([Finding(Code(error.broken.reason), error.broken.position)])
    return Report(Findings(), [Verified(error.organisation, None, held_to, found)])


def _refused(code: str, fr: str, en: str) -> Failure:
    return Failure(
        FailureKind.REFUSED, code, Text(fr, en), Text("Attendez qu’elle finisse.", "Wait until it has ended.")
    )
