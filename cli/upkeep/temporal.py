"""What the commands have in common that talk to Temporal: how they end where it does not answer."""

import asyncio
from collections.abc import Coroutine
from typing import Any, NoReturn

from cli.terminal.ending import ended
from cli.terminal.exit_codes import ExitCode, code_of_failure
from cli.terminal.output import write_failure
from config import SettingsContradict
from language import Text
from leaving import leave
from queries.refused import Failure, FailureKind
from wording import remedies


def end_with(doing: Coroutine[Any, Any, ExitCode], *, as_json: bool) -> NoReturn:
    """Do it, tell of a failure, and leave with its code.

    Temporal's threads may outlive the interpreter and kill it: the process does not wait for them.
    """
    try:
        code = asyncio.run(doing)
    except Failure as failure:
        write_failure(failure, as_json=as_json)
        code = code_of_failure(failure.kind)
    except SettingsContradict as unclear:
        of_settings = Failure(FailureKind.INVALID, unclear.code, unclear.text, remedies.PUT_RIGHT)
        write_failure(of_settings, as_json=as_json)
        code = ExitCode.INVALID
    leave(ended(code))


def temporal_away(error: Exception) -> Failure:
    """Temporal did not answer, or not as it should: nobody can tell what it did."""
    why = type(error).__name__
    return Failure(
        FailureKind.UNKNOWN,
        "temporal-unreachable",
        Text(
            f"Temporal ne répond pas ({why}).",
            f"Temporal does not answer ({why}).",
        ),
        Text("`escale status` dit ce qui tourne ; puis répétez.", "See `escale status`, then repeat."),
    )
