"""What is private, what is published, and the templates of documents."""

from typing import Literal

from domain.kernel.model import Model
from domain.kernel.money import Cents
from domain.kernel.values import Key, Phase
from domain.rulebook.base import Names

Subject = Literal[
    "sheet",
    "territory",
    "stakeholders",
    "commitments",
    "contributions",
    "charter",
    "course",
    "occasions",
    "experiments",
    "quick-wins",
    "lessons",
    "problems",
    "evaluations",
    "conventions",
    "stage",
    "horizon",
]
"""What a file holds, as far as it can be shown to the public or kept from it."""


class Publication(Model):
    """What the public may read, and from which phase on; the rest is for those who may read the file."""

    published: tuple[Subject, ...] = ()
    private: tuple[Subject, ...] = ()
    since: Phase = Phase.EXPLORATION
    conventions_above_cents: Cents | None = None
    """Agreements above this amount a year are published (France: 2300000, 23 000 €)."""


class Template(Model):
    """A document written from a file: headings in order, each followed by what the file says of its subject."""

    document: Key
    name: Names
    sections: tuple[Subject, ...]
