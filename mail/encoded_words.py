"""Text in mail headers as RFC 2047 has it, written here and not by Python's ``email``.

Its folding loses or adds blanks between encoded words, otherwise from one version to the next (python/cpython#92081).
Here text is either plain on one line, or encoded as a whole, blanks included: what stands between two encoded words
is then never part of it.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator
from email.headerregistry import Address
from string import ascii_letters, digits

LONGEST_LINE = 76
"""Of a line that holds an encoded word; a word has 75 characters at most (RFC 2047, 2)."""
_HEAD, _TAIL = "=?utf-8?{}?", "?="
_FOLD = "\r\n "
LEAVE = "List-Unsubscribe"
_AS_THEY_ARE = frozenset(f"{ascii_letters}{digits}!*+-/")
"""What the Q encoding writes as it is, in a display name too (RFC 2047, 5 (3))."""
_ATOMS = frozenset(f"{ascii_letters}{digits}!#$%&'*+-/=?^_`{{|}}~ ")
"""Atoms of RFC 5322, 3.2.3, and the blanks between them."""


def text_header(name: str, text: str) -> str:
    """A header whose value is text on one line, such as a subject; without a line break at its end."""
    if _is_plain(text) and len(f"{name}: {text}") <= LONGEST_LINE:
        return f"{name}: {text}"
    return f"{name}: {_FOLD.join(_words(text, len(name) + 2))}"


def mailbox_header(name: str, mailbox: Address) -> str:
    """A header with one mailbox; without a line break at its end."""
    called, address = mailbox.display_name, f"<{mailbox.addr_spec}>"
    if not called:
        return f"{name}: {mailbox.addr_spec}"
    phrase = called if set(called) <= _ATOMS else f'"{called}"'
    if _is_plain(called) and not set(called) & {'"', "\\"} and len(f"{name}: {phrase}") <= LONGEST_LINE:
        written = f"{name}: {phrase}"
    else:
        written = f"{name}: {_FOLD.join(_words(called, len(name) + 2))}"
    last = written.rpartition("\r\n")[2]
    return written + (" " if len(f"{last} {address}") <= LONGEST_LINE else _FOLD) + address


def leave_header(address: str) -> str:
    """Where one says that one wants no more such letters (RFC 2369): an address is never encoded, however long."""
    return f"{LEAVE}: <{address}>"


def _is_plain(text: str) -> bool:
    """Whether text is read as it is written: nothing that a reader might take for an encoded word."""
    return text.isascii() and text.isprintable() and "=?" not in text and text == text.strip()


def _words(text: str, before: int) -> Iterator[str]:
    """Encoded words, each whole characters, the first on a line that has ``before`` characters already."""
    letter, write = min((("q", _q), ("b", _b)), key=lambda one: len(one[1](text)))
    room = LONGEST_LINE - before
    part = ""
    for character in text:
        if part and len(_word(letter, write, part + character)) > room:
            yield _word(letter, write, part)
            part, room = "", LONGEST_LINE - 1
        part += character
    yield _word(letter, write, part)


def _word(letter: str, write: Callable[[str], str], text: str) -> str:
    return _HEAD.format(letter) + write(text) + _TAIL


def _q(text: str) -> str:
    return "".join(
        "_"
        if one == " "
        else one
        if one in _AS_THEY_ARE
        else "".join(f"={byte:02X}" for byte in one.encode())
        for one in text
    )


def _b(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")
