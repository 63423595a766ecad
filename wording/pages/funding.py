"""A funding as a page: what was asked for, found, decided, agreed, asked for again, paid, reported."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.rulebook import Rulebook, names_in
from language import Text, say, t
from wording import headings
from wording.amounts import euros
from wording.details import called
from wording.values import word

REQUEST = Text("La demande", "The request")
ELIGIBILITY = Text("Éligibilité", "Eligibility")
NOT_ASSESSED = Text("Elle n’a pas encore été jugée.", "It has not been assessed yet.")
PLAN = Text("Plan de financement", "Funding plan")
EXPENSE = Text("Dépense", "Expense")
RESOURCE = Text("Ressource", "Resource")
AMOUNT = Text("Montant", "Amount")
TOTAL = Text("Total", "Total")
DECISION_TITLE = Text("La décision", "The decision")
NOT_DECIDED = Text("Elle n’est pas encore prise.", "It has not been taken yet.")
AGREEMENT = Text("La convention", "The agreement")
PARTY = Text("Partie", "Party")
SIGNATURE = Text("Signature", "Signature")
TO_SIGN = Text("à signer", "to be signed")
CONDITIONS = Text("Les conditions", "The conditions")
CONDITION = Text("Condition", "Condition")
DUE = Text("Pour le", "Due")
STATE = Text("État", "State")
TO_MEET = Text("à remplir", "to be met")
TRANCHES = Text("Les versements", "The tranches")
TRANCHE = Text("Versement", "Tranche")
ASKED_BY = Text("Demandé par", "Asked for by")
APPROVED_BY = Text("Validé par", "Approved by")
PAID_BY = Text("Ordonné par", "Ordered by")
PAYMENT = Text("Paiement", "Payment")
REPORTS = Text("Les comptes rendus", "The reports")
REPORT = Text("Compte rendu", "Report")
AMENDMENTS = Text("Les avenants", "The amendments")
BENEFICIARY = Text("Bénéficiaire", "Beneficiary")
IDENTIFIER = Text("SIRET ou identifiant", "Identifier")
TERM = Text("Durée", "Term")
MATURITY = Text("Maturité du projet", "Maturity of the project")
CARRIER = Text("Structure porteuse", "Carrier")
ASKED_ON = Text("Demandé", "Asked for")
LETTER = Text("Lettre", "Letter")
DEPOSITS = Text("Faire déposer un document", "Have a document handed in")
REQUESTED = Text("demandé", "asked for")
GRANTED = Text("accordé", "granted")
PAID = Text("versé", "paid")
LEFT = Text("reste", "left")
LIST = Text("Financements", "Fundings")
NONE = Text("Aucun financement que vous puissiez lire.", "No funding that you may read.")
COOPERATION = Text("Coopération", "Cooperation")
INSTRUMENT = Text("Dispositif", "Instrument")
NEXT_DUE = Text("Prochaine échéance", "Next deadline")
MORE = Text("Suite", "More")
HISTORY = Text("Dernières entrées", "Last entries")
BY_BODY = Text("Par", "By")
REASONS = Text("Raisons", "Reasons")
WOULD_CHANGE = headings.WOULD_CHANGE_IT
POINTS = Text("Motifs", "Points")

Keys = Mapping[str, str]


def keys_of(rulebook: Rulebook) -> Keys:
    """What the rulebook calls its keys, in the reader's language."""
    return {key: say(one) for key, one in names_in(rulebook).items()}


def key(keys: Keys, value: str, of: str = "") -> str:
    """What a key or a code is called."""
    return called(value, keys, of)


def status(value: str) -> str:
    """How far it is, with a capital."""
    said = word(value, "funding")
    return said[:1].upper() + said[1:]


def decided(decision: Mapping[str, Any]) -> str:
    """What was decided."""
    if decision["type"] == "FundingGranted":
        return f"{word('granted', 'funding')}, {euros(decision['amount_cents'])}"
    return word(decision["decision"], "funding")


def body(keys: Keys, decision: Mapping[str, Any]) -> str:
    """The body that decided."""
    return keys.get(decision["body"], word(decision["body"], "role"))


def tranche_stage(stage: str) -> str:
    """How far a tranche is."""
    return word(stage, "tranche-stage")


def payment_stage(stage: str) -> str:
    """What became of a payment."""
    return word(stage, "payment")


def report_stage(stage: str) -> str:
    """How far a report is."""
    return word(stage, "report-stage")


def approvals(people: Sequence[str], levels: int, name: Callable[[str], str]) -> str:
    """Who has approved, and how many are needed."""
    if not levels:
        return "–"
    said = ", ".join(map(name, people))
    if len(people) >= levels:
        return said
    count = t(f"{len(people)} sur {levels}", f"{len(people)} of {levels}")
    return f"{said} ({count})" if said else count


def met(entry: int) -> str:
    """A condition that is met."""
    return t(f"remplie (entrée {entry})", f"met (entry {entry})")


def signed(day: str) -> str:
    """When a party has signed."""
    return t(f"signée le {day}", f"signed on {day}")


def means(one: Mapping[str, Any]) -> str:
    """A co-funder, with where the means come from and in which form."""
    return f"{one['name']} ({word(one['origin'], 'means')}, {word(one['form'], 'contribution')})"


def asked(name: str, day: str) -> str:
    """By whom it was asked for, and when."""
    return t(f"demandé par {name}, {day}", f"asked for by {name}, {day}")


def passed_on(name: str) -> str:
    """What of it goes on to somebody else."""
    return t(f"Reversé à {name}", f"Passed on to {name}")


def amended(one: Mapping[str, Any]) -> str:
    """From which amount to which."""
    before = euros(one["before"]["amount_cents"]) if one["before"] else "–"
    return f"{before} → {euros(one['amount_cents'])}" if one["amount_cents"] is not None else before


def amendment_stage(stage: str) -> str:
    """How far an amendment is."""
    return word(stage, "amendment")


def by(name: str, day: str) -> str:
    """Who, and when."""
    return f"{name}, {day}"


def span(since: str, until: str) -> str:
    """From one day to another."""
    return t(f"du {since} au {until}", f"from {since} to {until}")
