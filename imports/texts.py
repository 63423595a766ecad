"""Texts with separators as spreadsheets write them: in which encoding they are, and what separates cells."""

from dataclasses import dataclass

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A text, how it was encoded, and what stands between its cells."""

    text: str
    encoding: str
    delimiter: str

    def encoded(self, text: str) -> bytes:
        """Another text in the same encoding; what it lacks is written with what it has, or as a question mark."""
        if self.encoding == "cp1252":
            return text.replace("\u202f", "\u00a0").encode(self.encoding, "replace")
        return text.encode(self.encoding)


def read_text(content: bytes) -> TextSheet:
    """As UTF-8, UTF-16 with its mark, or what Windows has in Western Europe."""
    text, encoding = _decoded(content)
    first = text.lstrip("\r\n").partition("\n")[0]
    return TextSheet(text, encoding, max(";\t,", key=first.count))


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace"), "utf-16"
    marked = content.startswith(b"\xef\xbb\xbf")
    try:
        return content.decode("utf-8-sig"), "utf-8-sig" if marked else "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), "cp1252"
