"""A review in full, for people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from cli.giving.notes import OPENS_NO_GATE
from cli.terminal.drawing import headed, write_facts, write_table
from cli.terminal.output import console
from domain.kernel.event import Event
from domain.reviews.events import (
    DossierRevised,
    OpinionGiven,
    ReviewCancelled,
    ReviewConcluded,
    ReviewDeferred,
    ReviewOpened,
    VoteCounts,
)
from domain.reviews.proposal import Proposal
from domain.rulebook import names_in
from language import say, t
from queries.private_text import PrivateTexts
from queries.review import ReviewInFull
from queries.review_told import MemberTold, OpinionTold, OutcomeTold, VersionTold
from wording import headings
from wording.amounts import euros
from wording.details import answers_said, called
from wording.local_hours import when
from wording.pages import review_room as room
from wording.punctuation import joined
from wording.values import word

Name = Callable[[str], str]
"""What a person is called."""


def draw(found: ReviewInFull) -> None:
    """The question and its panel, who owes what, how the votes stand, how it ended; the dossier where it was told."""
    name = partial(called, known=found.names)
    console().print(headed(f"{say(found.line.question_name)} — {found.line.name}"))
    write_facts(list(_facts(found, name)))
    _draw_members(found, name)
    if found.votes:
        console().print(headed(say(room.VOTES)))
        write_facts(list(_votes(found.votes)))
    if found.minutes:
        _draw_opinions(found, found.minutes, name)
    if found.outcome:
        _draw_outcome(found, found.outcome, name)
    if found.versions:
        _draw_dossier(found, found.versions)


def _facts(found: ReviewInFull, name: Name) -> Iterator[tuple[str, str]]:
    panel = say(found.line.panel_name)
    yield (
        t("instance", "panel"),
        f"{panel} ({word(found.line.mode, 'mode')}, {word(found.panel.concludes, 'concludes')})",
    )
    yield say(headings.STATUS), word(found.line.status, "review")
    yield t("dossier", "file"), found.line.cooperation
    for key, label in (
        (found.line.funding, t("financement", "funding")),
        (found.line.amendment, t("avenant", "amendment")),
    ):
        if key:
            yield label, key
    if not found.opens_a_gate:
        yield say(headings.TO_KNOW), say(OPENS_NO_GATE)
    if found.line.resubmits:
        yield t("reprend l’avis", "takes up"), found.line.resubmits
    yield say(headings.ASKED), f"{when(found.line.opened_at)}, {name(found.line.opened_by)}"
    for one in found.deadlines:
        yield say(one.name).lower(), say(headings.DUE_ON) + str(one.due_on)
    present, effective, quorum = found.line.present, found.line.effective, found.line.quorum
    reached = t("atteint", "met") if present >= quorum else t("pas encore atteint", "not yet met")
    yield (
        t("quorum", "quorum"),
        t(
            f"{present} avis sur {effective} ; il en faut {quorum} : {reached}",
            f"{present} of {effective} opinions; {quorum} needed: {reached}",
        ),
    )


def _draw_members(found: ReviewInFull, name: Name) -> None:
    console().print(headed(t("Qui siège", "Who sits")))
    heads = (t("membre", "member"), say(headings.ROLE), t("intérêts", "interests"), t("avis", "opinion"))
    rows = [
        (name(one.person), word(one.role, "role"), _interests(one), _opinion(one, name))
        for one in found.members
    ]
    write_table(heads, rows)


def _interests(member: MemberTold) -> str:
    if member.recused:
        return t("conflit : écarté·e", "conflict: recused")
    return say(room.INTERESTS_DECLARED if member.declared else room.INTERESTS_OWED)


def _opinion(member: MemberTold, name: Name) -> str:
    if member.replaced_by:
        return t("remplacé·e par ", "replaced by ") + name(member.replaced_by)
    if member.recused:
        return "–"
    given = word(member.opinion, "opinion") if member.opinion else t("donné", "given")
    said = given if member.given else t("attendu", "owed")
    if member.given and not member.counts:
        said += t(", à confirmer", ", to be confirmed")
    if member.delegated_to:
        until = str(member.delegated_until)
        said += (
            t(" ; confié à ", "; entrusted to ")
            + name(member.delegated_to)
            + t(" jusqu’au ", " until ")
            + until
        )
    return said


def _votes(votes: VoteCounts) -> Iterator[tuple[str, str]]:
    yield t("siègent", "sitting"), str(votes.effective)
    yield t("exprimés", "expressed"), str(votes.expressed)
    conditions = votes.with_conditions
    for_ = str(votes.favourable)
    yield (
        t("pour", "for"),
        for_
        + (
            t(f" (dont {conditions} sous conditions)", f" ({conditions} with conditions)")
            if conditions
            else ""
        ),
    )
    yield t("contre", "against"), str(votes.unfavourable)
    yield t("abstentions", "abstentions"), str(votes.abstentions)
    for number, label in (
        (votes.silent, t("par silence", "by silence")),
        (votes.recused, t("écarté·es", "recused")),
    ):
        if number:
            yield label, str(number)


def _draw_opinions(found: ReviewInFull, minutes: Sequence[OpinionTold], name: Name) -> None:
    console().print(headed(say(room.OPINIONS)))
    keys = {key: say(one) for key, one in names_in(found.rulebook).items()}
    heads = (
        t("le", "on"),
        t("membre", "member"),
        t("avis", "opinion"),
        t("dossier", "dossier"),
        t("compte", "counts"),
        t("dit", "says"),
    )
    rows = [
        (
            when(one.at),
            name(one.counted.member),
            word(one.counted.opinion, "opinion"),
            f"v{one.counted.dossier}",
            t("oui", "yes") if one.counted.counts else t("non", "no"),
            _says(one.said, found.private, keys),
        )
        for one in minutes
    ]
    write_table(heads, rows)


def _says(said: OpinionGiven | None, private: PrivateTexts, keys: Mapping[str, str]) -> str:
    if said is None:
        return ""
    scores = ", ".join(f"{called(key, keys)} {score}" for key, score in said.scores.items())
    points = ", ".join(called(one, keys) for one in said.points)
    prose = [private.of(one) for one in (said.conditions, said.reasons, said.would_change)]
    return joined(one for one in (scores, points, *prose) if one)


def _draw_outcome(found: ReviewInFull, outcome: OutcomeTold, name: Name) -> None:
    console().print(headed(t("L’issue", "The outcome")))
    ended, event = outcome.recorded, outcome.recorded.event
    by = word(event.by, "concludes") if isinstance(event, ReviewConcluded) else ""
    facts = [
        (t("issue", "outcome"), f"{word(outcome.outcome, 'review')} {by}".strip()),
        (t("le", "on"), f"{when(ended.effective_at)}, {name(ended.actor)}"),
    ]
    if isinstance(event, ReviewCancelled):
        facts.append((t("cause", "cause"), word(event.cause, "cancelled")))
    write_facts([*facts, *((label, text) for label, text in _reasons(event, found.private) if text)])


def _reasons(event: Event, private: PrivateTexts) -> Iterator[tuple[str, str | None]]:
    """Why it ended as it did, as far as that was said."""
    if isinstance(event, ReviewConcluded | ReviewDeferred):
        yield t("motifs", "points"), ", ".join(called(one, {}) for one in event.points)
        yield t("raisons", "reasons"), private.of(event.reasons)
        yield say(headings.WOULD_CHANGE_IT), private.of(event.would_change)
    if isinstance(event, ReviewCancelled):
        yield t("raison", "reason"), private.of(event.reason)


def _noted(event: ReviewOpened | DossierRevised, private: PrivateTexts) -> Iterator[str]:
    if event.proposal:
        yield _proposed(event.proposal)
    if note := private.of(event.note):
        yield note
    if isinstance(event, ReviewOpened) and event.answers:
        yield answers_said({key: private.of(one) for key, one in event.answers.items()}, {})


def _proposed(proposal: Proposal) -> str:
    conditions = [f"{one.label} ({one.due})" for one in proposal.conditions]
    given = ", ".join(conditions) or t("aucune", "none")
    amount = euros(proposal.amount_cents)
    return t(f"proposé : {amount}, conditions : {given}", f"proposed: {amount}, conditions: {given}")


def _draw_dossier(found: ReviewInFull, versions: Sequence[VersionTold]) -> None:
    console().print(headed(say(room.DOSSIER)))
    rows = [
        (
            f"v{one.number}",
            when(one.at),
            t(f"entrée {one.event.rests_on}", f"entry {one.event.rests_on}"),
            joined(_noted(one.event, found.private)) or "–",
            ", ".join(one.event.documents) or "–",
        )
        for one in versions
    ]
    heads = ("", t("du", "of"), say(headings.UP_TO), t("note", "note"), t("documents", "documents"))
    write_table(heads, rows)
