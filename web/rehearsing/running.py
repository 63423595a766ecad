"""Running a rehearsal in a process of its own, ended when its time is up or whoever waits for it goes away."""

import asyncio
import os
import sys

import structlog

from domain.rulebook import Rulebook
from language import locale
from queries.rehearsals import Life
from web.rehearsing.asked import Asked, Form
from web.rehearsing.limits import AT_ONCE, KEPT, SECONDS

log = structlog.get_logger("web")

_NEEDED = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "SYSTEMROOT")
"""Of our environment: where the programs are; neither settings nor secrets."""
_answers: dict[str, bytes] = {}
"""The last answers, by what was asked: the same life comes to the same, whoever asks."""
_turns = asyncio.Semaphore(AT_ONCE)


class TookTooLong(Exception):
    """The rehearsal was ended before it was done."""


class CameToNothing(Exception):
    """The rehearsal ended by itself without an answer: a fault of the program."""


async def life_rehearsed(rulebook: Rulebook, life: Life, form: str = "page") -> bytes:
    """A life under a rulebook, in the language that is spoken. Raises TookTooLong, CameToNothing."""
    forms: dict[str, Form] = {"ics": "ics", "xlsx": "xlsx"}
    asked = Asked(
        rulebook=rulebook.written(),
        scenario=life.scenario,
        region=life.region,
        since=life.since,
        today=life.today,
        years=life.years,
        form=forms.get(form, "page"),
        language=locale(),
    )
    question = asked.model_dump_json()
    if question not in _answers:
        answer = await rehearsed(asked)
        while len(_answers) >= KEPT:
            del _answers[next(iter(_answers))]
        _answers[question] = answer
    return _answers[question]


async def rehearsed(asked: Asked, seconds: float = SECONDS) -> bytes:
    """What it shows, in the form that is asked for. Raises TookTooLong, CameToNothing."""
    environment = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    async with _turns:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "web.rehearsing"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment,
        )
        try:
            async with asyncio.timeout(seconds):
                answer, said = await process.communicate(asked.model_dump_json().encode())
        except TimeoutError:
            raise TookTooLong from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if process.returncode:
        last = said.decode(errors="replace").strip().rpartition("\n")[2]
        log.error("rehearsal_failed", code=process.returncode, said=last.partition(":")[0])
        raise CameToNothing
    return answer
