"""Lists in parts: how many rows, after which; the place is sealed, so that it is ours and of this list alone."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic_core import to_jsonable_python
from starlette.responses import Response

from domain.kernel.model import Model
from projections.pages import PAGE, ACursor
from queries import in_json
from queries.as_of import Then
from queries.lists import Listed, Part
from queries.visit import Visit
from web.api.answering import answered
from web.api.problems import Mistake, invalid
from web.security.seals import sealed, unsealed
from web.site import site_of
from wording import api as words

MOST = 200
"""Rows of a part at most."""
_LASTS = timedelta(days=30)
Asked = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
"""What is looked for."""
ALine = TypeVar("ALine", bound=Model)


class PartAsked(BaseModel):
    """Which part of a list is wanted. Parameters that a list does not know are refused."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(PAGE, ge=1, le=MOST, description="How many rows at most.")
    cursor: str | None = Field(
        None, max_length=4000, description="Where the part begins: `next` of the last one."
    )


class Counted(PartAsked):
    """A list that is counted where that is asked for."""

    count: bool = Field(
        default=False, description="Whether `total` says how many rows there are in all parts."
    )


class Past(Counted):
    """A list as it was on a date, as known on another."""

    as_of: Asked = Field("", description="As of this date: 2026, 2026-11, 2026-11-22.")
    known_on: Asked = Field("", description="As far as was known on this date.")

    @property
    def then(self) -> Then:
        """The dates."""
        return Then(self.as_of, self.known_on)


def place(request: Request, asked: PartAsked, kind: type[ACursor]) -> ACursor | None:
    """Where a part begins. Raises Problem for a cursor that is none of this list's."""
    if asked.cursor is None:
        return None
    found = unsealed(site_of(request), _purpose(request), asked.cursor, _LASTS)
    if found is None:
        raise invalid(Mistake("cursor", words.CURSOR_WANTED))
    return TypeAdapter(kind).validate_python(found)


def onward(request: Request, after: Any) -> tuple[str | None, Mapping[str, str]]:
    """The cursor of the next part and the header that leads there; nothing at the end."""
    if after is None:
        return None, {}
    cursor = sealed(site_of(request), _purpose(request), to_jsonable_python(after))
    address = request.url.include_query_params(cursor=cursor)
    return cursor, {"Link": f'<{address.path}?{address.query}>; rel="next"'}


async def listed(
    request: Request,
    visit: Visit,
    asked: PartAsked,
    kind: type[ACursor],
    ask: Callable[[Part[ACursor]], Awaitable[Listed[ALine, ACursor]]],
    count: Callable[[], Awaitable[int]] | None = None,
) -> Response:
    """A part of a list that read models keep."""
    found = await ask(Part(place(request, asked, kind), asked.limit))
    cursor, headers = onward(request, found.after)
    body = in_json.rows(visit, found) | {"next": cursor}
    if count and isinstance(asked, Counted) and asked.count:
        body["total"] = await count()
    return answered(request, body, headers=headers)


def sliced(request: Request, asked: PartAsked, rows: Sequence[Any]) -> tuple[Sequence[Any], int | None]:
    """A part of rows that are all there, and the number after which the next begins."""
    begin = place(request, asked, int) or 0
    end = begin + asked.limit
    return rows[begin:end], end if end < len(rows) else None


def whole_list(request: Request, asked: PartAsked, body: Mapping[str, Any], name: str) -> Response:
    """A part of a list that was asked as a whole, under a name of the object."""
    rows = body[name]
    part, after = sliced(request, asked, rows)
    cursor, headers = onward(request, after)
    told = {**body, name: part, "next": cursor}
    if isinstance(asked, Counted) and asked.count:
        told["total"] = len(rows)
    return answered(request, told, headers=headers)


def _purpose(request: Request) -> str:
    """Of one list of one organisation, asked the same way."""
    asked = sorted((one, value) for one, value in request.query_params.multi_items() if one not in _BESIDE)
    return f"cursor {request.url.path} {asked}"


_BESIDE = {"cursor", "limit", "count"}
