"""What the lifecycle will do next in a file, and what its reader may do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_jsonable_python

from domain.acts.commands import HoldBackAct, ReleaseAct
from domain.acts.standings import ActStanding, acts_of
from domain.decide.access import may_give
from domain.files.file import KeptFile
from domain.files.setting import Setting, State
from domain.kernel.ids import naming, stream_of
from domain.kernel.refusal import Refusal
from domain.kernel.text import Bilingual
from domain.reminders.view import FileView
from domain.reviews.impartial import streams_of_request
from domain.rulebook import Names
from domain.tasks.act_answers import by_hand
from domain.tasks.prefilled import Prefilled
from language import Text
from queries.private_text import PrivateTexts, private_texts
from queries.visit import Visit
from wording.acts import HOLD_BACK, RELEASE, ahead_words
from wording.headings import BY_HAND, ERASED
from wording.naming import SOMEBODY, Naming
from wording.punctuation import quoted
from wording.refusals import explain


@dataclass(frozen=True, slots=True)
class ActAhead:
    """An act to come: how it stands, the sentence of that, and the command that its reader may answer it with."""

    standing: ActStanding
    said: Text
    invites: Text | None = None
    """What for the command is."""
    answer: Prefilled | None = None

    @property
    def name(self) -> Names:
        """What the rulebook calls it."""
        return self.standing.planned.act.name

    def as_json(self) -> dict[str, Any]:
        """As programs read it."""
        planned, refused = self.standing.planned, self.standing.refused
        return {
            "act": planned.act.act,
            "occurrence": planned.occurrence,
            "name": to_jsonable_python(self.name),
            "does": planned.act.does,
            "state": self.standing.state,
            "at": to_jsonable_python(self.standing.at),
            "held_until": to_jsonable_python(self.standing.held_until),
            "refused": refused.code if refused else None,
            "sentence": {"fr": self.said.fr, "en": self.said.en},
            "answer": {"command": self.answer.name, **self.answer.fields} if self.answer else None,
        }


async def acts_ahead_of(visit: Visit, view: FileView[KeptFile]) -> Sequence[ActAhead]:
    """What will be done by itself in a file that the person may read, in the rulebook's order.

    As it stood at ``view.recorded_at``. Raises LedgerUnavailable.
    """
    if not acts_of(view.file, view.rulebook, view.recorded_at):
        return ()
    beside = await _beside(visit, view.file)
    private, names = await private_texts(visit, reasons_held(view.file)), await visit.names()
    return acts_told(visit, view, beside, private, names)


def acts_told(
    visit: Visit,
    view: FileView[KeptFile],
    beside: Mapping[str, State],
    private: PrivateTexts,
    names: Mapping[str, str],
) -> Sequence[ActAhead]:
    """The same from what was read already: ``beside`` by stream, the texts of ``reasons_held``, and names."""
    teller = _Teller(visit, view, beside, private, names)
    return [teller.told(one) for one in acts_of(view.file, view.rulebook, view.recorded_at)]


def reasons_held(file: KeptFile) -> list[Any]:
    """Why people hold acts of a file back, as JSON has it: places in the vault."""
    return [to_jsonable_python(one.reason) for one in file.acts.held.values()]


async def _beside(visit: Visit, file: KeptFile) -> Mapping[str, State]:
    """What the rules of access rest on: the file; its cooperation and reviews, for conflicts of interest."""
    states: dict[str, State] = {stream_of(file.key): file}
    while more := [one for one in streams_of_request(file, states) if one not in states]:
        states |= await visit.states(more)
    return states


@dataclass(frozen=True, slots=True)
class _Teller:
    visit: Visit
    view: FileView[KeptFile]
    beside: Mapping[str, State]
    private: PrivateTexts
    names: Mapping[str, str]

    def told(self, standing: ActStanding) -> ActAhead:
        act = standing.planned.act.act
        match standing.state:
            case "coming" | "to-announce" | "announced" | "due":
                answer = self._if_allowed(HoldBackAct, act)
                return ActAhead(standing, self._said(standing), HOLD_BACK, answer)
            case "held":
                answer = self._if_allowed(ReleaseAct, act)
                return ActAhead(standing, self._said(standing, self._holding(act)), RELEASE, answer)
            case "refused":
                return self._by_hand(standing)
        return ActAhead(standing, self._said(standing))

    def _by_hand(self, standing: ActStanding) -> ActAhead:
        """With the command that does it, to who may give it; to others, to whom it falls."""
        said = self._said(standing, self._refusal(standing))
        hand = by_hand(standing.planned, self.view.file, self.view.rulebook)
        if hand and (
            kept := may_give(hand.command, hand.fields, self.visit.person, self.view.file, self._setting())
        ):
            why = explain(kept, self._naming()).message
            return ActAhead(standing, Text(f"{said.fr} {why[0]}", f"{said.en} {why[1]}"))
        return ActAhead(standing, said, BY_HAND, hand)

    def _setting(self) -> Setting:
        return Setting(self.visit.people, self.view.rulebook, self.visit.now, self.beside)

    def _naming(self) -> Naming:
        view = self.view
        return Naming(
            view.rulebook, self.names, view.file, view.zone, self.visit.zone, self.visit.people.regions
        )

    def _said(self, standing: ActStanding, why: Bilingual | None = None) -> Text:
        return ahead_words(standing, self.view, why)

    def _if_allowed(self, command: type[HoldBackAct | ReleaseAct], act: str) -> Prefilled | None:
        """The command, if the person may give it now."""
        file = self.view.file
        found = Prefilled(command, {**{kind: f"{key}" for kind, key in naming(file.key).items()}, "act": act})
        kept = may_give(found.command, found.fields, self.visit.person, file, self._setting())
        return None if kept else found

    def _holding(self, act: str) -> Bilingual:
        held = self.view.file.acts.held[act]
        by = self.names.get(held.by)
        reason = self.private.of(held.reason)
        why = quoted(reason) if reason is not None else ERASED
        who = (by, by) if by else SOMEBODY
        return f"par {who[0]} ({why[0]})", f"by {who[1]} ({why[1]})"

    def _refusal(self, standing: ActStanding) -> Bilingual:
        refused = standing.refused
        if refused is None:
            return "–", "–"
        return explain(Refusal(refused.code, refused.params), self._naming()).whole
