"""Passwords are made once, and are for us only whoever makes them."""

import os
import stat
from pathlib import Path

from stack.credentials import Credentials


def test_passwords_are_made_once_differ_and_are_for_us_only(tmp_path: Path) -> None:
    """Under the usual umask the file is still 0600, and read again it gives the same passwords."""
    before = os.umask(0o022)
    try:
        made = Credentials.load_or_create(tmp_path / "credentials.json")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "credentials.json").stat().st_mode) == 0o600
    assert Credentials.load_or_create(tmp_path / "credentials.json") == made
    assert len(set(made)) == 3
    assert min(map(len, made)) >= 32
    assert Credentials.load_or_create(tmp_path / "others.json") != made
