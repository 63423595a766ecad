"""Sentences for people in French and English, and the language that is spoken now.

Each front sets the language with ``speaking``: the command line once, a web front for every request. It travels as
context variables do: an asyncio task and ``asyncio.to_thread`` begin with a copy of the context they were started
in, so that what one task sets no other one speaks. A thread that was started otherwise speaks as the environment does.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, NamedTuple, Protocol

Locale = Literal["fr", "en"]

_SPOKEN: ContextVar[Locale | None] = ContextVar("spoken", default=None)


class Text(NamedTuple):
    """One sentence in both languages: a pair, French first."""

    fr: str
    en: str


class InBothLanguages(Protocol):
    """What has a French and an English form by name, as the models of YAML and JSON have."""

    @property
    def fr(self) -> str:
        """The French form."""

    @property
    def en(self) -> str:
        """The English form."""


Sayable = tuple[str, str] | InBothLanguages
"""What ``say`` can say; a pair begins with the French form."""


def preferred_locale() -> Locale:
    """French unless the environment (ESCALE_LOCALE, LC_ALL, LC_MESSAGES, LANG) names another language."""
    spoken = next(filter(None, map(os.environ.get, ("ESCALE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fr" if spoken.partition(".")[0] in {"", "C", "POSIX"} or spoken.startswith("fr") else "en"


@contextmanager
def speaking(chosen: Locale) -> Iterator[None]:
    """Within it, ``chosen`` is spoken: in this task or thread and in what it starts."""
    before = _SPOKEN.set(chosen)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def locale() -> Locale:
    """The language that is spoken now; where no front has set one, what the environment prefers."""
    return _SPOKEN.get() or preferred_locale()


def text_of(words: InBothLanguages) -> Text:
    """What has a French and an English form by name, as a pair."""
    return Text(words.fr, words.en)


def say(text: Sayable) -> str:
    """``text`` in the language that is spoken now."""
    french, english = text if isinstance(text, tuple) else (text.fr, text.en)
    return french if locale() == "fr" else english


def t(fr: str, en: str) -> str:
    """The one of two sentences that the reader understands."""
    return say((fr, en))


def named(name: Sayable | None) -> str:
    """A name in the language that is spoken now; a dash where there is none."""
    return (say(name) if name else "") or "–"
