"""What a letter says that tells once: what became of what somebody asked for, or that a gate is complete."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.cooperations.commands.calls import ResubmitApplication
from domain.cooperations.commands.lifecycle import AdvancePhase
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.commands.requests import PrepareAgreement, ResubmitFunding
from domain.fundings.conditions import agreement_awaited
from domain.fundings.state import Funding
from domain.reminders.outcomes import GATE_COMPLETE, Telling
from domain.reviews.panel import panel_of
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from domain.rulebook.base import defined
from domain.tasks.cooperation_answers import going_on
from domain.tasks.prefilled import Prefilled
from language import Text, text_of
from mail.addresses import one_line
from mail.topic import Page, Proposal, Topic
from wording.codes import code_words

_ASKED_FOR_AGAIN = frozenset({"funding-refused", "funding-deferred"})


@dataclass(frozen=True, slots=True)
class Told:
    """The facts: what kind of outcome, on which day, and ``how`` it ended, in words.

    ``asked``: whether the recipient asked for it, and does not just follow the file.
    """

    kind: str
    day: date
    asked: bool
    how: Text | None = None


def told(telling: Telling, file: KeptFile, rulebook: Rulebook, recipient: str) -> Told:
    """The facts for somebody who hears of it."""
    kind = telling.outcome.kind if telling.outcome else GATE_COMPLETE
    day = rulebook.calendar_of(file.region).day_of(telling.happened)
    return Told(kind, day, recipient in telling.asked_by, _how(telling, rulebook))


def _how(telling: Telling, rulebook: Rulebook) -> Text | None:
    """A panel's answer, why a review fell, what silence counted as, the stage that an application has reached."""
    outcome = telling.outcome
    match outcome.kind if outcome else None:
        case "review-concluded":
            return _code(outcome.subject if outcome else None, "opinion")
        case "review-cancelled":
            return _code(outcome.subject if outcome else None, "cancelled")
        case "silence-counted":
            return _code(outcome.subject if outcome else None, "silence")
        case "application-selected":
            stages = rulebook.calls.funnel if rulebook.calls else ()
            names = {one.stage: one.name for one in stages}
            found = names.get(outcome.subject or "") if outcome else None
            return text_of(found) if found else None
    return None


def _code(code: str | None, of: str) -> Text | None:
    words = code_words(code or "", of)
    return Text(*words) if words else None


def topic_told(telling: Telling, file: KeptFile, rulebook: Rulebook) -> Topic:
    """What it is about, and what its reader can do next."""
    match file:
        case Cooperation():
            return Topic(
                kind="cooperation",
                cooperation=one_line(file.name),
                proposals=(Proposal(Page(file.key), "show-cooperation"), *_next(telling, file, rulebook)),
                phase=rulebook.phases[file.current.phase].name,
            )
        case Review():
            panel = panel_of(file, rulebook)
            return Topic(
                kind="review",
                cooperation=one_line(file.name),
                proposals=(Proposal(Page(file.key), "show-outcome"),),
                about=defined(rulebook.question(file.question)).name,
                panel=panel.name,
                decisive=panel.mode == "decisive",
            )
        case Funding():
            return _of_funding(telling, file, rulebook)
    raise TypeError(f"no such file: {file.key}")


def _of_funding(telling: Telling, file: Funding, rulebook: Rulebook) -> Topic:
    instrument = defined(rulebook.instrument(file.instrument))
    subject = telling.outcome.subject if telling.outcome else None
    tranche = file.tranches.get(subject or "")
    names = {one.tranche: one.name for one in instrument.tranches}
    name = names.get(tranche.tranche) if tranche else None
    return Topic(
        kind="funding",
        cooperation=one_line(file.name),
        proposals=(Proposal(Page(file.key), "show-funding"), *_next(telling, file, rulebook)),
        about=instrument.name,
        whose=text_of(name) if name else None,
        amount_cents=tranche.cents if tranche else file.amount_cents,
    )


def _next(telling: Telling, file: Cooperation | Funding, rulebook: Rulebook) -> Iterator[Proposal]:
    """The command that goes on from there, where one does."""
    kind = telling.outcome.kind if telling.outcome else GATE_COMPLETE
    match file:
        case Cooperation() if kind == GATE_COMPLETE:
            onward = going_on(file, rulebook)
            yield Proposal(onward, "go-on" if onward.command is AdvancePhase else "close")
        case Cooperation() if kind == "application-declined" and file.declined:
            yield Proposal(Prefilled(ResubmitApplication, {"cooperation": file.id}), "apply-again")
        case Funding() if kind in _ASKED_FOR_AGAIN and file.stage in ("refused", "deferred"):
            yield Proposal(Prefilled(ResubmitFunding, {"funding": file.id}), "ask-again")
        case Funding() if kind == "funding-granted" and agreement_awaited(
            file, defined(rulebook.instrument(file.instrument))
        ):
            yield Proposal(Prefilled(PrepareAgreement, {"funding": file.id}), "prepare")
