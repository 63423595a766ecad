"""Without a browser, or without what is put into its pages, one sentence says how to get it."""

import shutil
from pathlib import Path

import pytest

from stack.texts import StackError
from tests.web.browser import axe, chromium, needed


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser on this machine."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(chromium, "_ON_A_MAC", ())
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setenv("ESCALE_LOCALE", "en")


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("tests",), 1)])
def test_a_missing_browser_is_told_with_the_words_to_type(
    without_browser: None, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int
) -> None:
    """Only tests cannot do without."""
    assert needed.main(arguments) == code
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "need Chromium, which is missing" in said
    assert "install" in said


def test_what_came_is_used_only_if_it_is_what_was_expected(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither from npm nor from what was kept, which may have been cut off."""
    monkeypatch.setattr(axe, "cache_directory", lambda: tmp_path)
    (tmp_path / f"axe-core-{axe.VERSION}.tgz").write_bytes(b"half of it")
    other = tmp_path / "other.tgz"

    def fetched(_: Path) -> Path:
        other.write_bytes(b"something else")
        return other

    monkeypatch.setattr(axe, "_fetched", fetched)
    with pytest.raises(StackError, match="not the expected one"):
        axe.obtain_axe()


def test_without_npm_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And how to get it."""
    monkeypatch.setattr(axe, "cache_directory", lambda: tmp_path)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(StackError, match="npm is missing"):
        axe.obtain_axe()
