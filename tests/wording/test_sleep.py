"""A file asleep is said with the day until which it is meant to sleep."""

from datetime import date

from wording.sleep import status_said


def test_the_planned_end_is_said_while_the_file_sleeps() -> None:
    """Not without one, and not of a pause that is over."""
    planned = date(2026, 9, 15)
    assert status_said("paused", planned) == f"{status_said('paused', None)}, jusqu’au 15 septembre 2026"
    assert "2026" not in status_said("active", planned)
