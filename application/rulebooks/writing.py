"""A rulebook as the YAML that somebody may go on writing: what it says, in the order in which rulebooks say it."""

import yaml

from domain.rulebook import Rulebook

_WIDTH = 110
"""Characters of a line, where a sentence does not ask for more."""


def rulebook_text(rulebook: Rulebook, version: int) -> str:
    """Its text under the number of another version; comments of whoever wrote it are not among what it says."""
    written = rulebook.written() | {"version": version}
    text: str = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text
