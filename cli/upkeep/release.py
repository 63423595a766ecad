"""Releasing a build of the workers: which ones there are, and which one lives go on with."""

from collections.abc import Sequence
from typing import NoReturn

from temporalio.service import RPCError

from application.lives.builds import Build, NotReleased
from bootstrap_temporal import builds_of, release_build
from cli.terminal.drawing import write_table
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import tell, write_json
from cli.terminal.settings import settings
from cli.upkeep.temporal import end_with, temporal_away
from domain.kernel.ledger import LedgerUnavailable
from language import Text, t
from queries.refused import Failure, FailureKind
from wording.values import word


def release(build: str | None, *, as_json: bool) -> NoReturn:
    """Release a build if one is named, tell of all there are, and leave."""
    end_with(_release(build, as_json=as_json), as_json=as_json)


async def _release(build: str | None, *, as_json: bool) -> ExitCode:
    try:
        if build is not None:
            await release_build(settings(), build)
        found = await builds_of(settings())
    except NotReleased as refused:
        raise _refused(str(refused)) from None
    except (LedgerUnavailable, RPCError, RuntimeError) as error:
        raise temporal_away(error) from None
    if as_json:
        write_json([{"build": one.build, "state": one.state} for one in found])
    else:
        _draw(found)
    return ExitCode.RECORDED


def _draw(found: Sequence[Build]) -> None:
    if not found:
        tell(
            t(
                "Aucun ouvrier n’a nommé sa version (ESCALE_BUILD).",
                "No worker has named its build (ESCALE_BUILD).",
            )
        )
        return
    heads = (t("version", "build"), t("état", "state"))
    write_table(heads, [(one.build, word(one.state, "build")) for one in found])


def _refused(why: str) -> Failure:
    return Failure(
        FailureKind.REFUSED,
        "not-released",
        Text(
            f"Les vies ne peuvent pas continuer avec cette version ({why}).",
            f"Lives cannot go on with this build ({why}).",
        ),
        Text(
            "Démarrez d’abord un ouvrier de cette version (ESCALE_BUILD) ; `escale release` montre celles qu’il y a.",
            "Start a worker of this build first (ESCALE_BUILD); `escale release` shows those there are.",
        ),
    )
