"""What waits for whoever looks: the first page of an organisation."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries.lists import Part
from queries.tasks import list_tasks
from web.page import page
from web.visiting import Visiting
from wording.pages import tasks as words
from wording.tasks import task_said

router = APIRouter()


@router.get("/o/{organisation}/")
async def tasks(request: Request, visit: Visiting) -> Response:
    """Those that wait longest first."""
    found = await list_tasks(visit, part=Part())
    lines = [(task, task_said(task, found.names)) for task in found.rows]
    return page(request, "tasks/waiting.html", words=words, lines=lines)
