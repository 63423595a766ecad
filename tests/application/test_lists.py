"""Workflows show what Temporal's lists know, and nothing before."""

from collections.abc import Sequence

import pytest

from application.lives.lists import Lists, ListsUnknown


class Server:
    """A server whose lists lack what a test says."""

    def __init__(self, *missing: str) -> None:
        self.lacks: Sequence[str] = missing
        self.says = True
        self.asked = 0

    async def missing(self) -> Sequence[str]:
        """What its lists lack."""
        self.asked += 1
        if not self.says:
            raise ListsUnknown("UNAVAILABLE")
        return self.lacks


async def test_what_was_there_from_the_start_is_asked_once() -> None:
    """Each turn of each workflow wants to know."""
    server = Server()
    lists = Lists(server.missing, every=0)
    assert await lists.know()
    assert await lists.know()
    assert server.asked == 1


async def test_what_was_missing_counts_from_the_second_look() -> None:
    """All parts of a server have heard of it by then."""
    server = Server("EscaleSeen")
    lists = Lists(server.missing, every=0)
    assert not await lists.know()
    server.lacks = ()
    assert not await lists.know()
    assert await lists.know()


@pytest.mark.parametrize(("every", "asked"), [(3600, 1), (0, 2)])
async def test_a_server_that_does_not_say_is_asked_again_later(every: float, asked: int) -> None:
    """Not at every turn."""
    server = Server()
    server.says = False
    lists = Lists(server.missing, every=every)
    assert not await lists.know()
    assert not await lists.know()
    assert server.asked == asked
