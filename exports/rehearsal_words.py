"""What a rehearsal says, in the reader's language: one way for the table, the calendar and the spreadsheet."""

from collections.abc import Mapping

from application.rehearsal.act_rows import ActTold
from application.rehearsal.rehearsing import Rehearsal
from application.rehearsal.row import Recipient, Row
from domain.files.act_events import ActAnnounced, ActPerformed, ActRefused
from domain.files.events import SilenceCounted
from domain.rulebook import Names, Rulebook
from language import Text, say, t
from wording import headings
from wording.days import day_words
from wording.events import EVENTS
from wording.history import said
from wording.naming import Naming
from wording.punctuation import joined, labelled
from wording.rulebook.wording import rung_words
from wording.values import word


def kind_of(row: Row) -> str:
    """What kind of row it is."""
    return {
        "step": t("étape", "step"),
        "act": t("de soi-même", "by itself"),
        "reminder": t("rappel", "reminder"),
        "escalation": t("relance", "escalation"),
        "due": t("échéance", "due"),
        "silence": t("silence", "silence"),
        "review": t("avis", "review"),
        "funding": t("financement", "funding"),
        "payment": t("versement", "payment"),
        "told": t("nouvelle", "news"),
    }[row.kind]


def what(row: Row, shown: Rehearsal) -> str:
    """What happens: the name of what it is about, and the rung; a step in the words of a history."""
    rulebook = shown.stage.rulebook
    about = [f"{in_words(row.about)}{t(' :', ':')}"] if row.about else []
    if isinstance(row.event, ActAnnounced | ActPerformed | ActRefused):
        return " ".join((*about, _of_act(row, row.event)))
    if row.name is None:
        return " ".join((*about, _step(row, shown)))
    parts = [*about, in_words(row.name)]
    if row.rung and row.kind != "told":
        parts.append(f"({rung_named(row, rulebook)})")
    if isinstance(row.event, SilenceCounted):
        parts.append(t("— compte comme : ", "— counts as: ") + word(row.event.counts_as, "silence"))
    if row.settled_on:
        parts.append(t("— réglé le ", "— settled on ") + say(day_words(row.settled_on)))
    return " ".join(parts)


_DONE: Mapping[str, Text] = {
    "open-review": Text("Avis demandé par le service", "Opinion asked for by the service"),
    "ask-for": Text("Demandé par le service", "Asked for by the service"),
    "advance": Text("Passage fait par le service", "Gone on by the service"),
    "put-to-decision": Text("Soumis par le service à qui décide", "Put by the service before who decides"),
    "record-decision": Text("Décision enregistrée par le service", "Decision recorded by the service"),
    "ask-for-tranche": Text("Versement demandé par le service", "Payment asked for by the service"),
}
"""By what an act does."""


def _of_act(row: Row, event: ActTold) -> str:
    """What became of an act: announced until when, done, or left to be done by hand."""
    name = in_words(row.name) if row.name else event.act
    match event:
        case ActAnnounced():
            told = labelled(t("Annoncé par le service", "Announced by the service"), name)
            if row.due_on is None:
                return told
            return told + t(", à faire après le ", ", to be done after ") + say(day_words(row.due_on))
        case ActPerformed():
            return labelled(say(_DONE[event.does]), name)
        case ActRefused():
            return labelled(say(headings.BY_HAND), name)


def to_whom(row: Row) -> str:
    """To whom, by role, and who that is; whose mail was refused is told."""
    return ", ".join(_told(one) for one in row.to)


def _told(one: Recipient) -> str:
    told = f"{word(one.role, 'recipient')} ({one.person})" if one.person else word(one.role, "recipient")
    return told if one.reached else told + t(", courriel refusé", ", mail refused")


def because(row: Row, rulebook: Rulebook) -> str:
    """Why it is then: what moved it, what it overtakes."""
    reasons = [in_words(one) for one in row.why]
    if row.overtakes:
        rungs = ", ".join(_rung(row, one, rulebook) for one in row.overtakes)
        reasons.append(t(f"dépasse : {rungs}", f"overtakes: {rungs}"))
    return joined(reasons)


def in_words(sentence: Text | Names) -> str:
    """A sentence or a name in the reader's language."""
    return say(sentence)


def rung_named(row: Row, rulebook: Rulebook) -> str:
    """The rung of a row as the rulebook names it, or by when it goes out."""
    return _rung(row, row.rung, rulebook)


def _rung(row: Row, rung: str, rulebook: Rulebook) -> str:
    return say(rung_words(rulebook.ladders.get(row.ladder, ()), rung))


def naming_in(shown: Rehearsal) -> Naming:
    """What keys and people are called in a rehearsal; hours are those of its region."""
    stage = shown.stage
    return Naming(stage.rulebook, shown.people, zone=stage.rulebook.zone_of(stage.region))


def _step(row: Row, shown: Rehearsal) -> str:
    if row.event is None:
        return ""
    title = say(EVENTS[row.event.type])
    names = dict(shown.people)
    details = said(
        row.event.model_dump(mode="json", exclude={"type"}), names, shown.stage.rulebook, row.event.type
    )
    return labelled(title, details) if details else title
