"""Files from outside as text: UTF-8, with or without the byte order mark that some programs write before it.

What a library finds wrong is said in words of ours: a reader of French cannot use those of a parser.
"""

import json
from typing import Any

from language import Text

_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 64
"""Bytes whose zeros, every second of them, tell UTF-16 without a mark."""

_JSON = {
    "Expecting value": ("il manque une valeur", "a value is missing"),
    "Expecting property name enclosed in double quotes": (
        "il faut ici un nom entre guillemets doubles",
        "a name in double quotes is expected here",
    ),
    "Illegal trailing comma before end of object": (
        "il y a une virgule de trop",
        "there is a comma too many",
    ),
    "Illegal trailing comma before end of array": ("il y a une virgule de trop", "there is a comma too many"),
    "Expecting ',' delimiter": ("il manque une virgule ou une fin", "a comma or an end is missing"),
    "Expecting ':' delimiter": ("il manque un deux-points", "a colon is missing"),
    "Extra data": ("il y a quelque chose de trop", "there is something too many"),
    "Unterminated string starting at": ("un texte n’est pas fermé", "a text is not closed"),
    "Invalid control character at": ("un caractère de contrôle", "a control character"),
    "Invalid \\escape": ("un échappement qui n’existe pas", "an escape that does not exist"),
    "Invalid \\uXXXX escape": ("un échappement qui n’existe pas", "an escape that does not exist"),
}
_YAML = {
    "mapping values are not allowed in this context": (
        "un deux-points de trop, ou un retrait qui ne convient pas",
        "a colon too many, or an indent that does not fit",
    ),
    "did not find expected key": (
        "le retrait ne convient pas, ou il manque des guillemets",
        "the indent does not fit, or quotes are missing",
    ),
    "did not find expected '-' indicator": (
        "le retrait de la liste ne convient pas",
        "the indent of the list does not fit",
    ),
    "could not find expected ':'": ("il manque un deux-points", "a colon is missing"),
    "found character that cannot start any token": (
        "un caractère qui ne peut pas être ici sans guillemets, ou une tabulation",
        "a character that cannot stand here without quotes, or a tab",
    ),
    "found unexpected end of stream": ("un texte n’est pas fermé", "a text is not closed"),
    "did not find expected ',' or ']'": ("il manque une virgule ou un ]", "a comma or a ] is missing"),
    "did not find expected ',' or '}'": ("il manque une virgule ou un }", "a comma or a } is missing"),
    "block sequence entries are not allowed in this context": (
        "une liste n’est pas permise ici",
        "no list is allowed here",
    ),
    "found unknown escape character": ("un échappement qui n’existe pas", "an escape that does not exist"),
}


class NotText(ValueError):
    """Why bytes are no text: ``what``, at ``line`` and ``column`` from 1."""

    def __init__(self, what: Text, line: int = 1, column: int = 1) -> None:
        super().__init__(what.en)
        self.what = what
        self.line = line
        self.column = column


def read_text(content: bytes) -> str:
    """The text without its mark. Raises NotText."""
    if content.startswith(_UTF_16) or _is_unmarked_utf_16(content[:_LOOKED_AT]):
        raise NotText(
            Text("le fichier est en UTF-16 ; enregistrez-le en UTF-8", "the file is UTF-16; save it as UTF-8")
        )
    bare = content.removeprefix(_MARK)
    try:
        return bare.decode()
    except UnicodeDecodeError as error:
        line, column = place_in(bare, error.start)
        fr = "ce n’est pas du texte UTF-8 ; enregistrez le fichier en UTF-8"
        en = "this is not UTF-8 text; save the file as UTF-8"
        raise NotText(Text(fr, en), line, column) from None


def _is_unmarked_utf_16(head: bytes) -> bool:
    return any(len(half) > 1 and half.count(0) * 2 > len(half) for half in (head[::2], head[1::2]))


def place_in(content: bytes, offset: int) -> tuple[int, int]:
    """Line and column of a byte, from 1."""
    before = content[:offset]
    line = before.rpartition(b"\n")[2].decode(errors="replace")
    return before.count(b"\n") + 1, len(line) + 1


def read_json(content: bytes | str) -> Any:
    """The JSON value that a text means. Raises NotText."""
    text = read_text(content) if isinstance(content, bytes) else content.removeprefix("\ufeff")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        fr, en = _JSON.get(error.msg, ("ce n’est pas du JSON", "this is not JSON"))
        raise NotText(Text(fr, en), error.lineno, error.colno) from None
    except RecursionError:
        raise NotText(Text("trop de niveaux", "too many levels")) from None
    except ValueError:  # the one that is left: a number of more digits than Python reads
        raise NotText(Text("un nombre trop long", "a number that is too long")) from None


def yaml_words(problem: str | None) -> Text:
    """What is wrong with a text that is no YAML, from what the parser says of it."""
    fr, en = _YAML.get(
        problem or "", ("la mise en forme ne convient pas ici", "it is not laid out well here")
    )
    return Text(f"ce n’est pas du YAML : {fr}", f"this is not YAML: {en}")
