"""Notices as mail servers write them, to an address of ours."""

from pathlib import Path


def notice(name: str, to: str) -> bytes:
    """One of them, as it comes to that address."""
    written = (Path(__file__).parent / f"{name}.eml").read_text(encoding="utf-8")
    return written.replace("{to}", to).replace("\n", "\r\n").encode()
