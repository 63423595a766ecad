"""Processes that decide at the same moment, each through its own way in."""

import asyncio
import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

from pydantic import SecretStr

from application.commands.answer import Answer
from bootstrap import Service, open_service
from config import Settings
from domain.fundings.commands.requests import DecideFunding
from tests.support.waiting import LONG_ENOUGH


@dataclass(frozen=True, slots=True)
class Start:
    """Who decides about which fundings, in the race of that number."""

    race: int
    fundings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finish:
    """What became of the decision about a funding; a refusal with its sentence."""

    funding: str
    outcome: str
    code: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Course:
    """Where the processes meet."""

    dsn: str
    home: Path
    organisation: str
    decider: str
    at: str
    """When the decisions take effect: New Year is no reason to look into another envelope."""


class Contestants:
    """The processes, and the pipes to them."""

    def __init__(self, pipes: Sequence[Connection]) -> None:
        self._pipes = pipes

    async def race(self, number: int, fundings: Sequence[str]) -> list[Finish]:
        """Have all of them decided at once, divided among the processes."""
        for place, pipe in enumerate(self._pipes):
            pipe.send(Start(number, tuple(fundings[place :: len(self._pipes)])))
        return await asyncio.to_thread(self._finishes)

    def _finishes(self) -> list[Finish]:
        finishes = []
        for pipe in self._pipes:
            assert pipe.poll(LONG_ENOUGH), "a process does not answer"
            finishes += pipe.recv()
        return finishes


@contextmanager
def contestants(course: Course, processes: int) -> Iterator[Contestants]:
    """So many processes, ready to decide; ended with the block."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(processes)
    pairs = [context.Pipe() for _ in range(processes)]
    crew = [context.Process(target=_run, args=(course, theirs, barrier), daemon=True) for _, theirs in pairs]
    for one in crew:
        one.start()
    try:
        yield Contestants([ours for ours, _ in pairs])
    finally:
        for (ours, _), one in zip(pairs, crew, strict=True):
            ours.close()
            one.join(LONG_ENOUGH)
            one.kill()


def _run(course: Course, pipe: Connection, barrier: Barrier) -> None:
    asyncio.run(_serve(course, pipe, barrier))


async def _serve(course: Course, pipe: Connection, barrier: Barrier) -> None:
    """Wait for a start, for the others, decide; until nobody is there to start any more."""
    settings = Settings(home=course.home, database_url=SecretStr(course.dsn))
    async with open_service(settings) as service:
        while True:
            try:
                start: Start = pipe.recv()
            except EOFError:
                return
            barrier.wait(LONG_ENOUGH)
            pipe.send([_finish(*one) for one in await _decide(service, course, start)])


async def _decide(service: Service, course: Course, start: Start) -> list[tuple[str, Answer]]:
    answers = await asyncio.gather(
        *(
            service.one_way_in.handle(
                course.organisation,
                DecideFunding(
                    type="DecideFunding",
                    command_id=f"race/{start.race}/{funding}",
                    actor=course.decider,
                    effective_at=course.at,
                    funding=funding,
                    decision="granted",
                ),
            )
            for funding in start.fundings
        )
    )
    return list(zip(start.fundings, answers, strict=True))


def _finish(funding: str, answer: Answer) -> Finish:
    refusal = answer.refusal
    code, message = (refusal.code, refusal.message.en) if refusal else (None, "")
    return Finish(funding, answer.outcome, code, message)
