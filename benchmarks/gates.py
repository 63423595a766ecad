"""Judging the gates of a whole portfolio: what each file still lacks."""

import gc
import time
from collections.abc import Sequence
from datetime import timedelta
from statistics import median

from application.rulebooks.shelf import YamlRulebooks
from benchmarks.lives import LIFE, RULEBOOK, START, history
from benchmarks.report import Row
from domain.cooperations.evolve.file import fold
from domain.cooperations.gate import gate
from domain.cooperations.state import Cooperation
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from programmes import FOLDER

FILES = 10_000
NOW = START + timedelta(days=LIFE[-1][0])
ROUNDS = 5
BAR = 2.0
"""Seconds."""


async def gates() -> Sequence[Row]:
    """Files as they stand on any day of their lives, folded beforehand, each judged as if it were just read."""
    rulebook = YamlRulebooks(FOLDER).get(Organisation(), RULEBOOK)
    seconds, items, missing = [], 0, 0
    portfolio = _portfolio()
    for _ in range(ROUNDS + 1):
        files = [
            file.changed() for file in portfolio
        ]  # what an earlier round derived from a file is not kept
        gc.collect()
        started = time.perf_counter()
        items, missing = _judge(files, rulebook)
        seconds.append(time.perf_counter() - started)
    value = median(seconds[1:])
    detail = f"{min(seconds[1:]):.2f}–{max(seconds[1:]):.2f} s, {items:,} items, {missing:,} missing"
    return [Row("gates of 10 000 files, seconds", round(value, 3), BAR, value < BAR, detail)]


def _judge(files: Sequence[Cooperation], rulebook: Rulebook) -> tuple[int, int]:
    """How many items the gates have, and how many of them are missing."""
    standing = [one for file in files for one in gate(file, rulebook, NOW)]
    return len(standing), sum(one.held == "missing" for one in standing)


def _portfolio() -> list[Cooperation]:
    """Files of their own, as many of each age."""
    ages = range(1, len(LIFE) + 1)
    return [file for number in range(FILES) if (file := _file(number, ages[number % len(ages)]))]


def _file(number: int, acts: int) -> Cooperation | None:
    return fold(None, history(f"file-{number}", LIFE[:acts]))
