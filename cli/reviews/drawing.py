"""A review in full, for people."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cli.giving.notes import OPENS_NO_GATE
from cli.terminal.drawing import headed, write_facts, write_table
from cli.terminal.output import console
from domain.rulebook import Rulebook, names_in
from language import Text, say, t
from wording import headings
from wording.amounts import euros
from wording.details import answers_said, called
from wording.local_hours import when
from wording.punctuation import joined
from wording.values import word

Content = Mapping[str, Any]
Name = Callable[[str], str]
"""What a person is called."""


def draw(content: Content, rulebook: Rulebook, name: Name) -> None:
    """The question and its panel, who owes what, how the votes stand, how it ended; the dossier where it was told."""
    question = say((content["question_fr"], content["question_en"]))
    console().print(headed(f"{question} — {content['name']}"))
    write_facts(list(_facts(content, name)))
    _draw_members(content, name)
    if votes := content["votes"]:
        console().print(headed(t("Les voix", "The votes")))
        write_facts(list(_votes(votes)))
    if content["minutes"]:
        _draw_opinions(content["minutes"], rulebook, name)
    if outcome := content["outcome"]:
        _draw_outcome(outcome, name)
    if content["versions"]:
        _draw_dossier(content["versions"])


def _facts(content: Content, name: Name) -> Iterator[tuple[str, str]]:
    panel = say((content["panel_fr"], content["panel_en"]))
    yield (
        t("instance", "panel"),
        f"{panel} ({word(content['mode'], 'mode')}, {word(content['concludes'], 'concludes')})",
    )
    yield say(headings.STATUS), word(content["status"], "review")
    yield t("dossier", "file"), content["cooperation"]
    for key, label in (("funding", t("financement", "funding")), ("amendment", t("avenant", "amendment"))):
        if content[key]:
            yield label, content[key]
    if not content["opens_a_gate"]:
        yield say(headings.TO_KNOW), say(OPENS_NO_GATE)
    if content["resubmits"]:
        yield t("reprend l’avis", "takes up"), content["resubmits"]
    yield say(headings.ASKED), f"{when(content['opened_at'])}, {name(content['opened_by'])}"
    for one in content["deadlines"]:
        yield say(Text(**one["name"])).lower(), say(headings.DUE_ON) + one["due_on"]
    present, effective, quorum = content["present"], content["effective"], content["quorum"]
    reached = t("atteint", "met") if present >= quorum else t("pas encore atteint", "not yet met")
    yield (
        t("quorum", "quorum"),
        t(
            f"{present} avis sur {effective} ; il en faut {quorum} : {reached}",
            f"{present} of {effective} opinions; {quorum} needed: {reached}",
        ),
    )


def _draw_members(content: Content, name: Name) -> None:
    console().print(headed(t("Qui siège", "Who sits")))
    heads = (t("membre", "member"), say(headings.ROLE), t("intérêts", "interests"), t("avis", "opinion"))
    rows = [
        (name(one["person"]), word(one["role"], "role"), _interests(one), _opinion(one, name))
        for one in content["members"]
    ]
    write_table(heads, rows)


def _interests(member: Content) -> str:
    if member["recused"]:
        return t("conflit : écarté·e", "conflict: recused")
    return t("déclarés", "declared") if member["declared"] else t("à déclarer", "to be declared")


def _opinion(member: Content, name: Name) -> str:
    if member["replaced_by"]:
        return t("remplacé·e par ", "replaced by ") + name(member["replaced_by"])
    if member["recused"]:
        return "–"
    given = word(member["opinion"], "opinion") if member["opinion"] else t("donné", "given")
    said = given if member["given"] else t("attendu", "owed")
    if member["given"] and not member["counts"]:
        said += t(", à confirmer", ", to be confirmed")
    if member["delegated_to"]:
        until = member["delegated_until"]
        said += (
            t(" ; confié à ", "; entrusted to ")
            + name(member["delegated_to"])
            + t(" jusqu’au ", " until ")
            + until
        )
    return said


def _votes(votes: Content) -> Iterator[tuple[str, str]]:
    yield t("siègent", "sitting"), str(votes["effective"])
    yield t("exprimés", "expressed"), str(votes["expressed"])
    conditions = votes["with_conditions"]
    for_ = str(votes["favourable"])
    yield (
        t("pour", "for"),
        for_
        + (
            t(f" (dont {conditions} sous conditions)", f" ({conditions} with conditions)")
            if conditions
            else ""
        ),
    )
    yield t("contre", "against"), str(votes["unfavourable"])
    yield t("abstentions", "abstentions"), str(votes["abstentions"])
    for key, label in (("silent", t("par silence", "by silence")), ("recused", t("écarté·es", "recused"))):
        if votes[key]:
            yield label, str(votes[key])


def _draw_opinions(minutes: list[Content], rulebook: Rulebook, name: Name) -> None:
    console().print(headed(t("Les avis", "The opinions")))
    keys = {key: say(one) for key, one in names_in(rulebook).items()}
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
            when(one["at"]),
            name(one["member"]),
            word(one["opinion"], "opinion"),
            f"v{one['dossier']}",
            t("oui", "yes") if one["counts"] else t("non", "no"),
            _says(one, keys),
        )
        for one in minutes
    ]
    write_table(heads, rows)


def _says(opinion: Content, keys: Mapping[str, str]) -> str:
    scores = ", ".join(f"{called(key, keys)} {score}" for key, score in (opinion.get("scores") or {}).items())
    points = ", ".join(called(one, keys) for one in opinion.get("points") or ())
    prose = [opinion.get(key) for key in ("conditions", "reasons", "would_change")]
    return joined(one for one in (scores, points, *prose) if one)


def _draw_outcome(outcome: Content, name: Name) -> None:
    console().print(headed(t("L’issue", "The outcome")))
    by = word(outcome["by"], "concludes") if outcome.get("by") else ""
    facts = [
        (t("issue", "outcome"), f"{word(outcome['outcome'], 'review')} {by}".strip()),
        (t("le", "on"), f"{when(outcome['at'])}, {name(outcome['actor'])}"),
    ]
    if cause := outcome.get("cause"):
        facts.append((t("cause", "cause"), word(cause, "cancelled")))
    facts += [
        (label, _listed(outcome[key]))
        for key, label in (
            ("points", t("motifs", "points")),
            ("reasons", t("raisons", "reasons")),
            ("reason", t("raison", "reason")),
            ("would_change", say(headings.WOULD_CHANGE_IT)),
        )
        if outcome.get(key)
    ]
    write_facts(facts)


def _listed(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(called(one, {}) for one in value)


def _noted(version: Content) -> Iterator[str]:
    if proposal := version.get("proposal"):
        yield _proposed(proposal)
    if note := version.get("note"):
        yield note
    if answers := version.get("answers"):
        yield answers_said(answers, {})


def _proposed(proposal: Content) -> str:
    conditions = [f"{one['label']} ({one['due']})" for one in proposal["conditions"]]
    given = ", ".join(conditions) or t("aucune", "none")
    amount = euros(proposal["amount_cents"])
    return t(f"proposé : {amount}, conditions : {given}", f"proposed: {amount}, conditions: {given}")


def _draw_dossier(versions: list[Content]) -> None:
    console().print(headed(t("Le dossier", "The dossier")))
    rows = [
        (
            f"v{one['dossier']}",
            when(one["at"]),
            t(f"entrée {one['rests_on']}", f"entry {one['rests_on']}"),
            joined(_noted(one)) or "–",
            ", ".join(one["documents"]) or "–",
        )
        for one in versions
    ]
    heads = ("", t("du", "of"), say(headings.UP_TO), t("note", "note"), t("documents", "documents"))
    write_table(heads, rows)
