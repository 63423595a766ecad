"""What addresses are put together from."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode


def asking(path: str, asked: Mapping[str, str | int | list[str]]) -> str:
    """A page with what is asked of it; what is empty is not asked."""
    known = {one: value for one, value in asked.items() if value not in ("", [])}
    return path + (f"?{urlencode(known, doseq=True, quote_via=quote)}" if known else "")


def of(organisation: str) -> str:
    """Where the pages of an organisation begin."""
    return f"/o/{segment(organisation)}"


def segment(text: str) -> str:
    """A part of a path, whatever is in it."""
    return quote(text, safe="")
