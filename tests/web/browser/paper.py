"""What is read on the pages of a PDF that the browser made: its fonts say which character each of their signs is."""

import re
import unicodedata
import zlib
from collections.abc import Mapping, Sequence

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(\w+) [\d.-]+ Tf|<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<(\w{4})> <(\w{4})> <(\w+)>")
_SIGN = re.compile(rb"<(\w{4})> <(\w+)>")


def text_of_pages(pdf: bytes) -> Sequence[str]:
    """The text of each page as it was drawn, without spaces: where words end is told by places, not by signs."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\b", body)]
    return [_page(objects, one) for one in pages]


def _page(objects: Mapping[int, bytes], page: bytes) -> str:
    [resources] = re.findall(rb"/Font (<<.*?>>|\d+ 0 R)", page, re.DOTALL) or [b""]
    named = re.findall(rb"/(\w+) (\d+) 0 R", resources)
    fonts = {name: _signs(objects, objects[int(number)]) for name, number in named}
    [content] = re.findall(rb"/Contents (\d+) 0 R", page)
    found, font = [], dict[int, str]()
    for name, shown in _SHOWN.findall(_inflated(objects[int(content)])):
        if name:
            font = fonts.get(name, {})
        found += [font.get(int(shown[at : at + 4], 16), "") for at in range(0, len(shown), 4)]
    return unicodedata.normalize("NFKC", re.sub(r"\s", "", "".join(found)))


def _signs(objects: Mapping[int, bytes], font: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for number in re.findall(rb"/ToUnicode (\d+) 0 R", font):
        told = _inflated(objects[int(number)])
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", told, re.DOTALL):
            found |= {int(sign, 16): _character(meant) for sign, meant in _SIGN.findall(block)}
        for block in re.findall(rb"beginbfrange(.*?)endbfrange", told, re.DOTALL):
            for first, last, meant in _RANGE.findall(block):
                start = int(first, 16)
                signs = range(start, int(last, 16) + 1)
                found |= {sign: chr(int(meant, 16) + sign - start) for sign in signs}
    return found


def _character(meant: bytes) -> str:
    return bytes.fromhex(meant.decode()).decode("utf-16-be")


def _inflated(body: bytes) -> bytes:
    [stream] = _STREAM.findall(body)
    return zlib.decompress(stream) if b"/FlateDecode" in body else stream
