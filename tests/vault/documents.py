"""Documents of each kind, as small as they may be."""

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 16


def archive(**members: str) -> bytes:
    """An archive of some members."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return written.getvalue()


def open_document(of: str) -> bytes:
    """OpenDocument: ``text`` or ``spreadsheet``."""
    return archive(mimetype=f"application/vnd.oasis.opendocument.{of}")


def office(main: str, *, more: str = "") -> bytes:
    """Office Open XML whose main part is of a type, with ``more`` in its list of contents."""
    kind = f"application/vnd.openxmlformats-officedocument.{main}.main+xml"
    return archive(**{"[Content_Types].xml": f'<Types><Override ContentType="{kind}"/>{more}</Types>'})
