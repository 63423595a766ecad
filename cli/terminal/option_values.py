"""What belongs to what on a command line: an option that takes a value takes the word that follows, whatever it is.

Text may begin with a dash; but a word that is an option of the command is no text, unless ``--option=word`` says so.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from language import Text
from queries.refused import Failure, invalid

Options = Mapping[str, bool]
"""The options of a command as they are written, and whether each takes a value."""


def check_values(words: Sequence[str], options: Options) -> None:
    """Raise Failure where an option stands in the place of another one's value."""
    list(_taken(words, options, frozenset(), free=False))


def split_fields(
    words: Sequence[str], options: Options, fields: Collection[str]
) -> tuple[list[str], list[str]]:
    """The words of a command's own options and arguments, and ``--field=value`` words for all other options.

    ``fields`` are the options known to be fields. Raises Failure.
    """
    own: list[str] = []
    free: list[str] = []
    for is_field, word in _taken(words, options, fields, free=True):
        (free if is_field else own).append(word)
    return own, free


def _taken(
    words: Sequence[str], options: Options, fields: Collection[str], *, free: bool
) -> Iterator[tuple[bool, str]]:
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, equals, _ = word.partition("=")
        is_field = free and name not in options and name.startswith("--") and name != "--"
        if word == "--":
            yield from ((False, one) for one in (word, *rest))
            return
        if equals or not (options.get(name) or is_field) or not rest:
            yield is_field, word
            continue
        value = rest.pop(0)
        if _names_option(value, options, fields):
            raise _without_value(name, value)
        if is_field:
            yield True, f"{name}={value}"
        else:
            yield from ((False, one) for one in (word, value))


def _names_option(word: str, options: Options, fields: Collection[str]) -> bool:
    name = word.partition("=")[0]
    return name in options or name.partition(".")[0].replace("_", "-") in fields


def _without_value(option: str, following: str) -> Failure:
    return invalid(
        "field-without-value",
        Text(
            f"{option} n’a pas de valeur : {following} est une option",
            f"{option} has no value: {following} is an option",
        ),
        Text(
            f"Écrivez {option} valeur ; si c’en est le texte, {option}={following}.",
            f"Write {option} value; if that is its text, {option}={following}.",
        ),
    )
