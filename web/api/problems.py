"""What the API answers when it does not end well: one form for all of it, problem+json (RFC 9457).

The sentences are those of the rules, in the language that was asked for; what was sent is never repeated.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic_core import to_json
from starlette.exceptions import HTTPException
from starlette.responses import Response

import links
from application.commands.answer import Answer
from domain.kernel.ledger import LedgerUnavailable
from language import Text, say, text_of
from queries.refused import Failure, FailureKind, where
from web.api.addresses import problem
from web.site import site_of
from wording import api as words
from wording.problems import innermost, wanted

log = structlog.get_logger("web.api")
MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "5"
"""Seconds after which a store that was away may be asked again."""

_REUSED = "id_reused"
_NOT_YOURS = frozenset(
    {
        *("not_entitled", "own_proposal", "acted_before", "recused", "has_conflict", "has_asked"),
        *("has_not_declared", "not_a_member", "left_the_panel", "member_replaced", "delegation_ended"),
        *("only_the_service", "no-role"),
    }
)
"""Codes of what it is for somebody else to do."""
_NAME = re.compile(r"[a-z][a-z_-]{0,40}")
_NOT_THERE = frozenset({"not-readable", "dossier-closed"})
"""Codes of what is not there for whoever asks; beside them whatever begins with *unknown*."""
_STATUS_OF_KIND = {
    FailureKind.REFUSED: 409,
    FailureKind.INVALID: 422,
    FailureKind.UNKNOWN: 503,
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: a JSON pointer into what was sent, or the name of a parameter or header; what is wanted there."""

    pointer: str
    message: Text


@dataclass(eq=False)
class Problem(Exception):
    """Why a request was not done. ``code`` ends the address of its type."""

    status: int
    code: str
    title: Text
    detail: Text
    remedy: Text
    problems: Sequence[Mistake] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)
    """Other members: the id of a command, what it was refused with."""

    def told(self, request: Request) -> dict[str, Any]:
        """The object, in the language that is spoken."""
        return {
            "type": links.absolute(site_of(request).address, problem(self.code)),
            "title": say(self.title),
            "status": self.status,
            "detail": say(self.detail),
            "remedy": say(self.remedy),
            "code": self.code,
            "problems": [{"pointer": one.pointer, "message": say(one.message)} for one in self.problems],
            **self.more,
        }


def invalid(*mistakes: Mistake) -> Problem:
    """What was sent cannot be read."""
    return Problem(422, "invalid", words.INVALID, words.INVALID, words.INVALID_REMEDY, mistakes)


def not_there() -> Problem:
    """The same whether something does not exist or may not be read."""
    return Problem(404, "not-found", words.NOT_THERE, words.NOT_THERE, words.NOT_THERE_REMEDY)


def of_answer(answer: Answer) -> Problem:
    """A command that was refused, or could not be read."""
    refusal = answer.refusal
    assert refusal is not None  # noqa: S101 - only answers that hold one come here
    unread = answer.outcome == "invalid" and refusal.code != _REUSED
    status = 422 if unread else status_of_refusal(refusal.code)
    titles = {422: words.INVALID, 403: words.NOT_ENTITLED, 412: words.CHANGED_SINCE}
    return Problem(
        status,
        refusal.code,
        titles.get(status, words.REFUSED),
        text_of(refusal.message),
        text_of(refusal.remedy),
        [Mistake(one.pointer, text_of(one.message)) for one in answer.problems],
        more={"command_id": answer.command_id, "params": dict(refusal.params), "repeated": answer.repeated},
    )


def status_of_refusal(code: str) -> int:
    """What the rules refused, as HTTP has it."""
    if code == "changed_since":
        return 412
    if code in _NOT_YOURS:
        return 403
    return 404 if code.startswith("unknown_") else 409


def of_failure(failure: Failure) -> Problem:
    """A question that ended with a failure. The remedies of the command line are left out."""
    if failure.code in _NOT_THERE or failure.code.startswith("unknown-"):
        return not_there()
    more = {"command_id": failure.command_id} if failure.command_id else {}
    if failure.kind is FailureKind.UNKNOWN:
        retry = {"Retry-After": RETRY_AFTER}
        return Problem(
            503, failure.code, words.STORE_AWAY, failure.text, failure.remedy, headers=retry, more=more
        )
    if failure.kind is FailureKind.UNFORESEEN:
        return our_fault(more)
    status = 403 if failure.code in _NOT_YOURS else _STATUS_OF_KIND.get(failure.kind, 500)
    title = words.NOT_ENTITLED if status == 403 else words.INVALID if status == 422 else words.REFUSED  # noqa: PLR2004
    return Problem(status, failure.code, title, failure.text, failure.remedy, more=more)


def our_fault(more: Mapping[str, Any] | None = None) -> Problem:
    """A fault of ours: told without its text, which may quote what is private."""
    return Problem(
        500, "unforeseen", words.OUR_FAULT, words.OUR_FAULT, words.OUR_FAULT_REMEDY, more=more or {}
    )


async def handled(request: Request, error: Exception) -> Response:
    """The one handler: whatever was raised, as problem+json."""
    problem = _problem_of(request, error)
    return Response(
        to_json(problem.told(request)),
        problem.status,
        media_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store", **problem.headers},
    )


def _problem_of(request: Request, error: Exception) -> Problem:
    match error:
        case Problem():
            return error
        case Failure():
            return of_failure(error)
        case LedgerUnavailable():
            away, retry = words.STORE_AWAY, {"Retry-After": RETRY_AFTER}
            return Problem(503, "store-unreachable", away, away, words.TOO_FAST_REMEDY, headers=retry)
        case RequestValidationError():
            return invalid(*(_mistake(one) for one in innermost(error.errors())))
        case HTTPException(status_code=405):
            title = words.NO_SUCH_METHOD
            allowed = dict(error.headers or {})
            return Problem(405, "no-such-method", title, title, words.NOT_THERE_REMEDY, headers=allowed)
        case HTTPException():
            return not_there()
    route = request.scope.get("route")
    log.error(
        "api_failed", path=route.path if route else None, error=type(error).__name__, where=where(error)
    )
    return our_fault()


def _mistake(error: Any) -> Mistake:
    """A parameter that cannot be read, by its name; a name that none of ours could have is not repeated."""
    name = str(error["loc"][-1])
    return Mistake(name if _NAME.fullmatch(name) else "", Text(*wanted(error)))


HANDLERS: Mapping[Any, Any] = dict.fromkeys(
    (Problem, Failure, LedgerUnavailable, RequestValidationError, HTTPException, Exception), handled
)
