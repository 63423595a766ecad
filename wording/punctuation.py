"""Punctuation of each language: a colon after a label, quotation marks, thin spaces; French follows its own rules.

French sets U+202F before ``; ! ?`` and in numbers, U+00A0 before ``: % €`` and inside « », ``’`` for an apostrophe.
"""

from collections.abc import Iterable

from language import Text, t

_SPACES = "\u00a0\u202f"


def labelled(label: str, said: str) -> str:
    """What is said under a label, in the language that is spoken now: *État : en cours*, *Status: active*."""
    return t(f"{label}\u00a0: {said}", f"{label}: {said}")


def joined(parts: Iterable[str]) -> str:
    """Parts of a sentence one after the other, in the language that is spoken now."""
    return t(" ; ", "; ").join(parts)


def quoted(text: object) -> Text:
    """What somebody typed or named, in the quotation marks of each language; what cannot be seen is spelled out."""
    shown = "".join(one if one.isprintable() or one in _SPACES else ascii(one)[1:-1] for one in str(text))
    return quoted_pair((shown, shown))


def quoted_pair(name: tuple[str, str]) -> Text:
    """A name that differs by language, in the quotation marks of each."""
    return Text(f"«\u00a0{name[0]}\u00a0»", f"“{name[1]}”")


def both(words: tuple[str, str]) -> str:
    """Both languages in one line, for pages that speak to everybody: *diagnostic / diagnosis*; once if they agree."""
    french, english = words
    return french if french == english else f"{french} / {english}"


def capitalised(words: tuple[str, str]) -> Text:
    """Words that begin a line of their own, in both languages: with a capital."""
    return Text(*(one[:1].upper() + one[1:] for one in words))


def spaced(key: str) -> Text:
    """A key that has no name, or that people chose for a reason of theirs, as words."""
    words = key.replace("_", " ")
    return Text(words, words)
