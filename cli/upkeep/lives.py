"""``escale recover --list``: what Temporal's lists show to be in trouble, or due within a week."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NoReturn

from temporalio.service import RPCError

from application.lives.waking import WakeFailed
from bootstrap_temporal import connect_temporal, lives_due, lives_in_trouble
from cli.terminal.drawing import headed, write_table
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import console, write_json
from cli.terminal.session import opened
from cli.terminal.settings import settings
from cli.upkeep.temporal import end_with, temporal_away
from domain.kernel.ledger import LedgerUnavailable
from language import Text, say, t
from queries.lives import LifeLine, named_lives
from queries.refused import invalid, out_of_reach
from queries.visit import introduced, reached, simulated, unknown_organisation
from wording import headings

TROUBLE, DUE = "trouble", "due"
A_WEEK = timedelta(days=7)


def list_lives(which: str, organisation: str, *, as_json: bool) -> NoReturn:
    """Tell which files are in ``trouble`` or ``due`` within a week, of one organisation or of all; mend nothing."""
    end_with(_list(which, organisation, as_json=as_json), as_json=as_json)


async def _list(which: str, organisation: str, *, as_json: bool) -> ExitCode:
    if which not in {TROUBLE, DUE}:
        raise _UNKNOWN_LIST
    async with opened() as service:
        async with reached():
            there = await service.ledger.organisations()
        wanted = [one for one in there if organisation in {"", one}]
        if organisation and not wanted:
            raise unknown_organisation(organisation, there)
        try:
            client = await connect_temporal(settings())
            for one in wanted:
                visit = await introduced(service, one, "", anybody=True)
                if which == DUE:
                    lives = await lives_due(service, client, one, visit.now + A_WEEK)
                else:
                    lives = await lives_in_trouble(service, client, one)
                _tell(one, await named_lives(visit, lives), simulated(visit) if as_json else None)
        except LedgerUnavailable:
            raise out_of_reach() from None
        except (WakeFailed, RPCError, RuntimeError) as error:
            raise temporal_away(error) from None
    return ExitCode.RECORDED


def _tell(organisation: str, lines: Sequence[LifeLine], told_first: dict[str, Any] | None) -> None:
    if told_first is not None:
        write_json(told_first | {"rows": [_as_json(one) for one in lines]})
        return
    console().print(headed(organisation))
    heads = (
        t("dossier", "file"),
        t("où il en est", "where it is"),
        say(headings.DEADLINE),
        t("le", "on"),
        say(headings.TO_KNOW),
    )
    rows = [
        (
            one.file,
            say(one.place),
            say(one.awaits) if one.awaits else "–",
            str(one.due or "–"),
            say(one.trouble) if one.trouble else "–",
        )
        for one in lines
    ]
    write_table(heads, rows)


def _as_json(line: LifeLine) -> dict[str, Any]:
    return {
        "file": line.file,
        "place": line.place.en,
        "awaits": line.awaits.en if line.awaits else None,
        "due": line.due,
        "trouble": line.trouble.en if line.trouble else None,
    }


_UNKNOWN_LIST = invalid(
    "unknown-list",
    Text("aucune liste de ce nom", "no list of that name"),
    Text(
        "`--list trouble` : ce qui n’avance pas ; `--list due` : ce qui échoit sous sept jours.",
        "`--list trouble`: what does not go on; `--list due`: what falls due within seven days.",
    ),
)
