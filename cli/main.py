"""``escale``: runs one command line and tells the shell how it ended.

Nothing heavy is imported here nor in the modules of the commands: each loads what it needs when it runs.
"""

import sys
from typing import NoReturn

from typer.exceptions import TyperException

from cli.app import app
from cli.failures import ExitCode, Failure, invalid
from cli.framework import complaint
from cli.output import write_failure
from stack.texts import StackError, Text

HELP = Text("`escale --help` montre ce qui est possible.", "`escale --help` shows what is possible.")
SAY = Text("Corrigez-le, puis recommencez.", "Put it right, then try again.")


def run() -> NoReturn:
    """Run the command line of this process and end it with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(answer(sys.argv[1:]))


def answer(arguments: list[str]) -> int:
    """Run ``arguments``; the exit code."""
    try:
        return int(app(arguments, prog_name="escale", standalone_mode=False) or 0)
    except Failure as failure:
        write_failure(failure, as_json="--json" in arguments)
        return failure.exit_code
    except StackError as error:
        write_failure(Failure(ExitCode.REFUSED, error.code, error.text, SAY), as_json="--json" in arguments)
        return ExitCode.REFUSED
    except TyperException as error:
        if type(error).__name__ != "NoArgsIsHelpError":
            write_failure(invalid("bad-usage", complaint(error), HELP), as_json="--json" in arguments)
        return ExitCode.INVALID
    except BrokenPipeError:  # whoever read us has gone: nothing more to say, and nowhere to say it
        sys.stdout = None
        return ExitCode.RECORDED
