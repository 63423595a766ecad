"""A funding in full: what was asked for, found, decided, agreed, asked for again, paid, reported."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pydantic_core import to_jsonable_python

from domain.cooperations.state import Cooperation
from domain.files.setting import State
from domain.fundings.conditions import due_since
from domain.fundings.events.payments import PaymentConfirmed
from domain.fundings.events.requests import (
    AgreementPrepared,
    AmendmentGranted,
    AmendmentProposed,
    AmendmentRefused,
    EligibilityAssessed,
    FundingDeclined,
    FundingGranted,
    FundingResubmitted,
)
from domain.fundings.schedule import tranche_rule
from domain.fundings.state import Funding, TrancheState
from domain.kernel.ids import cooperation_stream, funding_stream, review_stream
from domain.kernel.recorded import Recorded
from domain.registry.folding import next_state
from domain.reminders.view import FileView
from domain.reviews.state import Review
from domain.rulebook import Instrument, Rulebook
from language import Text
from projections.fundings import funding_line
from queries.acts import ActAhead, acts_told, reasons_held
from queries.amended import as_it_stands
from queries.as_of import Then
from queries.dossiers import closed_among, dossier_closed
from queries.expected import Expected, expected_in
from queries.own_names import own_names
from queries.private_text import texts_and_names
from queries.refused import Failure, FailureKind
from queries.sheet import deadline_sheet
from queries.tranche_steps import TrancheStep, steps_of_others
from queries.visit import Visit
from wording.findings import finding_words
from wording.punctuation import quoted

History = Sequence[Recorded]


@dataclass(frozen=True, slots=True)
class FundingInFull:
    """What holds of a funding, and what it takes to tell it."""

    view: FileView[Funding]
    """The funding itself, with its rules, at the instant that is looked from."""
    cooperation: Cooperation
    content: dict[str, Any]
    """As JSON has it, private texts in their places."""
    rulebook: Rulebook
    names: Mapping[str, str]
    """What people are called."""
    own: Mapping[str, str]
    """What it and its cooperation call their own parts."""
    acts: Sequence[ActAhead]
    """What the lifecycle will do next."""
    expected: Sequence[Expected]
    """What is expected in it."""
    steps_of_others: Mapping[str, TrancheStep]
    """By tranche, what comes next and is not its reader's to do."""
    judged_on: date | None
    """The day that eligibility was judged of, last."""

    def every_act(self) -> Sequence[ActAhead]:
        """What will be done in it."""
        return self.acts

    def as_json(self) -> dict[str, Any]:
        """All of it, private texts in their places."""
        return self.content | {"acts": [one.as_json() for one in self.acts]}


async def funding_in_full(visit: Visit, name: str, then: Then) -> FundingInFull:
    """A funding folded from the ledger itself. Raises Failure where it is not the person's to read, or was not there.

    From then on, what is shown happened where its cooperation lives.
    """
    funding, states = await _readable(visit, name)
    visit.shows(funding)
    state, history = await then.stream(visit, funding.key)
    view = then.view(visit, state if isinstance(state, Funding) else funding)
    content = _content(view, history)
    private, names = await texts_and_names(visit, [content, *reasons_held(view.file)])
    cooperation = states[cooperation_stream(funding.cooperation)]
    assert isinstance(cooperation, Cooperation)  # noqa: S101 - it was read to judge what is shown
    beside = {**states, funding.key: view.file}
    return FundingInFull(
        view=view,
        cooperation=cooperation,
        content=private.put_in(content),
        rulebook=view.rulebook,
        names=names,
        own=own_names([cooperation, view.file]).get(funding.key, {}) if visit.may_read(cooperation) else {},
        acts=acts_told(visit, view, beside, private, names),
        expected=expected_in(visit, [view], beside, names),
        steps_of_others=steps_of_others(visit, view, beside, names),
        judged_on=_judged_on(history),
    )


async def _readable(visit: Visit, name: str) -> tuple[Funding, Mapping[str, State]]:
    """A funding that the person may read, and that no conflict of interest closes to them.

    With its cooperation and the reviews of that, by stream. Raises Failure.
    """
    key = funding_stream(name.removeprefix(funding_stream("")))
    found = await visit.looked_up(key)
    if not isinstance(found, Funding) or not visit.may_read(found):
        raise Failure(
            FailureKind.REFUSED,
            "not-readable",
            Text(
                f"Aucun financement {quoted(name).fr} que vous puissiez lire.",
                f"No funding {quoted(name).en} to read.",
            ),
            Text(
                "`escale fundings` montre ceux que vous pouvez lire.",
                "`escale fundings` shows those that you may read.",
            ),
        )
    stream = cooperation_stream(found.cooperation)
    cooperation = (await visit.states([stream]))[stream]
    keys = [review_stream(one) for one in cooperation.reviews] if isinstance(cooperation, Cooperation) else []
    reviews = await visit.states(keys) if keys else {}
    closed = closed_among(visit, (one for one in reviews.values() if isinstance(one, Review)))
    if reason := closed.get(key):
        raise dossier_closed(reason)
    return found, {**reviews, stream: cooperation}


