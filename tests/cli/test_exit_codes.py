"""Which end of a command gives which exit code: what shells and scripts rely on."""

import json

import pytest

from cli.terminal.exit_codes import ExitCode, code_of_failure, code_of_outcome, worst
from cli.terminal.output import write_failure
from language import Text
from queries.refused import Failure, FailureKind

FAILURES = {
    FailureKind.REFUSED: ("refused", 1),
    FailureKind.INVALID: ("invalid", 2),
    FailureKind.UNKNOWN: ("unknown", 3),
    FailureKind.UNFORESEEN: ("failed", 4),
    FailureKind.OUTPUT_LOST: ("output-lost", 5),
}
"""Per kind: the outcome that JSON names, and the exit code, as docs/command-line.md has them."""


@pytest.mark.parametrize("kind", FailureKind)
def test_every_kind_of_failure_has_its_outcome_and_its_exit_code(
    kind: FailureKind, capsys: pytest.CaptureFixture[str]
) -> None:
    """None is left out; the failure itself knows nothing of codes."""
    outcome, code = FAILURES[kind]
    failure = Failure(kind, "some-code", Text("non", "no"), Text("sinon", "else"), "c1")
    write_failure(failure, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["command_id"], told["refusal"]["code"]) == (outcome, "c1", "some-code")
    assert code_of_failure(failure.kind) == code


def test_answers_have_the_codes_of_failures_of_the_same_name() -> None:
    """Whether the rules or the command line refused is one thing for a shell."""
    codes = [code_of_outcome(one) for one in ("recorded", "refused", "invalid")]
    assert codes == [0, code_of_failure(FailureKind.REFUSED), code_of_failure(FailureKind.INVALID)]


def test_of_several_the_highest_counts() -> None:
    """And of none at all, that everything is done."""
    assert worst([ExitCode.REFUSED, ExitCode.UNFORESEEN, ExitCode.RECORDED]) is ExitCode.UNFORESEEN
    assert worst([]) is ExitCode.RECORDED
