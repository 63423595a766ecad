"""A jury that is asked: who sits on it, what they say, what becomes of it."""

from datetime import datetime
from pathlib import Path
from typing import Any

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.told import ReviewAnswered
from domain.kernel.moments import PARIS
from domain.reviews.events import ReviewConcluded
from tests.life.house import House

RULEBOOKS = YamlRulebooks(Path(__file__).with_name("rulebooks"))
JURORS = ("jury", "juror-2", "juror-3")


async def seat_jury(house: House) -> None:
    """Three people sit on the jury."""
    for name in JURORS[1:]:
        await house.register(name, "jury")


async def ask(house: House, review: str, file: str, question: str = "project", **fields: Any) -> str:
    """Put a question to its panel; the review's key."""
    await house.do("OpenReview", review=review, cooperation=file, question=question, **fields)
    return f"review:{review}"


async def give_opinion(house: House, review: str, who: str, opinion: str = "favourable") -> None:
    """Have somebody declare that they have no conflict of interest, and give their opinion."""
    await house.do("DeclareInterests", who, review=review, conflict=False)
    grounds = {"points": ["budget"], "reasons": "Trop cher", "would_change": "Un devis"}
    more = grounds if opinion == "unfavourable" else {}
    await house.do("GiveOpinion", who, review=review, opinion=opinion, dossier=1, **more)


async def conclusions(house: House, key: str) -> list[tuple[datetime, ReviewConcluded]]:
    """The conclusions of a review, with their instant in Paris."""
    return [
        (one.recorded_at.astimezone(PARIS), one.event)
        for one in await house.events(key)
        if isinstance(one.event, ReviewConcluded) and one.recorded_at
    ]


async def answers(house: House, file: str) -> list[tuple[str, str]]:
    """What the cooperation heard of its reviews."""
    told = [one.event for one in await house.happened(file, ReviewAnswered)]
    return [(one.review, one.outcome) for one in told if isinstance(one, ReviewAnswered)]
