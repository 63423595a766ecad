"""What a rule of eligibility says of a request, in words: the rule, its figures, whether it holds."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from domain.fundings.findings import read_findings
from domain.fundings.request import EligibilityFinding
from domain.kernel.text import Bilingual
from domain.rulebook import Rulebook, names_in
from wording.amounts import euros_words
from wording.codes import CODES
from wording.quantities import duration_words, number_words, share_words

Figures = Mapping[str, str]
Naming = Callable[[str], Bilingual]
"""Keys of the rulebook, one or several, as their names."""

_UNKNOWN: Bilingual = ("inconnu", "unknown")


def finding_words(finding: EligibilityFinding, rulebook: Rulebook | None = None) -> Bilingual:
    """One sentence: the rule's text, what was found, whether that holds. ``rulebook`` gives names to its keys."""
    names = names_in(rulebook) if rulebook else {}

    def named(keys: str) -> Bilingual:
        listed = [one for one in keys.split(", ") if one]
        both = [(names[one].fr, names[one].en) if one in names else (one, one) for one in listed]
        return ", ".join(fr for fr, _ in both), ", ".join(en for _, en in both)

    title = CODES["rule"].get(finding.rule, (finding.rule, finding.rule))
    said = _SAID[finding.rule](finding.figures, named) if finding.rule in _SAID else ("", "")
    verdict = ("respecté", "holds") if finding.holds else ("non respecté", "does not hold")
    return (
        f"{_capital(title[0])} ({verdict[0]}) : {said[0]}.",
        f"{_capital(title[1])} ({verdict[1]}): {said[1]}.",
    )


def findings_words(written: str, rulebook: Rulebook | None = None) -> Bilingual:
    """The sentences of findings that ``write_findings`` wrote."""
    said = [finding_words(one, rulebook) for one in read_findings(written)]
    return " ".join(fr for fr, _ in said), " ".join(en for _, en in said)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _money(figures: Figures, key: str) -> Bilingual:
    return euros_words(int(figures[key])) if key in figures else ("…", "…")


def _amount(figures: Figures, _: Naming) -> Bilingual:
    least, most, amount = (_money(figures, key) for key in ("least", "most", "amount"))
    if "most" not in figures:
        rule = f"au moins {least[0]}", f"at least {least[1]}"
    elif "least" not in figures:
        rule = f"au plus {most[0]}", f"at most {most[1]}"
    else:
        rule = f"de {least[0]} à {most[0]}", f"{least[1]} to {most[1]}"
    return f"{rule[0]} ; demandé : {amount[0]}", f"{rule[1]}; asked for: {amount[1]}"


def _cap(figures: Figures, _: Naming) -> Bilingual:
    amount, eligible, most = (_money(figures, key) for key in ("amount", "eligible", "most"))
    share, where = share_words(Decimal(figures["share"])), figures.get("zonings")
    raised = (f" (territoire en {where})", f" (territory in {where})") if where else ("", "")
    return (
        (
            f"au plus {share[0]} des dépenses éligibles{raised[0]}, "
            f"soit {most[0]} sur {eligible[0]} ; demandé : {amount[0]}"
        ),
        (
            f"at most {share[1]} of eligible expenses{raised[1]}, that is {most[1]} of {eligible[1]}; "
            f"asked for: {amount[1]}"
        ),
    )


def _expenses(figures: Figures, _: Naming) -> Bilingual:
    amount, eligible, planned = (_money(figures, key) for key in ("amount", "eligible", "planned"))
    return (
        f"au plus les dépenses éligibles, {eligible[0]} sur {planned[0]} prévus ; demandé : {amount[0]}",
        f"at most the eligible expenses, {eligible[1]} of {planned[1]} planned; asked for: {amount[1]}",
    )


def _beneficiary(figures: Figures, named: Naming) -> Bilingual:
    kind, taken = named(figures["kind"]), named(figures.get("kinds", ""))
    if "kinds" in figures:
        return (
            f"« {kind[0]} » n’est pas parmi {taken[0]}",
            f"“{kind[1]}” is not among {taken[1]}",
        )
    if "maturities" not in figures:
        return kind
    stages, stage = named(figures["maturities"]), named(figures.get("maturity", ""))
    return (
        f"{kind[0]}, au stade {stages[0]} ; stade du projet : {stage[0] or _UNKNOWN[0]}",
        f"{kind[1]}, at the stage {stages[1]}; stage of the project: {stage[1] or _UNKNOWN[1]}",
    )


def _inhabitants(figures: Figures, _: Naming) -> Bilingual:
    found, bound = _count(figures, "inhabitants"), _count(figures, "more_than")
    return (
        f"plus de {bound[0]} habitants ; déclaré : {found[0]}",
        f"more than {bound[1]} inhabitants; declared: {found[1]}",
    )


def _employees(figures: Figures, _: Naming) -> Bilingual:
    found, bound = _count(figures, "employees"), _count(figures, "fewer_than")
    return (
        f"moins de {bound[0]} salariés ; déclaré : {found[0]}",
        f"fewer than {bound[1]} employees; declared: {found[1]}",
    )


def _count(figures: Figures, key: str) -> Bilingual:
    return number_words(int(figures[key])) if key in figures else _UNKNOWN


def _lasting(figures: Figures, _: Naming) -> Bilingual:
    shortest, longest = duration_words(figures["shortest"]), duration_words(figures["longest"])
    since, until, least, most = (figures[key] for key in ("since", "until", "least", "most"))
    return (
        (
            f"de {shortest[0]} à {longest[0]}, soit jusqu’au {least} au plus tôt et au {most} au plus tard ; "
            f"demandé : du {since} au {until}"
        ),
        (
            f"{shortest[1]} to {longest[1]}, that is until {least} at the earliest and {most} at the latest; "
            f"asked for: {since} to {until}"
        ),
    )


def _shares(figures: Figures, named: Naming) -> Bilingual:
    amount, total = _money(figures, "amount"), _money(figures, "total")
    sources, foreign = named(figures["sources"]), named(figures.get("foreign", ""))
    besides = (f", et {foreign[0]} n’en est pas", f", and {foreign[1]} is none") if foreign[0] else ("", "")
    return (
        f"{sources[0]} font ensemble le montant ; réparti : {total[0]} sur {amount[0]}{besides[0]}",
        f"{sources[1]} make up the amount; divided: {total[1]} of {amount[1]}{besides[1]}",
    )


def _matching(figures: Figures, _: Naming) -> Bilingual:
    amount, citizens, authority, companies = (
        _money(figures, key) for key in ("amount", "citizens", "authority", "companies")
    )
    return (
        (
            f"pour {citizens[0]} de citoyens, {authority[0]} de la collectivité et {companies[0]} d’entreprises ; "
            f"demandé : {amount[0]}"
        ),
        (
            f"for {citizens[1]} of citizens, {authority[1]} of the authority and {companies[1]} of companies; "
            f"asked for: {amount[1]}"
        ),
    )


def _support(figures: Figures, named: Naming) -> Bilingual:
    supports, support = named(figures["supports"]), named(figures["support"])
    return f"{supports[0]} ; demandé : {support[0]}", f"{supports[1]}; asked for: {support[1]}"


_SAID: Mapping[str, Callable[[Figures, Naming], Bilingual]] = {
    "amount": _amount,
    "cap": _cap,
    "expenses": _expenses,
    "beneficiary": _beneficiary,
    "inhabitants": _inhabitants,
    "employees": _employees,
    "lasting": _lasting,
    "shares": _shares,
    "matching": _matching,
    "support": _support,
}
