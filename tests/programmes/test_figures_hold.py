"""The figures of the field hold: every programme has a table of them, and none can change unnoticed."""

import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from programmes import FOLDER
from tests.programmes.figures import Figure, assert_figures, figure, name_of, with_other, written

TABLES: Mapping[str, Mapping[str, Figure]] = {
    module.PROGRAMME: module.FIGURES
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if hasattr(module := importlib.import_module(f"tests.programmes.{path.stem}"), "PROGRAMME")
}
"""The figures of each programme, as the module that runs it gives them."""

EVERY = [(programme, path) for programme, figures in TABLES.items() for path in figures]


def test_each_of_the_twenty_programmes_is_run_with_its_figures() -> None:
    """A rulebook that no test runs is one that nobody has seen work."""
    assert set(TABLES) == {path.stem for path in FOLDER.glob("*.yaml")}
    assert len(TABLES) == 20
    assert all(TABLES.values())


@pytest.mark.parametrize("programme", TABLES)
def test_every_figure_that_a_programme_gives_of_itself_is_in_its_table(programme: str) -> None:
    """None is added to a rulebook without the field note that says so."""
    given = {f"figures.{key}.value" for key in written(programme).get("figures", {})}
    assert given <= set(TABLES[programme])


@pytest.mark.parametrize("programme", TABLES)
def test_amounts_stand_in_the_table(programme: str) -> None:
    """Neither a cap nor an envelope is there without its figure of the field; one threshold is the law's."""
    for path in _amounts(written(programme).get("instruments", []), "instruments"):
        if path.endswith(".agreement_above_cents"):
            assert figure(written(programme), path) == 23_000_00, "décret 2001-495"
        else:
            assert path in TABLES[programme]


@pytest.mark.parametrize(("programme", "path"), EVERY)
def test_a_figure_that_changes_fails_the_test_of_its_programme(programme: str, path: str) -> None:
    """Each of them, one at a time."""
    figures = TABLES[programme]
    assert_figures(programme, figures)
    with pytest.raises(AssertionError):
        assert_figures(programme, figures, with_other(written(programme), path))


def _amounts(node: Any, path: str) -> Iterator[str]:
    """The paths of every amount in cents below a node."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if str(key).endswith("_cents"):
                yield f"{path}.{key}"
            yield from _amounts(value, f"{path}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _amounts(value, f"{path}.{name_of(value) or index}")
