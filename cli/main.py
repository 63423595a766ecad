"""``escale``: runs one command line and tells the shell how it ended.

Nothing heavy is imported here nor in the modules of the commands: each loads what it needs when it runs.
"""

import sys
from typing import NoReturn

from typer.exceptions import Abort, TyperException

from cli.app import app
from cli.terminal import recorded
from cli.terminal.ending import ended
from cli.terminal.exit_codes import ExitCode, code_of_failure
from cli.terminal.framework import complaint
from cli.terminal.output import write_failure
from cli.terminal.outputs import open_outputs
from language import Text, preferred_locale, speaking
from queries.refused import Failure, FailureKind, invalid, unforeseen
from stack.texts import StackError
from wording import remedies

ANSWER_IN_JSON = (["do"], ["open"], ["outcome"], ["found"])
"""Commands whose answer is JSON whether asked or not."""

HELP = Text("`escale --help` montre ce qui est possible.", "`escale --help` shows what is possible.")
SAY = remedies.PUT_RIGHT


def run() -> NoReturn:
    """Run the command line of this process, in the language of its environment, and end it with its exit code."""
    with speaking(preferred_locale()):
        open_outputs()
        sys.exit(ended(answer(sys.argv[1:])))


def answer(arguments: list[str]) -> int:
    """Run ``arguments``; the exit code."""
    as_json = "--json" in arguments or arguments[:1] in ANSWER_IN_JSON
    recorded.forget()
    try:
        _check(arguments)
        return int(app(arguments, prog_name="escale", standalone_mode=False) or 0)
    except Failure as failure:
        return _end(failure, as_json=as_json)
    except StackError as error:
        unclear = error.code == "settings-contradict"
        kind = FailureKind.INVALID if unclear else FailureKind.REFUSED
        return _end(Failure(kind, error.code, error.text, SAY), as_json=as_json)
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            return ExitCode.INVALID
        return _end(invalid("bad-usage", complaint(error), HELP), as_json=as_json)
    except (Abort, EOFError):
        return _end(invalid("interrupted", Text("Interrompu.", "Interrupted."), SAY), as_json=as_json)
    except Exception as error:  # noqa: BLE001 - the one place that ends a run
        return _end(unforeseen(error, known=recorded.told()), as_json=as_json)


def _check(arguments: list[str]) -> None:
    """Arguments that are no text (bytes that are not UTF-8) go no further. Raises Failure."""
    for one in arguments:
        if any("\ud800" <= character <= "\udfff" for character in one):
            raise invalid(
                "not-text",
                Text(f"{one!a} n’est pas du texte UTF-8", f"{one!a} is not UTF-8 text"),
                Text("Écrivez-le en UTF-8.", "Write it in UTF-8."),
            )


def _end(failure: Failure, *, as_json: bool) -> ExitCode:
    write_failure(failure, as_json=as_json)
    return code_of_failure(failure.kind)
