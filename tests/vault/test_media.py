"""Which documents are taken: name and content say the same, and no kind that runs anything."""

import pytest

from tests.vault.documents import JPEG, PDF, PNG, archive, office, open_document
from vault.media import LARGEST, AttachmentRefused, media_type_of, suffixes

_WORD, _SHEET = "wordprocessingml.document", "spreadsheetml.sheet"
TAKEN = {
    "plan.pdf": (PDF, "application/pdf"),
    "Photo.JPG": (JPEG, "image/jpeg"),
    "photo.jpeg": (JPEG, "image/jpeg"),
    "carte.png": (PNG, "image/png"),
    "charte.odt": (open_document("text"), "application/vnd.oasis.opendocument.text"),
    "budget.ods": (open_document("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
    "charte.docx": (office(_WORD), f"application/vnd.openxmlformats-officedocument.{_WORD}"),
    "budget.xlsx": (office(_SHEET), f"application/vnd.openxmlformats-officedocument.{_SHEET}"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_each_kind_is_taken_by_name_and_content(name: str) -> None:
    """The case of the name does not matter."""
    content, media_type = TAKEN[name]
    assert media_type_of(name, content) == media_type


def test_all_kinds_that_are_offered_are_tried_here() -> None:
    """The list that forms show, and this table."""
    assert {f".{name.rpartition('.')[2].lower()}" for name in TAKEN} == set(suffixes())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("plan.pdf", b"", "empty"),
        ("plan.pdf", PDF + b"\0" * LARGEST, "too-large"),
        ("page.html", b"<script>alert(1)</script>", "kind"),
        ("image.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        ("tool.exe", b"MZ", "kind"),
        ("plan", PDF, "kind"),
        ("plan.pdf.html", PDF, "kind"),
        ("plan.pdf", b"<html>%PDF-1.7", "content"),
        ("carte.png", JPEG, "content"),
        ("charte.docx", office(_SHEET), "content"),
        ("charte.docx", PDF, "content"),
        ("charte.docx", archive(word="x"), "content"),
        ("budget.xlsx", office(_SHEET, more="vbaProject.bin"), "content"),
        ("charte.odt", open_document("spreadsheet"), "content"),
        ("charte.odt", archive(mimetype="text/html"), "content"),
        ("charte.odt", b"PK\x03\x04" + b"\0" * 30, "content"),
    ],
)
def test_what_is_something_else_is_not_taken(name: str, content: bytes, reason: str) -> None:
    """A page called a document, one kind called another, macros, a broken archive."""
    with pytest.raises(AttachmentRefused) as refused:
        media_type_of(name, content)
    assert refused.value.reason == reason
