"""The table of settings tells all of them, and tells them truly."""

from tests.docs.pages import ROOT, tables
from tests.docs.settings_table import settings_rows


def test_the_table_of_settings_is_that_of_the_program() -> None:
    """Variables, defaults and meanings are those of ``config.Settings``."""
    assert tables((ROOT / "README.md").read_text(), "variable") == settings_rows()


def test_every_setting_is_described() -> None:
    """No setting is left to be guessed."""
    assert [variable for variable, _, meaning in settings_rows() if not meaning] == []
