"""Checking the ledger's chain, and folding the read models anew."""

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from rich.progress import Progress

from cli.failures import ExitCode, Failure, out_of_reach
from cli.language import t
from cli.output import console, tell, write_json
from cli.visit import opened, reached, visiting
from domain.ledger import BrokenChain, LedgerUnavailable
from projections.helpers import Helpers
from projections.rebuild import ChainDoesNotHold, RebuildUnderWay, rebuild
from stack.texts import Text

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


async def verify(organisation: str, *, as_json: bool) -> ExitCode:
    """Walk the chain of one ledger and name the first position at which it does not hold."""
    async with visiting(organisation, "", anybody=True) as visit:
        async with reached():
            head = await visit.service.ledger.head(visit.organisation)
        broken: BrokenChain | None = None
        checked = 0
        try:
            with _progress(as_json=as_json) as bar:
                task = bar.add_task(t("chaîne", "chain"), total=head.position) if bar else None
                async for step in visit.service.ledger.verify(visit.organisation):
                    if isinstance(step, BrokenChain):
                        broken = step
                        break
                    checked = step
                    if bar and task is not None:
                        bar.update(task, completed=step)
        except LedgerUnavailable:
            raise out_of_reach() from None
    return _told(visit.organisation, checked, broken, as_json=as_json)


async def rebuild_all(*, as_json: bool) -> ExitCode:
    """Fold all read models anew beside the old ones and swap them."""
    async with opened() as service:
        tasks: dict[str, Any] = {}
        try:
            with _progress(as_json=as_json) as bar:

                def show(organisation: str, done: int, total: int) -> None:
                    if bar:
                        task = tasks.setdefault(organisation, bar.add_task(organisation, total=total))
                        bar.update(task, completed=done)

                helpers = Helpers(service.settings.database_url.get_secret_value(), service.rulebooks)
                rebuilt = await rebuild(
                    service.pool, service.ledger, service.rulebooks, show, helpers=helpers
                )
        except LedgerUnavailable:
            raise out_of_reach() from None
        except RebuildUnderWay:
            raise _refused(
                "rebuild-under-way", "une reconstruction est déjà en cours", "one is running"
            ) from None
        except ChainDoesNotHold as error:
            return _told(error.organisation, error.broken.position - 1, error.broken, as_json=as_json)
    if as_json:
        write_json({"rebuilt": not rebuilt.failed, "events": rebuilt.events, "failed": rebuilt.failed})
    else:
        tell(t(f"{rebuilt.events} entrées repliées.", f"{rebuilt.events} entries folded."))
        for model, why in rebuilt.failed.items():
            tell(t(f"{model} reste comme il était : {why}", f"{model} stays as it was: {why}"))
    return ExitCode.REFUSED if rebuilt.failed else ExitCode.RECORDED


def _progress(*, as_json: bool) -> "AbstractContextManager[Progress | None]":
    out = console(errors=True)
    return Progress(console=out, transient=True) if out.is_terminal and not as_json else nullcontext()


def _told(organisation: str, checked: int, broken: BrokenChain | None, *, as_json: bool) -> ExitCode:
    if as_json:
        where = {"position": broken.position, "reason": broken.reason} if broken else None
        write_json(
            {"organisation": organisation, "checked": checked, "holds": broken is None, "broken": where}
        )
    elif broken:
        at, why = broken.position, broken.reason
        tell(t(f"La chaîne se rompt en position {at} : {why}.", f"The chain breaks at position {at}: {why}."))
    else:
        tell(t(f"La chaîne tient : {checked} entrées.", f"The chain holds: {checked} entries."))
    return ExitCode.REFUSED if broken else ExitCode.RECORDED


def _refused(code: str, fr: str, en: str) -> Failure:
    return Failure(
        ExitCode.REFUSED, code, Text(fr, en), Text("Attendez qu’elle finisse.", "Wait until it has ended.")
    )
