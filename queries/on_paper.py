"""A cooperation among several on paper, for a commission: what its reader, or the public, may see of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from application.document import Document
from domain.cooperations.state import Cooperation
from domain.rulebook import Names
from language import Text
from queries.document import document_of
from queries.refused import Failure
from queries.visit import Visit, reached

MOST = 100
"""Cooperations that are printed in one go."""
_OF_ONE_FILE = frozenset({"nothing-public", "not-known-then", "unknown-template"})
"""Why one of them has no document while others have."""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A cooperation and its document; where there is none, why."""

    file: Cooperation
    document: Document | None
    why_not: Text | None = None


async def on_paper(visit: Visit, key: str, template: str, as_of: str, *, public: bool) -> OnPaper:
    """One of them as ``queries.document`` writes it. Raises Failure.

    What is shown from then on happened where it lives: it is to be written before the next one is asked for.
    """
    async with reached():
        file = await visit.seen(key)
        try:
            return OnPaper(file, await document_of(visit, key, template, as_of, public=public))
        except Failure as failure:
            if failure.code not in _OF_ONE_FILE:
                raise
            return OnPaper(file, None, failure.text)


def shared_templates(visit: Visit, files: Sequence[Cooperation]) -> Mapping[str, Names]:
    """The templates, by key, that the rulebooks of all of these have."""
    rulebooks = [visit.rulebook(one) for one in dict.fromkeys(file.rulebook for file in files)]
    each = [
        {one.document: one.name for one in rulebook.documents} if rulebook else {} for rulebook in rulebooks
    ]
    return {key: name for key, name in each[0].items() if all(key in one for one in each)} if each else {}
