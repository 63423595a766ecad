"""The language the command line speaks: chosen once, from the environment, before any help is written."""

from functools import cache

from stack.texts import Locale, Text, preferred_locale


@cache
def locale() -> Locale:
    """French unless the environment asks for another language."""
    return preferred_locale()


def say(text: Text) -> str:
    """``text`` in the reader's language."""
    return text.fr if locale() == "fr" else text.en


def t(fr: str, en: str) -> str:
    """The one of two sentences that the reader understands."""
    return say(Text(fr, en))
