"""A look back over files all over the world tells each hour where its file lives, marked for a reader elsewhere."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from application.what_if.question import Difference, Found, Question
from cli.what_if.report import Report, tell_report
from domain.cooperations.events.lifecycle import CooperationResumed
from domain.kernel.moments import PARIS
from domain.kernel.refusal import refuse
from language import speaking
from queries.visit import Visit
from tests.domain.kit import history, on
from tests.domain.rules import RULES
from tests.domain.sample_people import MANAGER
from tests.domain.vocabulary import WHY

ZONES = {"polynesie-francaise": ZoneInfo("Pacific/Tahiti"), "occitanie": PARIS}
AT = "2026-11-30T01:48:00Z"
VISIT = cast(
    "Visit",
    SimpleNamespace(
        simulation=False, zone=PARIS, rulebook=lambda _: RULES, zone_in=lambda region, _: ZONES[region]
    ),
)
QUESTION = Question(
    "essai",
    RULES,
    "essai",
    date(2026, 1, 1),
    date(2026, 12, 31),
    MANAGER,
    datetime(2027, 1, 1, tzinfo=UTC),
    PARIS,
)


def difference(file: str, region: str) -> Difference:
    """A decision at that instant, which the other rulebook would have found too early."""
    [resumed] = history(on(AT, CooperationResumed(reason=WHY)))
    refusal = refuse("in_future", at="2026-11-30", now="2026-11-30T01:48:00Z")
    return Difference(file, resumed, (), refusal, region)


def test_each_hour_is_that_of_its_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of the decision, and those of which the refusal speaks."""
    monkeypatch.setenv("COLUMNS", "250")
    found = Found(2, 2, (difference("lagon", "polynesie-francaise"), difference("rives", "occitanie")))
    with speaking("fr"):
        tell_report(VISIT, QUESTION, Report(found, 2, 2), {}, as_json=False)
    lagon, rives = capsys.readouterr().out.split("rives")
    assert lagon.count("29 novembre 2026 à 15\u00a0h\u00a048, heure de Papeete") == 2
    assert rives.count("30 novembre 2026 à 2\u00a0h\u00a048") == 2
    assert "heure de" not in rives
