"""A funding in full, for people: the request and what was decided, then the money, then reports and amendments."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cli.fundings.amendment_drawing import draw_amendments
from cli.fundings.money_drawing import draw_money
from cli.terminal.drawing import headed, write_facts, write_table
from cli.terminal.output import console
from domain.rulebook import Rulebook, names_in
from language import Text, say, t
from wording import headings
from wording.amounts import euros, euros_or_none
from wording.details import called
from wording.local_hours import when
from wording.pages import funding as words
from wording.values import word

Content = Mapping[str, Any]
Name = Callable[[str], str]
"""What a person is called."""
Keys = Mapping[str, str]
"""What the rulebook calls its keys, in the reader's language."""


def draw(content: Content, rulebook: Rulebook, name: Name, own: Keys) -> None:
    """Everything that holds of a funding, part by part; a part without content is left out.

    ``own``: what it and its cooperation call their parts.
    """
    keys = {key: say(one) for key, one in names_in(rulebook).items()}
    console().print(
        headed(f"{say((content['instrument_fr'], content['instrument_en']))} — {content['name']}")
    )
    write_facts(list(_facts(content, name)))
    _draw_request(content["request"], keys, own)
    _draw_findings(content["findings"])
    for one in sorted([*content["decisions"], *content["resubmissions"]], key=lambda one: int(one["entry"])):
        if one["type"] == "FundingResubmitted":
            _draw_answers(one, keys, name)
        else:
            _draw_decision(one, keys, name)
    if agreement := content["agreement"]:
        _draw_agreement(agreement)
    draw_money(content, name)
    if content["amendments"]:
        draw_amendments(content["amendments"], keys, name)
    if content["deadlines"]:
        console().print(headed(say(headings.DEADLINES)))
        subjects = {one["condition"]: one["label"] for one in content["conditions"]}
        write_table((), [_deadline(one, {**keys, **subjects}) for one in content["deadlines"]])


def _deadline(deadline: Content, subjects: Keys) -> tuple[str, str, str]:
    subject = deadline["subject"] or ""
    return deadline["due_on"], say(Text(**deadline["name"])), subjects.get(subject, subject)


def _facts(content: Content, name: Name) -> Iterator[tuple[str, str]]:
    yield say(headings.STATUS), word(content["status"], "funding")
    yield t("dossier", "file"), content["cooperation"]
    yield (
        t("demandé par", "asked for by"),
        f"{name(content['requested_by'])}, {when(content['requested_at'])}",
    )
    yield say(headings.ASKED_FOR), euros(content["requested_cents"])
    yield say(headings.GRANTED), euros_or_none(content["granted_cents"])
    if content["granted_cents"] is not None:
        yield say(headings.SET_ASIDE), euros(content["reserved_cents"])
        yield say(headings.PAID), euros(content["paid_cents"])
    for key, label in (
        ("released_cents", t("rendu à l’enveloppe", "released")),
        ("reclaimed_cents", t("à reverser", "reclaimed")),
        ("refunded_cents", t("reversé", "refunded")),
        ("citizens_cents", t("contributions citoyennes", "citizens’ contributions")),
    ):
        if content[key]:
            yield label, euros(content[key])
    if content["until"]:
        yield say(headings.UNTIL), content["until"]


def _draw_request(request: Content, keys: Keys, own: Keys) -> None:
    console().print(headed(say(words.REQUEST)))
    payee = request["beneficiary"]
    facts = [
        (say(headings.BENEFICIARY), f"{payee['name']} ({called(payee['kind'], keys)})"),
        (t("identifiant", "identifier"), payee["identifier"]),
        (say(headings.TERM), f"{request['since']} → {request['until']}"),
    ]
    if request["maturity"]:
        facts.append((t("maturité", "maturity"), called(request["maturity"], keys)))
    if request["fast_track"]:
        facts.append((word("fast-track", "circuit"), word(request["fast_track"], "expense")))
    if request["carrier"]:
        facts.append((t("structure porteuse", "carrier"), own.get(request["carrier"], request["carrier"])))
    facts += [
        (t("reversé à ", "passed on to ") + own.get(one["to"], one["to"]), euros(one["cents"]))
        for one in request["passed_on"]
    ]
    facts += [(keys.get(key, word(key, "means")), euros(cents)) for key, cents in request["shares"].items()]
    write_facts(facts)
    if request["plan"]:
        console().print(headed(t("Plan de dépenses et cofinancements", "Expenses and co-funding")))
        write_table((), list(_plan(request, keys)), amounts={2})


def _plan(request: Content, keys: Keys) -> Iterator[tuple[str, str, str]]:
    for line in request["plan"]:
        yield called(line["expense"], keys), line["label"], euros(line["cents"])
    for one in request["co_funding"]:
        how = f"{word(one['origin'], 'means')}, {word(one['form'], 'contribution')}"
        yield t("cofinancement", "co-funding"), f"{one['name']} ({how})", "− " + euros(one["cents"])
    yield say(headings.ASKED_FOR), "", euros(request["amount_cents"])


def _draw_findings(findings: list[Content]) -> None:
    if not findings:
        return
    console().print(headed(t("Éligibilité", "Eligibility")))
    write_table((), [("✓" if one["holds"] else "✗", say(Text(**one["sentence"]))) for one in findings])


def _draw_decision(decision: Content, keys: Keys, name: Name) -> None:
    console().print(headed(say(words.DECISION_TITLE)))
    granted = decision["type"] == "FundingGranted"
    what = word("granted" if granted else decision["decision"], "funding")
    body = keys.get(decision["body"], word(decision["body"], "role"))
    facts = [
        (say(headings.DECISION), what + (f", {euros(decision['amount_cents'])}" if granted else "")),
        (t("par", "by"), f"{name(decision['actor'])} ({body}), {when(decision['at'])}"),
    ]
    if granted:
        facts.append((t("circuit", "circuit"), word(decision["circuit"], "circuit")))
    if decision["review"]:
        facts.append((t("avis", "review"), decision["review"]))
    if decision.get("points"):
        facts.append((t("motifs", "points"), ", ".join(called(one, keys) for one in decision["points"])))
    facts += [
        (label, decision[key])
        for key, label in (
            ("reasons", t("raisons", "reasons")),
            ("would_change", say(headings.WOULD_CHANGE_IT)),
        )
        if decision.get(key)
    ]
    write_facts(facts)


def _draw_answers(again: Content, keys: Keys, name: Name) -> None:
    console().print(headed(t("Redéposée", "Asked for again")))
    answers = [(called(point, keys), answer or "–") for point, answer in again["answers"].items()]
    write_facts([(t("par", "by"), f"{name(again['actor'])}, {when(again['at'])}"), *answers])


def _draw_agreement(agreement: Content) -> None:
    console().print(headed(say(words.AGREEMENT)))
    unsigned = say(words.TO_SIGN)
    signed = agreement["signed"]
    rows = [
        (
            one["name"],
            t("signée le ", "signed on ") + when(signed[one["party"]])
            if one["party"] in signed
            else unsigned,
        )
        for one in agreement["parties"]
    ]
    write_facts([(say(headings.TERM), f"{agreement['since']} → {agreement['until']}")])
    write_table((), rows)
    if agreement["contributions"]:
        parties = {one["party"]: one["name"] for one in agreement["parties"]}
        pledges = [
            (
                parties.get(one["party"], one["party"]),
                one["label"],
                word(one["form"], "contribution"),
                euros(one["cents"]),
            )
            for one in agreement["contributions"]
        ]
        write_table((), pledges, amounts={3})
    if agreement["clauses"]:
        write_table((), [(one["label"],) for one in agreement["clauses"]])
