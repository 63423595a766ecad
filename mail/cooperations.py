"""What a reminder about a cooperation is about."""

from collections.abc import Iterator, Mapping

from domain.cooperations.commands.calls import SelectApplication
from domain.cooperations.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    ResumeCooperation,
    SettleAbandonment,
)
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.fundings.commands.requests import RequestFunding
from domain.kernel.command import Command
from domain.reviews.commands import OpenReview
from domain.rulebook import Rulebook
from domain.tasks.answers import answers_deadline, extends_deadline
from domain.tasks.prefilled import Prefilled
from language import Text
from mail.addresses import one_line
from mail.missing import missing_for
from mail.topic import Page, Proposal, Topic

_PURPOSES: Mapping[type[Command], str] = {
    OpenReview: "ask-panel",
    RequestFunding: "ask-funding",
    AdvancePhase: "go-on",
    ResumeCooperation: "wake",
    CloseCooperation: "close",
    SettleAbandonment: "settle",
    SelectApplication: "select",
}
"""What the command that meets a deadline is for, where that is not to record what was done."""


def topic_of_cooperation(file: Cooperation, deadline: Deadline, rulebook: Rulebook) -> Topic:
    """The phase, whom or what the deadline concerns, what it waits for, and what meets it."""
    missing = missing_for(deadline, file, rulebook)
    meeting = missing.asking if missing else answers_deadline(deadline, file, rulebook)
    return Topic(
        kind="cooperation",
        cooperation=one_line(file.name),
        proposals=tuple(_proposals(file, meeting, extends_deadline(deadline, file))),
        phase=rulebook.phases[file.current.phase].name,
        whose=_whose(deadline, file),
        missing=missing,
    )


def _proposals(
    file: Cooperation, meeting: Prefilled | None, extension: Prefilled | None
) -> Iterator[Proposal]:
    yield Proposal(Page(file.key), "show-cooperation")
    if meeting:
        yield Proposal(meeting, _PURPOSES.get(meeting.command, "record"))
    if extension:
        yield Proposal(extension, "extend")


def _whose(deadline: Deadline, file: Cooperation) -> Text | None:
    """The stakeholder whose term it is, or the experiment that it is about."""
    if deadline.subject is None:
        return None
    if deadline.after == "experiment-start":
        name = one_line(file.experiments[deadline.subject].title)
    else:
        name = one_line(file.stakeholders[deadline.subject].name)
    return Text(name, name)
