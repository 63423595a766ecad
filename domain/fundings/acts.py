"""The acts of a funding that are still to be done: which occurrence, and since when each is due.

What people have done by hand meanwhile is done. A tranche that was sent back is for people to ask for again.
"""

from collections.abc import Iterator
from datetime import datetime

from domain.files.planned_act import PlannedAct
from domain.fundings.amending import amount_amended
from domain.fundings.before_its_body import lies_before_its_body
from domain.fundings.circuit import is_role, level_deciding
from domain.fundings.conditions import due_since
from domain.fundings.eligibility import failing
from domain.fundings.state import Funding, ReviewOfRequest
from domain.kernel.moments import latest
from domain.rulebook import Instrument, Level, Rulebook
from domain.rulebook.course import (
    AfterAmendment,
    AfterConclusion,
    AfterRequest,
    AskForTranche,
    FundingAct,
    OpenReviewOfRequest,
    PutToDecision,
    RecordDecision,
)

CONCLUDED = frozenset({"favourable", "favourable-with-conditions", "unfavourable"})
"""The outcomes by which a review has concluded: it was not deferred, nor taken back."""
DECIDING = CONCLUDED | {"deferred"}
"""Those that are a decision about a request; an amendment is not deferred."""


def planned_acts(funding: Funding, rulebook: Rulebook) -> Iterator[PlannedAct]:
    """The acts of its instrument that are not done, in the order of the rulebook; none once it has ended."""
    instrument = rulebook.instrument(funding.instrument)
    if instrument is None or funding.ended:
        return
    reading = _Reading(funding, instrument, rulebook)
    for act in instrument.course:
        for planned in reading.planned(act):
            if planned.occurrence not in funding.acts.performed:
                yield planned


class _Reading:
    """A funding under its rules."""

    def __init__(self, funding: Funding, instrument: Instrument, rulebook: Rulebook) -> None:
        self._funding = funding
        self._instrument = instrument
        self._rulebook = rulebook
        self._zone = rulebook.zone_of(funding.region)

    def planned(self, act: FundingAct) -> Iterator[PlannedAct]:
        """The occurrences that are not done by hand."""
        match act:
            case OpenReviewOfRequest(when=AfterAmendment()):
                yield from self._about_amendments(act)
            case OpenReviewOfRequest(when=AfterRequest() as when):
                if self._waits_for_decision and not self._asked(act.review):
                    yield self._about_request(act, when)
            case PutToDecision(when=when):
                if self._waits_for_decision and lies_before_its_body(self._funding, self._instrument) is None:
                    yield self._put(act, when)
            case RecordDecision():
                yield from self._decisions(act)
            case AskForTranche():
                yield from self._tranches(act)

    @property
    def _waits_for_decision(self) -> bool:
        return self._funding.stage == "requested"

    def _about_request(self, act: OpenReviewOfRequest | PutToDecision, when: AfterRequest) -> PlannedAct:
        funding = self._funding
        occurrence = f"{act.act}/e{funding.requested}"
        if not self._meant(when):
            return PlannedAct(act, occurrence)
        return PlannedAct(act, occurrence, self._at(funding.requested), (funding.requested,))

    def _meant(self, when: AfterRequest) -> bool:
        """Whether the request is within the bounds of an act, and eligible where it must be."""
        funding = self._funding
        return when.holds(funding.request.amount_cents) and not (when.eligible and failing(funding.findings))

    def _put(self, act: PutToDecision, when: AfterRequest | AfterConclusion) -> PlannedAct:
        if isinstance(when, AfterRequest):
            return self._about_request(act, when)
        occurrence = f"{act.act}/e{self._funding.requested}"
        concluded = (one for one in self._panels(when.review) if one.outcome in CONCLUDED)
        answered = [one.answered for one in concluded if one.answered]
        if not answered:
            return PlannedAct(act, occurrence)
        return PlannedAct(act, occurrence, self._at(max(answered)), (max(answered),))

    def _about_amendments(self, act: OpenReviewOfRequest) -> Iterator[PlannedAct]:
        for key, one in self._funding.amendments.items():
            asked = any(
                seen.question == act.review and seen.amendment == key
                for seen in self._funding.reviews.values()
            )
            if one.stage == "proposed" and not asked:
                yield PlannedAct(act, f"{act.act}/a-{key}", self._at(one.entry), (one.entry,), key)

    def _decisions(self, act: RecordDecision) -> Iterator[PlannedAct]:
        """What panels that decide have concluded about what still waits for its decision."""
        for key, one in self._funding.reviews.items():
            if self._decides(one) and self._open(one):
                occurrence = f"{act.act}/r-{key}"
                if one.answered is None:
                    yield PlannedAct(act, occurrence, subject=key)
                elif one.outcome in (CONCLUDED if one.amendment else DECIDING):
                    yield PlannedAct(act, occurrence, self._at(one.answered), (one.answered,), key)

    def _decides(self, seen: ReviewOfRequest) -> bool:
        panel, level = self._rulebook.panel(seen.panel), self._level(seen.amendment)
        return panel is not None and panel.mode == "decisive" and level is not None and seen.panel in level.by

    def _open(self, seen: ReviewOfRequest) -> bool:
        """Whether what the panel was asked about waits for its decision, in the version that it answered about."""
        funding = self._funding
        if seen.amendment is None:
            return funding.stage == "requested" and (
                seen.answered is None or seen.answered > funding.requested
            )
        amendment = funding.amendments.get(seen.amendment)
        return amendment is not None and amendment.stage == "proposed"

    def _tranches(self, act: AskForTranche) -> Iterator[PlannedAct]:
        funding = self._funding
        if funding.stage != "granted":
            return
        for key, one in funding.tranches.items():
            meant = not act.tranches or key in act.tranches
            if not meant or one.stage != "planned" or one.requested is not None or not one.cents:
                continue
            since = due_since(funding, self._instrument, key, self._zone)
            at = latest(since, self._zone) if since else None
            yield PlannedAct(act, f"{act.act}/t-{key}", at, subject=key)

    def _asked(self, question: str) -> bool:
        return any(True for _ in self._panels(question))

    def _panels(self, question: str) -> Iterator[ReviewOfRequest]:
        """The panels asked that question about the request as it is now: since it was made, or still to answer."""
        for one in self._funding.reviews.values():
            since = one.answered or self._funding.entry
            if one.question == question and one.amendment is None and since > self._funding.requested:
                yield one

    def _level(self, amendment: str | None = None) -> Level | None:
        """The level that decides the amount asked for, or what an amendment would make of it."""
        funding = self._funding
        known = funding.amendments.get(amendment) if amendment else None
        cents = amount_amended(funding, known) if known else funding.request.amount_cents
        return level_deciding(funding, self._instrument, cents)

    def _at(self, entry: int) -> datetime:
        return latest(self._funding.entries[entry].at, self._zone)


def panels_deciding(level: Level) -> tuple[str, ...]:
    """The panels of a level of a circuit, without its roles."""
    return tuple(str(one) for one in level.by if not is_role(one))
