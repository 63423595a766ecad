"""What the shell is told: the one place where ends of commands become exit codes."""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Literal

from queries.refused import FailureKind


class ExitCode(IntEnum):
    """What the shell is told. Of several commands in one call the highest code wins."""

    RECORDED = 0
    REFUSED = 1
    INVALID = 2
    UNKNOWN = 3
    UNFORESEEN = 4
    OUTPUT_LOST = 5
    """What was asked is done, and its output could not be written."""


_OF_FAILURES: Mapping[FailureKind, ExitCode] = {
    FailureKind.REFUSED: ExitCode.REFUSED,
    FailureKind.INVALID: ExitCode.INVALID,
    FailureKind.UNKNOWN: ExitCode.UNKNOWN,
    FailureKind.UNFORESEEN: ExitCode.UNFORESEEN,
    FailureKind.OUTPUT_LOST: ExitCode.OUTPUT_LOST,
}

_OF_OUTCOMES: Mapping[Literal["recorded", "refused", "invalid"], ExitCode] = {
    "recorded": ExitCode.RECORDED,
    "refused": ExitCode.REFUSED,
    "invalid": ExitCode.INVALID,
}


def code_of_failure(kind: FailureKind) -> ExitCode:
    """The exit code of a command that ends with such a failure."""
    return _OF_FAILURES[kind]


def code_of_outcome(outcome: Literal["recorded", "refused", "invalid"]) -> ExitCode:
    """The exit code of a command that was answered."""
    return _OF_OUTCOMES[outcome]


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The exit code of several commands: the highest, for what is in doubt or unreadable needs a look first."""
    return max(codes, default=ExitCode.RECORDED)
