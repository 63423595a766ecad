"""What waits until a request for money or an amendment is decided: a panel to ask, its answer, then the decision."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from domain.fundings.amending import amount_amended
from domain.fundings.asking import answer_of, asked_now, deciding_panels, deciding_roles, question_to
from domain.fundings.circuit import level_deciding
from domain.fundings.state import Amendment, Funding
from domain.reminders.view import FileView
from domain.rulebook import Instrument, Level, Panel
from domain.tasks.by_itself import could_not_be_asked, will_be_asked, will_be_decided
from domain.tasks.task import Kind
from domain.tasks.waiting import Waiting, who_acts


@dataclass(frozen=True, slots=True)
class _Open:
    """What is to be decided: the request, or an amendment, since which entry; never by those who asked for it."""

    kind: Kind
    subject: str
    since: int
    askers: tuple[str, ...]
    amendment: str | None = None


def request_to_decide(view: FileView[Funding], instrument: Instrument, waiting: Waiting) -> None:
    """The request waits for the body entitled to the amount."""
    funding = view.file
    level = level_deciding(funding, instrument, funding.amount_cents)
    asked = _Open("decision", funding.instrument, funding.requested, funding.askers)
    if level:
        _decided_by(level, asked, view, instrument, waiting)


def amendment_to_decide(
    view: FileView[Funding], instrument: Instrument, amendment: Amendment, waiting: Waiting
) -> None:
    """An amendment waits for the body entitled to the amount that would hold."""
    key = amendment.amendment
    level = level_deciding(view.file, instrument, amount_amended(view.file, amendment))
    asked = _Open("amendment", key, amendment.entry, (amendment.proposed_by,), key)
    if level:
        _decided_by(level, asked, view, instrument, waiting)


def _decided_by(
    level: Level, asked: _Open, view: FileView[Funding], instrument: Instrument, waiting: Waiting
) -> None:
    """Whoever holds one of its roles decides at any time; a panel is asked by those in charge, then answers first."""
    roles, panels = deciding_roles(level), deciding_panels(level, view.rulebook)
    waits = waiting.at(asked.since)
    answer = answer_of(view.file, asked.amendment, panels, asked.since)
    if answer and answer[1].answered:
        if asked.amendment is None and will_be_decided(view):
            return
        _to_record(
            asked, (*roles, answer[1].panel), view, instrument, waiting, waiting.at(answer[1].answered)
        )
        return
    _to_record(asked, roles, view, instrument, waiting, waits)
    if now := asked_now(view.file, asked.amendment, panels):
        panel = next(one for one in panels if one.panel == now[1].panel)
        waiting.awaits(now[0], asked.subject, waiting.at(now[1].asked), instrument.name, panel.name)
    elif not roles:
        _to_ask(asked, panels, view, waiting, waits)


def _to_record(
    asked: _Open,
    bodies: Collection[str],
    view: FileView[Funding],
    instrument: Instrument,
    waiting: Waiting,
    since: datetime,
) -> None:
    deadline = waiting.deadline("decision") if asked.amendment is None else None
    for whom in who_acts(bodies, view.rulebook, asked.askers):
        waiting.add(asked.kind, asked.subject, since, whom, name=instrument.name, deadline=deadline)


def _to_ask(
    asked: _Open, panels: Collection[Panel], view: FileView[Funding], waiting: Waiting, since: datetime
) -> None:
    question = question_to(panels, asked.amendment, view.rulebook)
    if question is None or will_be_asked(view, question.review):
        return
    if could_not_be_asked(view, question.review):
        return  # what the service could not do waits itself
    deadline = waiting.deadline("decision") if asked.amendment is None else None
    panel = next(one for one in panels if one.panel == question.panel)
    subject = f"{question.review}/{asked.amendment}" if asked.amendment else question.review
    of, name = panel.name, question.name
    waiting.add("review-to-ask", subject, since, name=name, deadline=deadline, of_fr=of.fr, of_en=of.en)