def _content(view: FileView[Funding], history: History) -> dict[str, Any]:
    """All that holds of a funding, and the decisions and amendments that were taken on it."""
    funding, instrument = view.file, view.rulebook.instrument(view.file.instrument)
    return funding_line(view).model_dump(mode="json") | {
        "request": to_jsonable_python(funding.request),
        "dossier": funding.dossier,
        "findings": list(_findings(funding, view.rulebook)),
        "decisions": [
            _told(one) for one in history if isinstance(one.event, FundingGranted | FundingDeclined)
        ],
        "resubmissions": [_answered(one) for one in history if isinstance(one.event, FundingResubmitted)],
        "agreement": _agreement(funding, history, view.zone),
        "conditions": to_jsonable_python(list(funding.conditions.values())),
        "tranches": [_tranche(view, one, instrument) for one in funding.tranches.values()],
        "payments": list(_payments(funding, history)),
        "reports": list(_reports(funding, instrument)),
        "amendments": list(_amendments(funding, history)),
        "citizens_cents": sum(funding.contributions.values()),
        "confirmed": sorted(funding.confirmed),
        "deadlines": [to_jsonable_python(deadline_sheet(view, one, None)) for one in view.deadlines],
    }


def _judged_on(history: History) -> date | None:
    days = (one.event.as_of for one in reversed(history) if isinstance(one.event, EligibilityAssessed))
    return next(days, None)


def _told(recorded: Recorded) -> dict[str, Any]:
    """An entry with its content."""
    return {
        "entry": recorded.entry,
        "at": recorded.effective_at,
        "actor": recorded.actor,
        **recorded.event.model_dump(mode="json"),
    }


def _answered(recorded: Recorded) -> dict[str, Any]:
    """How each point of a refusal or deferral was answered; what is asked for is in ``request``."""
    return {key: value for key, value in _told(recorded).items() if key != "request"}


def _findings(funding: Funding, rulebook: Rulebook) -> Iterator[dict[str, Any]]:
    for one in funding.findings:
        french, english = finding_words(one, rulebook)
        yield to_jsonable_python(one) | {"sentence": {"fr": french, "en": english}}


def _agreement(funding: Funding, history: History, zone: ZoneInfo) -> dict[str, Any] | None:
    """The agreement as it was laid down last, with who has signed when."""
    known = funding.agreement
    prepared = [one for one in history if isinstance(one.event, AgreementPrepared)]
    if known is None:
        return None
    signed = {party: funding.entries[entry].at for party, entry in known.signed.items()}
    return _told(prepared[-1]) | {"signed": signed, "signed_at": known.signed_at(zone)}


def _tranche(view: FileView[Funding], tranche: TrancheState, instrument: Instrument | None) -> dict[str, Any]:
    """A tranche; ``due_since`` is from when on it may be asked for, None while that is not known."""
    since = due_since(view.file, instrument, tranche.tranche, view.zone) if instrument else None
    name = tranche_rule(instrument, tranche.tranche).name if instrument else None
    told: dict[str, Any] = to_jsonable_python(tranche)
    named = to_jsonable_python(name)
    return told | {"name": named, "due_since": since}


def _payments(funding: Funding, history: History) -> Iterator[dict[str, Any]]:
    executed = {
        one.event.payment: one.event.executed_on.isoformat()
        for one in history
        if isinstance(one.event, PaymentConfirmed)
    }
    for number, payment in funding.payments.items():
        ordered_at = funding.entries[payment.entry].at
        told = to_jsonable_python(payment) | {"ordered_at": ordered_at}
        yield told | {"executed_on": executed.get(number)}


def _reports(funding: Funding, instrument: Instrument | None) -> Iterator[dict[str, Any]]:
    """Every report that is owed under the instrument, and how far it is."""
    for rule in instrument.reports if instrument else ():
        known = funding.reports.get(rule.report)
        yield {
            "report": rule.report,
            "name": to_jsonable_python(rule.name),
            "stage": known.stage if known else "owed",
            "at": funding.entries[known.entry].at if known and known.entry else None,
            "submitted_by": known.submitted_by if known else None,
        }


def _amendments(funding: Funding, history: History) -> Iterator[dict[str, Any]]:
    """Each amendment: what it changes from what to what, the schedule it makes, what it takes, how it went."""
    for number, one in enumerate(history):
        if isinstance(one.event, AmendmentProposed):
            key = one.event.amendment
            known = funding.amendments[key]
            answers = (_told(other) for other in history[number:] if _answers(other, key))
            yield _told(one) | {
                "stage": known.stage,
                "before": _before(funding.key, history[:number]),
                "decision": next(answers, None),
                "signed": {party: funding.entries[entry].at for party, entry in known.signed.items()},
            }


def _answers(recorded: Recorded, amendment: str) -> bool:
    event = recorded.event
    return isinstance(event, AmendmentGranted | AmendmentRefused) and event.amendment == amendment


def _before(stream: str, history: History) -> dict[str, Any]:
    """What an amendment may change, as it was when it was proposed."""
    funding = next_state(stream, None, history)
    if not isinstance(funding, Funding):
        return {}
    return as_it_stands(funding)
