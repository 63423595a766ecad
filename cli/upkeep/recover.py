"""Mending Temporal from the ledger."""

import asyncio
import sys
from dataclasses import asdict
from typing import NoReturn

from temporalio.service import RPCError

from application.lives.sweep import Mended
from application.lives.waking import WakeFailed
from bootstrap import Service
from bootstrap_temporal import connect_temporal, mend_now
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import tell, write_json
from cli.terminal.session import opened
from cli.terminal.settings import settings
from cli.upkeep.rebuild import rebuild_all
from cli.upkeep.temporal import end_with, temporal_away
from domain.kernel.ledger import LedgerUnavailable
from language import Text, t
from queries.refused import invalid, out_of_reach
from queries.visit import reached, unknown_organisation


def recover(organisation: str, *, after_restore: bool, sure: bool, as_json: bool) -> NoReturn:
    """Start or wake the workflow of every open file, of one organisation or of all; then leave at once.

    ``after_restore``: the ledger went back, and whatever knows more than it holds is to begin anew; whoever is not
    ``sure`` is asked first.
    """
    doing = _recover(organisation, after_restore=after_restore, sure=sure, as_json=as_json)
    end_with(doing, as_json=as_json)


async def _recover(organisation: str, *, after_restore: bool, sure: bool, as_json: bool) -> ExitCode:
    found: list[Mended] = []
    async with opened() as service:
        async with reached():
            there = await service.ledger.organisations()
        wanted = [one for one in there if organisation in {"", one}]
        if organisation and not wanted:
            raise unknown_organisation(organisation, there)
        if after_restore and not sure:
            await _be_sure(service, wanted)
        try:
            client = await connect_temporal(settings())
            found = [await mend_now(service, client, one, after_restore=after_restore) for one in wanted]
            ahead = after_restore and await _read_models_ahead(service, wanted)
        except LedgerUnavailable:
            raise out_of_reach() from None
        except (WakeFailed, RPCError, RuntimeError) as error:
            raise temporal_away(error) from None
    for mended in found:
        _tell(mended, as_json=as_json)
    rebuilt = await rebuild_all(as_json=as_json) if ahead else ExitCode.RECORDED
    return ExitCode.REFUSED if any(one.failed for one in found) else rebuilt


async def _be_sure(service: Service, organisations: list[str]) -> None:
    """Ask whether the ledgers are those that are meant. Raises Failure unless somebody says yes."""
    async with reached():
        heads = [await service.ledger.head(one) for one in organisations]
    for head in heads:
        at = f"{head.recorded_at:%Y-%m-%d %H:%M}"
        tell(
            t(
                f"{head.organisation} : le registre finit en position {head.position}, le {at} (UTC).",
                f"{head.organisation}: the ledger ends at position {head.position}, on {at} (UTC).",
            )
        )
    if not sys.stdin.isatty():
        raise _UNSURE
    question = t(
        "Ce qui en sait plus sera clos et repris d’après lui. Oui ? [o/N] ",
        "What knows more will be ended and begun anew from it. Yes? [y/N] ",
    )
    if (await asyncio.to_thread(input, question)).strip().lower() not in {"o", "oui", "y", "yes"}:
        raise _UNSURE


async def _read_models_ahead(service: Service, organisations: list[str]) -> bool:
    """Whether some were folded from a history that the ledger does not hold."""
    progress = [await service.read_models.progress(one) for one in organisations]
    return any(not model.borne_out for models in progress for model in models)


def _tell(mended: Mended, *, as_json: bool) -> None:
    if as_json:
        write_json(asdict(mended))
        return
    started, woken, failed = len(mended.started), len(mended.woken), len(mended.failed)
    tell(
        t(
            f"{mended.organisation} : {mended.open} dossiers ouverts, {started} relancés, {woken} réveillés.",
            f"{mended.organisation}: {mended.open} open files, {started} started, {woken} woken.",
        )
    )
    if mended.renewed:
        renewed = len(mended.renewed)
        tell(
            t(
                f"  {renewed} en savaient plus que le registre : clos, et repris d’après lui.",
                f"  {renewed} knew more than the ledger holds: ended, and begun anew from it.",
            )
        )
    for file in (one for one in mended.strays if one not in mended.renewed):
        tell(
            t(
                f"  {file} : le registre ne le connaît pas, laissé",
                f"  {file}: unknown to the ledger, left alone",
            )
        )
    if failed:
        tell(
            t(
                f"  {failed} n’ont pas répondu ; l’ouvrier réessaie.",
                f"  {failed} failed; the worker tries again.",
            )
        )


_UNSURE = invalid(
    "not-sure",
    Text("rien n’est fait sans un oui", "nothing is done without a yes"),
    Text(
        "Vérifiez que c’est le bon registre (`escale verify`), puis `escale recover --after-restore --yes`.",
        "See that it is the right ledger (`escale verify`), then `escale recover --after-restore --yes`.",
    ),
)
