"""Charts of steps: where each amount stands, and what is left out."""

from web.charts.steps import HEIGHT, step_chart


def test_each_value_has_its_column_and_the_highest_fits() -> None:
    """Along at its height, then up or down to the next."""
    chart = step_chart({"paid": [0, 100, 100, 50]}, ["a", "b", "c", "d"], str)
    assert [one.label for one in chart.up] == ["0", "25", "50", "75", "100"]
    top, bottom = chart.up[-1].at, chart.up[0].at
    assert bottom == chart.bottom < HEIGHT
    assert chart.paths["paid"] == f"M92.0 {bottom}H256.0V{top}H420.0V{top}H584.0V{(top + bottom) / 2}H748.0"


def test_where_nothing_is_known_nothing_is_drawn() -> None:
    """A line ends, and begins anew."""
    chart = step_chart({"committed": [10, None, None], "planned": [None, 10, 20]}, ["a", "b", "c"], str)
    assert chart.paths["committed"].count("M") == 1
    assert chart.paths["committed"].endswith(f"H{92 + round((748 - 92) / 3, 1)}")
    assert chart.paths["planned"].startswith(f"M{92 + round((748 - 92) / 3, 1)}")


def test_many_columns_have_few_labels_and_nothing_at_all_is_drawn_too() -> None:
    """Three years of months; an envelope in which nothing happened."""
    assert len(step_chart({"paid": [1] * 36}, [str(one) for one in range(36)], str).along) == 12
    assert step_chart({"paid": []}, [], str).paths == {"paid": ""}
