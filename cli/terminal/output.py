"""What the command line writes: JSON for programs, a few words and tables for people; no colour in a pipe."""

import json
import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from language import say
from queries.refused import Failure
from wording import headings
from wording.plain import plain_json
from wording.punctuation import labelled

if TYPE_CHECKING:
    from rich.console import Console

WIDTH_IN_A_PIPE = 160
"""Columns of a table where no terminal says how many there are."""


def console(*, errors: bool = False) -> "Console":
    """Where people read; rich leaves out colours in a pipe and when NO_COLOR is set."""
    from cli.terminal.console import Terminal  # noqa: PLC0415 - rich is loaded only when something is drawn

    stream = sys.stderr if errors else sys.stdout
    known = stream.isatty() or "COLUMNS" in os.environ
    return Terminal(stderr=errors, highlight=False, soft_wrap=True, width=None if known else WIDTH_IN_A_PIPE)


def write_json(value: Any) -> None:
    """One JSON value on a line of its own."""
    sys.stdout.write(plain_json(json.dumps(value, ensure_ascii=False, default=_write_date)) + "\n")
    sys.stdout.flush()


def _write_date(value: date) -> str:
    return value.isoformat()


def tell(text: str) -> None:
    """One sentence for people, on standard error, where no program mistakes it for a result."""
    console(errors=True).print(text, markup=False)


def write_failure(failure: Failure, *, as_json: bool) -> None:
    """Why the command did not do what was asked, and what would help."""
    if as_json:
        refusal = {
            "code": failure.code,
            "message": failure.text._asdict(),
            "remedy": failure.remedy._asdict(),
        }
        nothing: dict[str, Any] = {"repeated": False, "position": None, "events": []}
        write_json(
            {"command_id": failure.command_id, "outcome": failure.kind.value, **nothing, "refusal": refusal}
        )
    if as_json and not sys.stdout.isatty():
        return
    tell(f"{say(failure.text)} [{failure.code}]\n{labelled(say(headings.TO_DO), say(failure.remedy))}")
