"""What findings and refusals say to people, in both languages; numbers of beneficiaries."""

import pytest

from domain.fundings.eligibility import assess
from domain.fundings.request import EligibilityFinding
from domain.kernel.moments import PARIS
from domain.kernel.refusal import Refusal
from tests.domain.fundings.judging import DAY, PLAIN, asking, expenses, instrument_in, located, payee, shipped
from tests.domain.granting import FUNDS, asked_and_judged, row, wanted
from tests.domain.granting import decide as deciding
from wording.codes import CODES
from wording.findings import finding_words
from wording.naming import Naming
from wording.refusals import explain

ACTE, RULEBOOK = instrument_in("acte", "acte_grant"), shipped("acte")
_NARROW, _THIN = "\u202f", "\u00a0"


def said() -> dict[str, tuple[str, str]]:
    """What each rule of ACTE says of 60 000.01 € for an inter-municipal body, in its own words."""
    request = asking(
        "acte_grant",
        6_000_001,
        "epci",
        maturity="development",
        plan=expenses("running_costs", 10_000_000),
        beneficiary=payee("epci", inhabitants=15_000),
    )
    findings = assess(request, ACTE, (("2026-01-05", located("QPV")),), DAY, PARIS)
    return {one.rule: finding_words(one, RULEBOOK) for one in findings}


def test_a_finding_says_the_rule_its_figures_and_whether_it_holds() -> None:
    """Amounts in euros, keys by their names."""
    french = {key: fr.replace(_NARROW, " ").replace(_THIN, " ") for key, (fr, _) in said().items()}
    assert french == {
        "amount": "Montant (non respecté) : de 15 000,00 € à 60 000,00 € ; demandé : 60 000,01 €.",
        "beneficiary": (
            "Bénéficiaire (non respecté) : EPCI à fiscalité propre, au stade Émergence ; "
            "stade du projet : Développement."
        ),
        "inhabitants": "Population (non respecté) : plus de 15 000 habitants ; déclaré : 15 000.",
        "expenses": (
            "Dépenses éligibles (non respecté) : au plus les dépenses éligibles, 0,00 € sur 100 000,00 € prévus ; "
            "demandé : 60 000,01 €."
        ),
        "cap": (
            "Plafond de dépenses (non respecté) : au plus 60 % des dépenses éligibles (territoire en QPV), "
            "soit 0,00 € sur 0,00 € ; demandé : 60 000,01 €."
        ),
    }
    english = said()["cap"][1]
    assert english == (
        "Cap of expenses (does not hold): at most 60% of eligible expenses (territory in QPV), "
        "that is €0.00 of €0.00; asked for: €60,000.01."
    )


def _every_finding() -> tuple[EligibilityFinding, ...]:
    impulse = instrument_in("fonds-d-impulsion-jurassien", "experiment")
    support = instrument_in("fondation-territoriale-des-lumieres", "support")
    match = instrument_in("okote", "match")
    epci = payee("epci", inhabitants=15_001)
    requests = (
        (ACTE, asking("acte_grant", 3_000_000, "epci", maturity="emergence", beneficiary=epci)),
        (ACTE, asking("acte_grant", 3_000_000, "company", maturity="emergence")),
        (impulse, asking("experiment", 3_000_000, "one_member", shares={"lottery": 1})),
        (support, asking("support", 1, "association", fast_track="cash-flow")),
        (match, asking("match", 200_000, "project")),
        (ACTE.model_copy(update={"most_cents": None}), asking("acte_grant", 1, "epci", maturity="emergence")),
        (
            ACTE.model_copy(update={"least_cents": None}),
            asking("acte_grant", 1, "epci", maturity="emergence"),
        ),
    )
    return tuple(one for rules, each in requests for one in assess(each, rules, PLAIN, DAY, PARIS))


@pytest.mark.parametrize("finding", _every_finding(), ids=lambda one: one.rule)
def test_every_finding_has_words_in_both_languages(finding: EligibilityFinding) -> None:
    """With its rule's name and no figure left out in braces."""
    french, english = finding_words(finding, RULEBOOK)
    assert french.lower().startswith(CODES["rule"][finding.rule][0])
    assert english.lower().startswith(CODES["rule"][finding.rule][1])
    assert french != english
    assert "{" not in french + english
    assert ("non respecté" in french) == ("does not hold" in english) == (not finding.holds)


def test_every_rule_is_said_somewhere() -> None:
    """The findings above leave none out."""
    assert {one.rule for one in _every_finding()} == set(CODES["rule"])


def test_a_refusal_for_a_rule_says_that_rule_with_its_figures() -> None:
    """And names it in the remedy."""
    asked = wanted(cents=1_000_000)
    found = row("", asked_and_judged(asked), deciding(), "ineligible").decided()
    assert isinstance(found, Refusal)
    words = explain(found, Naming(FUNDS))
    french = words.message[0].replace(_NARROW, " ").replace(_THIN, " ")
    assert french == (
        "Les règles du dispositif ne le permettent pas. "
        "Montant (non respecté) : de 15 000,00 € à 60 000,00 € ; demandé : 10 000,00 €."
    )
    assert "€15,000.00 to €60,000.00; asked for: €10,000.00." in words.message[1]
    assert "amount" in words.remedy[1]


def test_a_refusal_holds_keys_and_figures_and_nothing_that_people_wrote() -> None:
    """Outcomes keep them for ever."""
    found = row("", asked_and_judged(wanted(cents=1_000_000)), deciding(), "ineligible").decided()
    assert isinstance(found, Refusal)
    assert found.params == {
        "rules": "amount",
        "findings": (
            '[{"rule":"amount","holds":false,'
            '"figures":{"amount":"1000000","least":"1500000","most":"6000000"}}]'
        ),
    }
