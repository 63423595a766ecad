"""The story of the money, told in a simulation of the stack as far as a test wants it."""

from collections.abc import Iterator
from itertools import groupby

from domain.registry.commands import AnyCommand
from tests.cli.beside_story import story
from tests.support.imported import person_of
from tests.web.browser.world import World

EMAILS = {
    person_of(one.partition(".")[0]): f"{one}@example.org"
    for one in ("swann.ebauche", "robin.calque", "ange.epure", "mika.trace", "yael.patron")
}


def tell(world: World, organisation: str, last: str) -> None:
    """All that was recorded up to the first command of a kind, that one included."""
    for actor, commands in groupby(_until(last), key=lambda one: one.actor):
        lines = [
            one.model_dump(mode="json", exclude={"command_id", "actor"}, exclude_none=True)
            for one in commands
        ]
        world.do(organisation, EMAILS[actor], *lines)


def _until(last: str) -> Iterator[AnyCommand]:
    for one in story(""):
        yield one
        if one.type == last:
            return
