"""What entries of reviews and fundings say, in words: amounts, votes, who sits, what is asked for."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from domain.bank.identifiers import register_number
from domain.kernel.ids import SERVICE
from language import Text, say, t
from wording.amounts import euros
from wording.days import DAY
from wording.local_hours import moment_words
from wording.naming import SOMEBODY, THE_SERVICE
from wording.pages.cooperation import territory
from wording.punctuation import joined, spaced
from wording.values import word
from wording.votes import votes_words

Known = Mapping[str, str]
"""What keys and people are called, in the reader's language."""

OF_THE_COOPERATION = frozenset({"name", "region", "managers", "rulebook", "cooperation"})
"""What the first entry of a review or a funding keeps of its cooperation, which needs no telling there."""


_PERSON = re.compile(r"p-[0-9a-f]{12}")
_KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")
_ENVELOPE = re.compile(r"[a-z0-9-]+/([a-z][a-z0-9_]*)(/fast-track)?/([0-9]{4}|total)")


PAID_ON = Text("payé le ", "paid on ")
DUE = Text("pour le ", "due ")


def called(value: str, known: Known, of: str = "") -> str:
    """What a person, a key or a code is called; a key without a name, which people chose, is told as words."""
    if value in known:
        return known[value]
    if value == SERVICE:
        return say(THE_SERVICE)
    if _PERSON.fullmatch(value):
        return say(SOMEBODY)
    if DAY.fullmatch(value):
        return moment_words(value)
    if envelope := _ENVELOPE.fullmatch(value):
        instrument, _, year = envelope.groups()
        return f"{called(instrument, known)} {year}"
    return word(value, of) if not _KEY.fullmatch(value) else say(spaced(value))


def _unsaid(_value: Any, _known: Known) -> str:
    return ""


def _request(value: Any, known: Known) -> str:
    instrument = called(value["instrument"], known)
    payee = value["beneficiary"]["name"]
    since, until = (moment_words(value[one]) for one in ("since", "until"))
    return f"{instrument}, {euros(value['amount_cents'])}, {payee}, {since} → {until}"


def _findings(value: Any, _known: Known) -> str:
    failing = [word(one["rule"], "rule") for one in value if not one["holds"]]
    if not failing:
        return t("toutes les règles respectées", "every rule holds")
    return t("non respecté : ", "does not hold: ") + ", ".join(failing)


def _people(value: Any, known: Known) -> str:
    return ", ".join(called(one["person"], known) for one in value)


def _schedule(value: Any, known: Known) -> str:
    return ", ".join(f"{known.get(one['tranche'], one['tranche'])} {euros(one['cents'])}" for one in value)


def _conditions(value: Any, _known: Known) -> str:
    """The conditions of a decision, with their days; those of an opinion are prose."""
    if isinstance(value, str):
        return value
    return ", ".join(f"{one['label']} ({moment_words(one['due'])})" for one in value)


def _labels(value: Any, _known: Known) -> str:
    return ", ".join(one.get("name") or one["label"] for one in value)


def _sum(value: Any, _known: Known) -> str:
    return euros(sum(one["cents"] for one in value))


def _counts(value: Any, _known: Known) -> str:
    """The votes of a conclusion; that a sum set aside counts as a funding needs no telling."""
    if isinstance(value, bool):
        return ""
    return say(votes_words(value["favourable"], value["unfavourable"], value["abstentions"]))


def _scores(value: Any, known: Known) -> str:
    return ", ".join(f"{called(key, known)} {score}" for key, score in value.items())


def answers_said(value: Any, known: Known) -> str:
    """What is answered to each point; a dash where the text was erased."""
    told = (f"{called(key, known)}{t(' : ', ': ')}{text or '–'}" for key, text in value.items())
    return joined(told)


def _account(value: Any, _known: Known) -> str:
    return register_number(value)


def _numbered(fr: str, en: str) -> Callable[[Any, Known], str]:
    return lambda value, _known: t(fr, en).format(value)


PARTS: Mapping[str, Callable[[Any, Known], str]] = {
    **dict.fromkeys(
        (
            "allocations",
            "bank_details",
            "charged",
            "documents",
            "holds",
            "last",
            "opinions",
            "restored",
            "rests_on",
        ),
        _unsaid,
    ),
    "account": _account,
    "answers": answers_said,
    "as_of": _unsaid,
    "budget_cents": _unsaid,
    "asked_cents": lambda cents, _known: t(f"demandé : {euros(cents)}", f"asked for: {euros(cents)}"),
    "granted_cents": lambda cents, _known: t(f"accordé : {euros(cents)}", f"granted: {euros(cents)}"),
    "paid_cents": lambda cents, _known: t(f"versé : {euros(cents)}", f"paid: {euros(cents)}"),
    "clauses": _labels,
    "complete": _numbered("toutes les parties ont signé", "all parties have signed"),
    "conditions": _conditions,
    "conflict": _numbered("conflit d’intérêts", "conflict of interest"),
    "contributions": _sum,
    "counts": _counts,
    "dossier": _numbered("dossier v{}", "dossier v{}"),
    "executed_on": lambda day, _known: say(PAID_ON) + moment_words(day),
    "findings": _findings,
    "level": _numbered("niveau {}", "level {}"),
    "levels": _numbered("validations à obtenir : {}", "approvals needed: {}"),
    "members": _people,
    "parties": _labels,
    "payment": _numbered("paiement n° {}", "payment no. {}"),
    "plan": _sum,
    "reference": _numbered("référence {}", "reference {}"),
    "released": _sum,
    "request": _request,
    "schedule": _schedule,
    "scores": _scores,
    "territory": lambda value, _known: territory(value["name"], value.get("inhabitants")),
}
"""How a detail is told, by its field."""
