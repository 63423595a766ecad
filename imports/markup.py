"""The places of elements in XML, by byte: so that a part is changed in some places and stays as it was in others."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate
from xml.sax.saxutils import escape

_TAG = re.compile(rb"<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Edit = tuple[int, int, bytes]
"""From one byte up to another, what stands there from now on."""


@dataclass(slots=True)
class Element:
    """An element with the bytes at which it begins, its content begins and ends, and it ends itself."""

    name: str
    prefix: str
    """With its colon; empty without one."""
    attributes: Mapping[str, str]
    start: int
    inside: int
    closing: int = 0
    end: int = 0
    empty: bool = field(default=False)

    def said(self, name: str) -> str | None:
        """An attribute by its local name."""
        return next((value for key, value in self.attributes.items() if key.rpartition(":")[2] == name), None)


Seen = Callable[[Element], None]


def walk(content: bytes, names: Collection[str], begun: Seen, ended: Seen) -> None:
    """Tell of every element of these local names as it begins and as it ends. Raises xml.parsers.expat.ExpatError."""
    parser = ParserCreate()
    within: list[Element | None] = []

    def start(qualified: str, attributes: Mapping[str, str]) -> None:
        prefix, colon, name = qualified.rpartition(":")
        if name not in names:
            within.append(None)
            return
        at = parser.CurrentByteIndex
        tag = _TAG.match(content, at)
        inside = tag.end() if tag else at
        one = Element(
            name, prefix + colon, attributes, at, inside, empty=content[inside - 2 : inside] == b"/>"
        )
        within.append(one)
        begun(one)

    def end(_name: str) -> None:
        one = within.pop()
        if one is None:
            return
        one.closing = one.inside if one.empty else parser.CurrentByteIndex
        one.end = one.inside if one.empty else content.index(b">", one.closing) + 1
        ended(one)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(content, True)  # noqa: FBT003 - its last piece


def in_one_byte_units(content: bytes) -> bytes:
    """The same XML in an encoding in which markup is ASCII."""
    if not content.startswith(_UTF_16):
        return content
    text = content.decode("utf-16")
    return re.sub(r"^(<\?xml[^>]*encoding=[\"'])[\w-]+", r"\1UTF-8", text, count=1).encode()


def edited(content: bytes, edits: Sequence[Edit]) -> bytes:
    """The bytes with these changes, none of which meets another."""
    parts, at = [], 0
    for start, end, instead in sorted(edits):
        parts += [content[at:start], instead]
        at = end
    return b"".join([*parts, content[at:]])


def text_bytes(text: str) -> bytes:
    """A text as it stands in XML of whichever encoding."""
    return escape(_NOT_IN_XML.sub("", text)).encode("ascii", "xmlcharrefreplace")
