"""What the entries of a cooperation hang on."""

from domain.cooperations.events.calls import ApplicationResubmitted, CompletionReceived
from domain.cooperations.events.file import (
    AwaitedFileMoved,
    CharterSigned,
    FileAwaited,
    ManagersChanged,
    RulebookChanged,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.cooperations.events.lifecycle import (
    AbandonmentSettled,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationReopened,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.events.record import (
    CriterionJudged,
    DeliverableDelivered,
    EntryCorrected,
    ExperimentClosed,
    GateItemDeclared,
    SolutionRecorded,
)
from domain.cooperations.events.told import FundingAnswered, ReviewAnswered, ReviewAsked
from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream, review_stream
from domain.relations.relation import EntryLink, Relation, earlier, numbered

ENDED = ("ReviewConcluded", "ReviewDeferred", "ReviewCancelled")
"""How reviews end."""


def of_cooperation(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The links of an entry of a cooperation."""
    match event:
        case PhaseEntered(gate=gate) | CooperationClosed(gate=gate):
            return numbered(Relation.EVIDENCE, stream, (entry for item in gate for entry in item.entries))
        case GateItemDeclared(evidence=evidence):
            return numbered(Relation.EVIDENCE, stream, evidence)
        case EntryCorrected(entry=entry, flags=flags):
            corrects = numbered(Relation.CORRECTS, stream, (entry,))
            return (*corrects, *numbered(Relation.FLAGS, stream, flags))
        case SolutionRecorded(problem=problem):
            return numbered(Relation.ANSWERS, stream, (problem,))
        case CharterSigned(draft=draft):
            return numbered(Relation.RESTS_ON, stream, (draft,))
        case ReviewAsked(resubmits=review):
            return (earlier(Relation.RESUBMITS, review_stream(review), *ENDED),) if review else ()
        case ReviewAnswered(review=review):
            asked = earlier(Relation.ANSWERS, stream, "ReviewAsked", review=review)
            return (asked, earlier(Relation.RESTS_ON, review_stream(review), *ENDED))
        case FundingAnswered(funding=funding):
            return (earlier(Relation.ANSWERS, stream, "FundingAsked", funding=funding),)
        case FileAwaited(awaited=awaited):
            return (earlier(Relation.AWAITS, cooperation_stream(awaited), "CooperationOpened"),)
        case AwaitedFileMoved(awaited=awaited):
            waited = earlier(Relation.ANSWERS, stream, "FileAwaited", awaited=awaited)
            moved = ("PhaseEntered", "CooperationClosed")
            return (waited, earlier(Relation.RESTS_ON, cooperation_stream(awaited), *moved))
        case _:
            return _of_what_was_there(stream, event)


def _of_what_was_there(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """Of entries that answer or replace another one of the same file."""
    match event:
        case StakeholderChanged(stakeholder=one) | StakeholderRetired(stakeholder=one):
            known = ("StakeholderAdded", "StakeholderChanged")
            return (earlier(Relation.REPLACES, stream, *known, stakeholder=one),)
        case ExperimentClosed(experiment=experiment):
            return (earlier(Relation.ANSWERS, stream, "ExperimentStarted", experiment=experiment),)
        case DeliverableDelivered(deliverable=deliverable):
            return (earlier(Relation.REPLACES, stream, event.type, deliverable=deliverable),)
        case CriterionJudged(criterion=criterion):
            return (earlier(Relation.REPLACES, stream, event.type, criterion=criterion),)
        case ManagersChanged():
            return (earlier(Relation.REPLACES, stream, "ManagersChanged", "CooperationOpened"),)
        case RulebookChanged():
            return (earlier(Relation.REPLACES, stream, "RulebookChanged", "CooperationOpened"),)
        case ApplicationResubmitted():
            return (earlier(Relation.RESUBMITS, stream, "ApplicationDeclined"),)
        case CompletionReceived():
            return (earlier(Relation.ANSWERS, stream, "CompletionAsked"),)
        case AbandonmentWithdrawn() | AbandonmentSettled():
            return (earlier(Relation.ANSWERS, stream, "AbandonmentRequested"),)
        case CooperationResumed():
            return (earlier(Relation.ANSWERS, stream, "CooperationPaused"),)
        case CooperationReopened():
            return (earlier(Relation.ANSWERS, stream, "CooperationClosed"),)
    return ()
