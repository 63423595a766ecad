"""Mending Temporal from the ledger: the one command that talks to Temporal."""

import asyncio
from dataclasses import asdict
from typing import NoReturn

from temporalio.service import RPCError

from application.sweep import Mended
from application.waking import WakeFailed
from bootstrap_temporal import connect_temporal, mend_now
from cli.failures import ExitCode, Failure, out_of_reach
from cli.language import t
from cli.output import tell, write_failure, write_json
from cli.session import settings
from cli.visit import opened, reached, unknown_organisation
from domain.ledger import LedgerUnavailable
from leaving import leave
from stack.texts import Text


def recover(organisation: str, *, as_json: bool) -> NoReturn:
    """Start or wake the workflow of every open file, of one organisation or of all; then leave at once.

    Temporal's threads may outlive the interpreter and kill it: the process does not wait for them.
    """
    try:
        code = asyncio.run(_recover(organisation, as_json=as_json))
    except Failure as failure:
        write_failure(failure, as_json=as_json)
        code = failure.exit_code
    leave(code)


async def _recover(organisation: str, *, as_json: bool) -> ExitCode:
    found: list[Mended] = []
    async with opened() as service:
        async with reached():
            there = await service.ledger.organisations()
        wanted = [one for one in there if organisation in {"", one}]
        if organisation and not wanted:
            raise unknown_organisation(organisation, there)
        try:
            client = await connect_temporal(settings())
            found = [await mend_now(service, client, one) for one in wanted]
        except LedgerUnavailable:
            raise out_of_reach() from None
        except (WakeFailed, RPCError, RuntimeError) as error:
            raise _temporal_away(error) from None
    for mended in found:
        _tell(mended, as_json=as_json)
    return ExitCode.REFUSED if any(one.failed for one in found) else ExitCode.RECORDED


def _tell(mended: Mended, *, as_json: bool) -> None:
    if as_json:
        write_json(asdict(mended))
        return
    started, woken, failed = len(mended.started), len(mended.woken), len(mended.failed)
    tell(
        t(
            f"{mended.organisation} : {mended.open} dossiers ouverts, {started} relancés, {woken} réveillés.",
            f"{mended.organisation}: {mended.open} open files, {started} started, {woken} woken.",
        )
    )
    for file in mended.strays:
        tell(
            t(
                f"  {file} : le registre ne le connaît pas, laissé",
                f"  {file}: unknown to the ledger, left alone",
            )
        )
    if failed:
        tell(
            t(
                f"  {failed} n’ont pas répondu ; l’ouvrier réessaie.",
                f"  {failed} failed; the worker tries again.",
            )
        )


def _temporal_away(error: Exception) -> Failure:
    why = type(error).__name__
    return Failure(
        ExitCode.UNKNOWN,
        "temporal-unreachable",
        Text(
            f"Temporal ne répond pas ({why}).",
            f"Temporal does not answer ({why}).",
        ),
        Text("`escale status` dit ce qui tourne ; puis répétez.", "See `escale status`, then repeat."),
    )
