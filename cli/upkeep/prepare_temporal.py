"""Preparing any Temporal for this release: the search attributes of its lists, before a worker is started on it."""

from typing import NoReturn

from temporalio.service import RPCError

from application.lives.lists import ListsUnknown
from bootstrap_temporal import prepare_temporal
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import tell, write_json
from cli.terminal.settings import settings
from cli.upkeep.temporal import end_with, temporal_away
from domain.kernel.ledger import LedgerUnavailable
from language import Text, t
from queries.refused import Failure, FailureKind
from search_attributes import SEARCH_ATTRIBUTES


def prepare(*, as_json: bool) -> NoReturn:
    """Register what is missing, tell what was, and leave; nothing is changed the second time."""
    end_with(_prepare(as_json=as_json), as_json=as_json)


async def _prepare(*, as_json: bool) -> ExitCode:
    try:
        [(namespace, registered)] = (await prepare_temporal(settings())).items()
    except (LedgerUnavailable, RPCError, RuntimeError) as error:
        raise temporal_away(error) from None
    except ListsUnknown as unknown:
        raise _refused(str(unknown)) from None
    if as_json:
        write_json({"namespace": namespace, "registered": list(registered)})
        return ExitCode.RECORDED
    number, there = len(registered), len(SEARCH_ATTRIBUTES) - len(registered)
    tell(
        t(
            f"Temporal, espace {namespace} : {number} attributs de recherche enregistrés, {there} y étaient.",
            f"Temporal, namespace {namespace}: {number} search attributes registered, {there} were there.",
        )
    )
    return ExitCode.RECORDED


def _refused(why: str) -> Failure:
    wanted = ", ".join(f"{name}={kind}" for name, kind in SEARCH_ATTRIBUTES.items())
    return Failure(
        FailureKind.REFUSED,
        "search-attributes-refused",
        Text(
            f"Les attributs de recherche ne peuvent pas être enregistrés ainsi ({why}).",
            f"The search attributes cannot be registered like this ({why}).",
        ),
        Text(
            f"Faites enregistrer par qui administre Temporal : {wanted}.",
            f"Have whoever administers Temporal register: {wanted}.",
        ),
    )
