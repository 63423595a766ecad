"""Commands by the API: one, or several in order, and what became of each; the same as on every other road."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Request
from pydantic import TypeAdapter, ValidationError
from starlette.background import BackgroundTask, BackgroundTasks
from starlette.responses import Response

from application.commands.answer import Answer
from application.commands.parsing import LARGEST_COMMAND, read_command
from application.plain_text import NotText, read_json
from domain.kernel.ids import file_of
from domain.kernel.values import CommandId
from domain.registry.commands import AnyCommand
from queries.forms.sending import became
from queries.giving import give
from queries.proof import is_weighty
from queries.refused import Failure
from queries.scopes import scopes_of
from queries.visit import Visit
from web.account_letters import welcoming
from web.api import addresses, answers
from web.api.answering import answered, recorded
from web.api.caller import Acting, Reading, within
from web.api.described import BASE, answering, problems
from web.api.problems import Mistake, Problem, invalid, of_answer, of_failure
from web.api.sent import entry_of, read_body
from web.site import site_of
from wording import api as words

router = APIRouter(prefix=BASE)

MOST = 500
"""Commands of a batch."""
_AWAY = 503
_ID: TypeAdapter[str] = TypeAdapter(CommandId)
_ENDINGS = problems(
    _403="Not within the token's scopes, not theirs to give, or to be given in the page, by password.",
    _409="Refused by the rules, or its id stands for something else.",
    _412="Others decided something about the file since `If-Match`.",
)
_RECORDED = {
    200: {"model": answers.Recorded, "description": "It had been recorded already, under the same id."},
    201: {"model": answers.Recorded, "description": "It is recorded."},
}


@router.post(
    "/commands",
    status_code=201,
    **answering("give", None, "Give a command.", "act:…", responses=_ENDINGS | _RECORDED),
)
async def command(
    request: Request,
    visit: Acting,
    idempotency_key: Annotated[
        str, Header(description="An id of your choice: the same again asks again, and does nothing twice.")
    ],
    if_match: Annotated[
        str | None, Header(description='The `ETag` of what you saw of the file, or its entry: `"e41"`.')
    ] = None,
) -> Response:
    """Record it, or say why not. `actor` is the token's person, `command_id` the `Idempotency-Key`."""
    given = _read(visit, await read_body(request), _key(idempotency_key), entry_of(if_match))
    answer = await _given(request, visit, given)
    told = recorded(
        answer.model_dump(mode="json"),
        200 if answer.repeated else 201,
        {"Location": _location(visit, given)},
    )
    told.background = None if answer.repeated else welcoming(site_of(request), visit.organisation, given)
    return told


@router.post(
    "/commands/batch", **answering("give_batch", answers.Batch, "Give several commands, in order.", "act:…")
)
async def batch(request: Request, visit: Acting) -> Response:
    """At most 500, each with its own `command_id`; each is recorded or refused by itself, and answered."""
    content = _object(await read_body(request))
    commands = content.get("commands")
    if not isinstance(commands, list) or not 1 <= len(commands) <= MOST or content.keys() != {"commands"}:
        raise invalid(Mistake("/commands", words.LIST_WANTED))
    letters = BackgroundTasks()
    told: list[dict[str, Any]] = []
    for one in commands:
        away = told and told[-1]["status"] == _AWAY
        told.append(told[-1] if away else await _item(request, visit, one, letters))
    answer = recorded({"answers": told}, 200, {})
    answer.background = letters
    return answer


@router.get(
    "/outcomes/{command_id:path}", **answering("outcome", answers.Recorded, "What became of a command.")
)
async def outcome(
    request: Request, visit: Reading, command_id: Annotated[str, Path(max_length=400)]
) -> Response:
    """Recorded and where, or refused and why; for whoever gave it and whoever may read what it is about."""
    if not _is_id(command_id):
        raise Problem(404, "unknown-outcome", *_NO_OUTCOME)
    try:
        answer, _ = await became(visit, command_id)
    except Failure as failure:
        if failure.code == "unknown-command-id":
            raise Problem(404, "unknown-outcome", *_NO_OUTCOME) from None
        raise
    return answered(request, answer.model_dump(mode="json"))


