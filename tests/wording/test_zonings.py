"""On which zonings a share was judged: each with its source and the day that it is from, as of the day judged."""

from datetime import date

from domain.kernel.values import Zoning
from wording.zonings import zonings_words

QPV = Zoning(zoning="QPV", source="décret n° 2023-1314", source_date=date(2023, 12, 28))
FRR = Zoning(zoning="FRR", source="arrêté", source_date=date(2024, 6, 19))
DAY = date(2027, 3, 1)


def test_each_zoning_that_counts_is_told_with_its_source_and_day() -> None:
    """In the order of the sheet; those that the rule does not look for are left out."""
    said = zonings_words(["QPV", "ZRR"], [FRR, QPV], DAY)
    assert said.fr == "Jugé au 1er mars 2027\u00a0: QPV (décret n° 2023-1314, 28 déc. 2023)."
    assert said.en == "Judged as of 1 Mar 2027: QPV (décret n° 2023-1314, 28 Dec 2023)."


def test_of_a_territory_in_none_of_them_that_is_said() -> None:
    """With the zonings that were looked for, and as of when."""
    said = zonings_words(["QPV", "ZRR"], [FRR], DAY)
    assert "QPV, ZRR" in said.fr
    assert "1er mars 2027" in said.fr
