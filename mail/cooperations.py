"""What a reminder about a cooperation is about."""

from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.rulebook import TERMS, DeadlineRule, Rulebook
from domain.tasks.answers import answer
from language import Text
from mail.addresses import one_line
from mail.subject import Matter, Proposal


def matter_of_cooperation(file: Cooperation, deadline: Deadline, rulebook: Rulebook) -> Matter:
    """The phase, whom or what the deadline concerns, and what meets it."""
    return Matter(
        kind="cooperation",
        cooperation=one_line(file.name),
        proposals=tuple(_proposals(file, deadline, rulebook)),
        phase=rulebook.phases[file.current.phase].name,
        whose=_whose(deadline, file),
    )


def _proposals(file: Cooperation, deadline: Deadline, rulebook: Rulebook) -> list[Proposal]:
    named = f"--cooperation {file.id}"
    found = [Proposal(f"show {file.id}", "show-cooperation")]
    rule = deadline.rule
    if isinstance(rule, DeadlineRule) and (command := answer(rule, file, rulebook)):
        found.append(Proposal(f"do {command} {named}", "record"))
    if deadline.after not in (*TERMS, "abandonment-request"):
        found.append(Proposal(f"do ExtendDeadline {named}", "extend"))
    return found


def _whose(deadline: Deadline, file: Cooperation) -> Text | None:
    """The stakeholder whose term it is, or the experiment that it is about."""
    if deadline.subject is None:
        return None
    if deadline.after == "experiment-start":
        name = one_line(file.experiments[deadline.subject].title)
    else:
        name = one_line(file.stakeholders[deadline.subject].name)
    return Text(name, name)
