"""What would make a rule of eligibility hold, and at which field of the request that is done."""

from collections.abc import Callable, Mapping

from domain.fundings.request import EligibilityFinding
from language import Text
from wording.amounts import euros_words

FIELDS: Mapping[str, str] = {
    "amount": "request.amount_cents",
    "cap": "request.amount_cents",
    "expenses": "request.plan",
    "beneficiary": "request.beneficiary.kind",
    "inhabitants": "request.beneficiary.inhabitants",
    "employees": "request.beneficiary.employees",
    "lasting": "request.until",
    "shares": "request.shares",
    "matching": "request.shares",
    "support": "request.fast_track",
}
"""By rule, the field that could mend it."""

Figures = Mapping[str, str]


def remedy_of(finding: EligibilityFinding) -> Text:
    """What to do about a rule that does not hold."""
    found = _REMEDIES[finding.rule]
    return found if isinstance(found, Text) else found(finding.figures)


def _amount(figures: Figures) -> Text:
    least, most = (_euros(figures, one) for one in ("least", "most"))
    if "most" in figures and int(figures["amount"]) > int(figures["most"]):
        return Text(f"Demandez au plus {most.fr}.", f"Ask for at most {most.en}.")
    return Text(f"Demandez au moins {least.fr}.", f"Ask for at least {least.en}.")


def _cap(figures: Figures) -> Text:
    most = _euros(figures, "most")
    return Text(
        f"Demandez au plus {most.fr}, ou ajoutez des dépenses éligibles. Un zonage compte s’il est sur la fiche, avec "
        "une source datée, au jour de la demande.",
        f"Ask for at most {most.en}, or add eligible expenses. A zoning counts if it stands on the sheet, with a dated "
        "source, on the day of the request.",
    )


def _expenses(figures: Figures) -> Text:
    eligible = _euros(figures, "eligible")
    return Text(
        f"Demandez au plus {eligible.fr}, ou classez les dépenses dans les sortes que le dispositif prend.",
        f"Ask for at most {eligible.en}, or put expenses under the kinds that the instrument takes.",
    )


def _euros(figures: Figures, key: str) -> Text:
    return euros_words(int(figures.get(key, "0")))


_REMEDIES: Mapping[str, Text | Callable[[Figures], Text]] = {
    "amount": _amount,
    "cap": _cap,
    "expenses": _expenses,
    "beneficiary": Text(
        "Choisissez une sorte de bénéficiaire et un stade que la règle prend.",
        "Choose a kind of beneficiary and a stage that the rule takes.",
    ),
    "inhabitants": Text("Vérifiez la population déclarée.", "Check the inhabitants declared."),
    "employees": Text("Vérifiez l’effectif déclaré.", "Check the employees declared."),
    "lasting": Text("Changez le début ou la fin.", "Change the beginning or the end."),
    "shares": Text(
        "Répartissez tout le montant entre les sources réunies.",
        "Divide the whole amount among the pooled sources.",
    ),
    "matching": Text(
        "Demandez un montant qui soit un multiple de l’abondement.",
        "Ask for an amount that is a multiple of the matching.",
    ),
    "support": Text(
        "Choisissez ce que le circuit accéléré soutient.", "Choose something that the fast track supports."
    ),
}
