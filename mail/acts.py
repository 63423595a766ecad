"""What a letter says of what the service does by itself: announced, asked for, left to people."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from domain.acts.prescribed import act_of
from domain.acts.standings import planned_act
from domain.deadlines.act_clocks import ANNOUNCED, ASKED, OF_ACTS, occurrence_of
from domain.deadlines.deadline import Deadline
from domain.files.file import KeptFile
from domain.kernel.refusal import Refusal
from domain.kernel.text import Bilingual
from domain.rulebook import Rulebook
from domain.rulebook.course import AskFor
from domain.tasks.answers import answers_deadline, extends_deadline
from language import Text
from mail.topic import Opening, Proposal, Topic
from wording.acts import deed_words
from wording.naming import Naming
from wording.refusals import explain
from wording.rulebook.acts import asked_for_words

_PURPOSES = {"announced": "hold-back", "asked": "record", "refused": "by-hand"}


def of_an_act(deadline: Deadline) -> bool:
    """Whether a deadline tells of what the service does by itself."""
    return deadline.after in OF_ACTS


def about_the_act(
    topic: Topic,
    file: KeptFile,
    deadline: Deadline,
    rung: str,
    rulebook: Rulebook,
    regions: Mapping[str, Bilingual],
) -> Topic:
    """The topic of a file's letter, with what the service does in it and what is open to the reader."""
    proposals = (*topic.proposals[:1], *_proposals(file, deadline, rulebook))
    opening = _opening(deadline, rung)
    act = act_of(deadline.key, file, rulebook)
    if deadline.after == ASKED and isinstance(act, AskFor):
        return replace(
            topic, proposals=proposals, opening=opening, deed=Text(*asked_for_words(act, rulebook))
        )
    occurrence = occurrence_of(deadline.base)
    planned = planned_act(occurrence, file, rulebook)
    deed = deed_words(planned, file, rulebook) if planned else None
    refusal = _refusal(occurrence, file, rulebook, regions)
    return replace(topic, proposals=proposals, opening=opening, deed=deed, refusal=refusal)


def _opening(deadline: Deadline, rung: str) -> Opening | None:
    if deadline.after == ANNOUNCED:
        return "announced"
    if deadline.after == ASKED:
        return "asked" if rung == "asked" else None
    return "refused"


def _proposals(file: KeptFile, deadline: Deadline, rulebook: Rulebook) -> Iterator[Proposal]:
    if meeting := answers_deadline(deadline, file, rulebook):
        yield Proposal(meeting, _PURPOSES[deadline.after.removeprefix("act-")])
    if extension := extends_deadline(deadline, file):
        yield Proposal(extension, "extend")


def _refusal(
    occurrence: str, file: KeptFile, rulebook: Rulebook, regions: Mapping[str, Bilingual]
) -> Text | None:
    known = file.acts.refused.get(occurrence)
    if known is None:
        return None
    naming = Naming(rulebook, file=file, zone=rulebook.zone_of(file.region), regions=regions)
    return Text(*explain(Refusal(known.code, known.params), naming).whole)
