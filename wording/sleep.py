"""How a cooperation stands, with the day until which one asleep is meant to sleep."""

from datetime import date

from language import say, t
from wording.days import day_words
from wording.values import word


def status_said(status: str, planned_end: date | None) -> str:
    """The status in words; ``planned_end`` is that of its last pause, which counts only while it sleeps."""
    said = word(status, "cooperation")
    if status == "paused" and planned_end:
        return said + t(", jusqu’au ", ", until ") + say(day_words(planned_end))
    return said
