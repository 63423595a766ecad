"""One trace leads from a command to the mail that it causes, through ledger, Temporal and outbox."""

from collections.abc import Iterator

import pytest

from application.observability.tracing import Origin
from config import Settings
from domain.kernel.ledger import LedgerKind
from tests.life.house import House, at, inhabited, working
from tests.life.panels import RULEBOOKS, ask, give_opinion, seat_jury
from tests.support.collecting import Collected, Collector, collect_traces

FILE = "atelier"


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """Where traces of this process go, soon."""
    with collect_traces() as made:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", made.address)
        monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "100")
        yield made


def _trace(house: House, command_id: str) -> str:
    return f"{Origin(house.organisation, command_id).trace_id:032x}"


async def test_one_trace_leads_from_a_command_to_the_mail_that_it_causes(
    settings: Settings, collector: Collector
) -> None:
    """A panel is asked, and invited; what follows from an opinion is of another trace; a conclusion begins one."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await seat_jury(house)
        await house.open(FILE, "advice")
        key = await ask(house, "avis", FILE, command_id="asking")
        await house.advance_to(at("2026-03-04"))
        await give_opinion(house, "avis", "jury")
        await give_opinion(house, "avis", "juror-2")
        await house.advance_to(at("2026-03-20"))
    asked, spans = _trace(house, "asking"), collector.spans
    theirs = [one for one in spans if one.trace == asked and one.attributes.get("escale.file", key) == key]

    [asking] = [one for one in theirs if one.name == "OpenReview"]
    assert (asking.parent, asking.attributes["escale.outcome"]) == ("", "recorded")
    names = {one.name for one in theirs}
    assert names >= {"append", "wake", "assess", "issue_reminder", "IssueReminder", "send message"}
    assert names >= {"report message", "ReportDelivery"}
    assert len([one for one in theirs if one.name == "send message"]) == 3, "one for each member"
    assert _parents(spans, theirs) >= {
        ("append", "OpenReview"),
        ("wake", "OpenReview"),
        ("issue_reminder", "OpenReview"),
        ("IssueReminder", "issue_reminder"),
        ("append", "IssueReminder"),
        ("send message", "OpenReview"),
    }
    opinion = collector.named("GiveOpinion")[-1]
    assert opinion.trace != asked
    later = [one for one in collector.named("send message") if one.trace == opinion.trace]
    assert later, "who had not answered was reminded"
    [concluding] = collector.named("ConcludeReview")
    assert concluding.trace not in {asked, opinion.trace}
    assert concluding.links == (opinion.trace,), "from it one finds what made it due"
    assert not [one for one in spans if one.error]
    assert "Atelier" not in str(spans)


def _parents(spans: list[Collected], theirs: list[Collected]) -> set[tuple[str, str]]:
    names = {one.span: one.name for one in spans}
    return {(one.name, names[one.parent]) for one in theirs if one.parent in names}
