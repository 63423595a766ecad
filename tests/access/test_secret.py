"""The secret of a site: made once, for us only, whoever asks first."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from access.secret import SecretTooShort, read_secret


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    """Processes that start together have the same one."""
    path = tmp_path / "home" / "secret"
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: read_secret(path).key("forms"), range(32)))
    assert len(set(found)) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_each_purpose_has_a_key_of_its_own(tmp_path: Path) -> None:
    """What one of them tells, another does not."""
    secret = read_secret(tmp_path / "secret")
    assert len({secret.key("forms"), secret.key("address"), secret.digest("address", "a")}) == 3
    assert secret.digest("address", "a") == secret.digest("address", "a")


def test_a_secret_that_anybody_could_guess_is_refused(tmp_path: Path) -> None:
    """Somebody wrote it by hand."""
    (tmp_path / "secret").write_text("escale\n")
    with pytest.raises(SecretTooShort):
        read_secret(tmp_path / "secret")