_NO_OUTCOME = (words.NO_OUTCOME, words.NO_OUTCOME, words.NO_OUTCOME_REMEDY)


async def _item(request: Request, visit: Visit, sent: Any, letters: BackgroundTasks) -> dict[str, Any]:
    """One of a batch; where the store goes away, those before it are told, and those after it are not sent."""
    try:
        given = _read(visit, json.dumps(sent).encode(), None, None)
        answer = await _given(request, visit, given)
    except Failure as failure:
        return _told(request, of_failure(failure))
    except Problem as problem:
        return _told(request, problem)
    letter: BackgroundTask | None = welcoming(site_of(request), visit.organisation, given)
    if letter and not answer.repeated:
        letters.tasks.append(letter)
    return {
        "status": 200 if answer.repeated else 201,
        "answer": answer.model_dump(mode="json"),
        "problem": None,
    }


def _told(request: Request, problem: Problem) -> dict[str, Any]:
    return {"status": problem.status, "answer": None, "problem": problem.told(request)}


async def _given(request: Request, visit: Visit, given: AnyCommand) -> Answer:
    """What the rules made of it. Raises Problem where they refuse it, and Failure."""
    within(request, scopes_of(given))
    if is_weighty(type(given)):
        title = words.ASKS_FOR_PASSWORD
        raise Problem(403, "asks-for-password", title, title, words.ASKS_FOR_PASSWORD_REMEDY)
    answer = await give(visit, given)
    if answer.refusal is not None:
        raise of_answer(answer)
    return answer


def _read(visit: Visit, content: bytes, key: str | None, seen: int | None) -> AnyCommand:
    """The command that was sent; headers and body may say the same, never something else. Raises Problem."""
    fields = _object(content)
    if key is not None and fields.setdefault("command_id", key) != key:
        raise invalid(Mistake("/command_id", words.KEY_DIFFERS))
    if seen is not None and fields.setdefault("seen", seen) != seen:
        raise invalid(Mistake("/seen", words.SEEN_DIFFERS))
    size = len(content)
    command = read_command(json.dumps(fields), visit.person)
    if isinstance(command, Answer):
        raise of_answer(command)
    if size > LARGEST_COMMAND and command.__class__.__name__ != "ImportCooperation":
        raise Problem(413, "too-large", words.TOO_LARGE, words.TOO_LARGE, words.TOO_LARGE_REMEDY)
    return command


def _object(content: bytes) -> dict[str, Any]:
    """The object that was sent. Raises Problem that says at which line it is none."""
    try:
        found = read_json(content)
    except NotText:
        found = None
    if isinstance(found, dict):
        return found
    answer = read_command(content, None)
    assert isinstance(answer, Answer)  # noqa: S101 - what is no object is no command
    raise of_answer(answer)


def _key(sent: str) -> str:
    """The id in an ``Idempotency-Key``, with or without quotes. Raises Problem."""
    key = sent.strip()
    key = key[1:-1] if len(key) > 1 and key[0] == key[-1] == '"' else key
    if not _is_id(key):
        raise invalid(Mistake("Idempotency-Key", words.KEY_WANTED))
    return key


def _is_id(text: str) -> bool:
    try:
        return bool(_ID.validate_python(text))
    except ValidationError:
        return False


def _location(visit: Visit, given: AnyCommand) -> str:
    """What it is about, where the API tells of that; else what became of it."""
    kind = given.stream.partition(":")[0]
    key = given.stream if kind == "envelope" else file_of(given.stream)
    if key is None:
        return addresses.outcome(visit.organisation, given.command_id)
    return addresses.of_file(visit.organisation, key)
