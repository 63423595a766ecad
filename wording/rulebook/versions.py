"""What versions of programmes are called."""

import re

from domain.kernel.text import Bilingual
from domain.rulebook import Rulebook
from language import Text, text_of

RULEBOOK = re.compile(r"[a-z][a-z0-9-]*@[0-9]+")
"""The id of a rulebook: its programme, and the number of its version."""


def version_words(programme: Text, rulebook: str) -> Text:
    """A version of a programme, by the name of that and the id of its rulebook."""
    number = rulebook.partition("@")[2]
    return Text(f"{programme.fr}, version {number}", f"{programme.en}, version {number}")


def rulebook_words(rulebook: str, known: Rulebook | None) -> Bilingual:
    """What the id of a rulebook stands for; by the name of the programme where ``known`` is a version of it."""
    programme, _, number = rulebook.partition("@")
    if known and known.id.partition("@")[0] == programme:
        return version_words(text_of(known.name), rulebook)
    version = f", version {number}" if number else ""
    return f"«\u00a0{programme}\u00a0»{version}", f"“{programme}”{version}"
