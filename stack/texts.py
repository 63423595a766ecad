"""Sentences for people, in French and English, and the error that carries one."""

import os
from collections.abc import Callable
from typing import Literal, NamedTuple

Locale = Literal["fr", "en"]


def preferred_locale() -> Locale:
    """French unless the environment (ESCALE_LOCALE, LC_ALL, LC_MESSAGES, LANG) names another language."""
    spoken = next(filter(None, map(os.environ.get, ("ESCALE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fr" if spoken.partition(".")[0] in {"", "C", "POSIX"} or spoken.startswith("fr") else "en"


class Text(NamedTuple):
    """One sentence in both languages."""

    fr: str
    en: str


Progress = Callable[[Text], None]
"""Told of each step while something slow goes on."""


class StackError(Exception):
    """The stack cannot do what was asked; `code` is stable, `text` says why and what helps."""

    def __init__(self, code: str, text: Text) -> None:
        super().__init__(f"{text.en} [{code}]")
        self.code = code
        self.text = text
