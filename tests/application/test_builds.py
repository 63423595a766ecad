"""The first build is released by itself; a worker that gets no work because of another one says so."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress

import pytest
from structlog.testing import capture_logs

from application.lives import builds
from application.lives.builds import NotReleased, see_to_the_first


async def _said(build: str, answers: Iterable[str | NotReleased | None]) -> tuple[list[str], int]:
    """What a worker of a build says to these answers, and how often it has asked when it is content."""
    told, asked = iter(answers), 0
    over = asyncio.Event()

    async def released() -> str | None:
        nonlocal asked
        asked += 1
        answer = next(told)
        if asked == len(list(answers)):
            over.set()
        if isinstance(answer, NotReleased):
            raise answer
        return answer

    with capture_logs() as lines:
        seeing = asyncio.create_task(see_to_the_first(build, released))
        await over.wait()
        for _ in range(3):
            await asyncio.sleep(0)
        seeing.cancel()
        with suppress(asyncio.CancelledError):
            await seeing
    return [line["event"] for line in lines], asked


@pytest.mark.parametrize(
    ("build", "answers", "said"),
    [
        ("1", [None, None, "1"], []),
        ("1", [NotReleased("UNAVAILABLE"), "1"], ["no build released yet"]),
        ("2", ["1"], ["lives go on with another build"]),
        ("", [None], []),
        ("", ["1"], ["lives go on with another build"]),
    ],
)
async def test_a_worker_asks_until_some_build_is_released_and_says_if_it_is_not_its_own(
    build: str, answers: list[str | NotReleased | None], said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it names none: it would wait for ever, and nobody would know why."""
    monkeypatch.setattr(builds, "LOOK_SECONDS", 0)
    assert await _said(build, answers) == (said, len(answers))
