"""What a rule of eligibility says of a request, in words: the rule, its figures, whether it holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from domain.fundings.findings import read_findings
from domain.fundings.request import EligibilityFinding
from domain.kernel.text import Bilingual
from domain.rulebook import Rulebook, names_in
from language import Text
from wording.amounts import euros_words
from wording.codes import CODES
from wording.days import recorded_day_words
from wording.finding_remedies import FIELDS, remedy_of
from wording.quantities import duration_words, number_words, share_words

Figures = Mapping[str, str]
Naming = Callable[[str], Bilingual]
"""Keys of the rulebook, one or several, as their names."""

_UNKNOWN: Bilingual = ("inconnu", "unknown")
_NOTHING: Bilingual = ("", "")


class _Said(NamedTuple):
    """What a rule wants, and what the request has; empty where one sentence says both."""

    wants: Bilingual
    has: Bilingual = _NOTHING


@dataclass(frozen=True, slots=True)
class FindingTold:
    """A rule of eligibility apart: its name, what it wants, what this request has, whether it holds."""

    rule: Text
    wants: Text
    has: Text
    holds: bool
    remedy: Text | None = None
    """What to do about it, where it does not hold."""
    field: str = ""
    """The field of the request that could mend it."""
    basis: Text | None = None
    """What it was judged on besides the request, where that is dated."""


def finding_told(finding: EligibilityFinding, rulebook: Rulebook | None = None) -> FindingTold:
    """The rule and the figures of a request beside each other. ``rulebook`` gives names to its keys."""
    title, said = _title(finding), _said(finding, rulebook)
    has = said.has if finding.rule != "cap" else _with_share(said.has, finding.figures)
    if finding.holds and not has[0]:
        has = said.wants
    return FindingTold(
        Text(*map(_capital, title)),
        Text(*map(_capital, said.wants)),
        Text(*map(_capital, has)),
        finding.holds,
        None if finding.holds else remedy_of(finding),
        FIELDS.get(finding.rule, ""),
    )


def finding_words(finding: EligibilityFinding, rulebook: Rulebook | None = None) -> Bilingual:
    """One sentence: the rule's text, what was found, whether that holds. ``rulebook`` gives names to its keys."""
    title, said = _title(finding), _said(finding, rulebook)
    verdict = ("respecté", "holds") if finding.holds else ("non respecté", "does not hold")
    wants, has = said
    return (
        f"{_capital(title[0])} ({verdict[0]}) : {wants[0]}{f' ; {has[0]}' if has[0] else ''}.",
        f"{_capital(title[1])} ({verdict[1]}): {wants[1]}{f'; {has[1]}' if has[1] else ''}.",
    )


def findings_words(written: str, rulebook: Rulebook | None = None) -> Bilingual:
    """The sentences of findings that ``write_findings`` wrote."""
    said = [finding_words(one, rulebook) for one in read_findings(written)]
    return " ".join(fr for fr, _ in said), " ".join(en for _, en in said)


def _title(finding: EligibilityFinding) -> Bilingual:
    return CODES["rule"].get(finding.rule, (finding.rule, finding.rule))


def _said(finding: EligibilityFinding, rulebook: Rulebook | None) -> _Said:
    names = names_in(rulebook) if rulebook else {}

    def named(keys: str) -> Bilingual:
        listed = [one for one in keys.split(", ") if one]
        both = [(names[one].fr, names[one].en) if one in names else (one, one) for one in listed]
        return ", ".join(fr for fr, _ in both), ", ".join(en for _, en in both)

    return _SAID[finding.rule](finding.figures, named) if finding.rule in _SAID else _Said(_NOTHING)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _money(figures: Figures, key: str) -> Bilingual:
    return euros_words(int(figures[key])) if key in figures else ("…", "…")


def _amount(figures: Figures, _: Naming) -> _Said:
    least, most, amount = (_money(figures, key) for key in ("least", "most", "amount"))
    if "most" not in figures:
        rule = f"au moins {least[0]}", f"at least {least[1]}"
    elif "least" not in figures:
        rule = f"au plus {most[0]}", f"at most {most[1]}"
    else:
        rule = f"de {least[0]} à {most[0]}", f"{least[1]} to {most[1]}"
    return _Said(rule, _asked(amount))


def _cap(figures: Figures, _: Naming) -> _Said:
    amount, eligible, most = (_money(figures, key) for key in ("amount", "eligible", "most"))
    share, where = share_words(Decimal(figures["share"])), figures.get("zonings")
    raised = (f" (territoire en {where})", f" (territory in {where})") if where else _NOTHING
    rule = (
        f"au plus {share[0]} des dépenses éligibles{raised[0]}, soit {most[0]} sur {eligible[0]}",
        f"at most {share[1]} of eligible expenses{raised[1]}, that is {most[1]} of {eligible[1]}",
    )
    return _Said(rule, _asked(amount))


def _with_share(has: Bilingual, figures: Figures) -> Bilingual:
    """What is asked for, and which share of the eligible expenses that is."""
    eligible = int(figures["eligible"])
    if not eligible:
        return has
    part = share_words(round(Decimal(int(figures["amount"])) * 100 / eligible, 2))
    return f"{has[0]}, soit {part[0]}", f"{has[1]}, that is {part[1]}"


def _expenses(figures: Figures, _: Naming) -> _Said:
    amount, eligible, planned = (_money(figures, key) for key in ("amount", "eligible", "planned"))
    rule = (
        f"au plus les dépenses éligibles, {eligible[0]} sur {planned[0]} prévus",
        f"at most the eligible expenses, {eligible[1]} of {planned[1]} planned",
    )
    return _Said(rule, _asked(amount))


def _beneficiary(figures: Figures, named: Naming) -> _Said:
    kind, taken = named(figures["kind"]), named(figures.get("kinds", ""))
    if "kinds" in figures:
        return _Said(
            (
                f"« {kind[0]} » n’est pas parmi {taken[0]}",
                f"“{kind[1]}” is not among {taken[1]}",
            )
        )
    if "maturities" not in figures:
        return _Said(kind)
    stages, stage = named(figures["maturities"]), named(figures.get("maturity", ""))
    return _Said(
        (f"{kind[0]}, au stade {stages[0]}", f"{kind[1]}, at the stage {stages[1]}"),
        (
            f"stade du projet : {stage[0] or _UNKNOWN[0]}",
            f"stage of the project: {stage[1] or _UNKNOWN[1]}",
        ),
    )


def _inhabitants(figures: Figures, _: Naming) -> _Said:
    found, bound = _count(figures, "inhabitants"), _count(figures, "more_than")
    return _Said(
        (f"plus de {bound[0]} habitants", f"more than {bound[1]} inhabitants"),
        _declared(found),
    )


def _employees(figures: Figures, _: Naming) -> _Said:
    found, bound = _count(figures, "employees"), _count(figures, "fewer_than")
    return _Said(
        (f"moins de {bound[0]} salariés", f"fewer than {bound[1]} employees"),
        _declared(found),
    )


def _count(figures: Figures, key: str) -> Bilingual:
    return number_words(int(figures[key])) if key in figures else _UNKNOWN


def _lasting(figures: Figures, _: Naming) -> _Said:
    shortest, longest = duration_words(figures["shortest"]), duration_words(figures["longest"])
    since, until, least, most = (
        recorded_day_words(figures[key]) for key in ("since", "until", "least", "most")
    )
    return _Said(
        (
            f"de {shortest[0]} à {longest[0]}, soit jusqu’au {least[0]} au plus tôt et au {most[0]} au plus tard",
            f"{shortest[1]} to {longest[1]}, that is until {least[1]} at the earliest and {most[1]} at the latest",
        ),
        _asked((f"du {since[0]} au {until[0]}", f"{since[1]} to {until[1]}")),
    )


def _shares(figures: Figures, named: Naming) -> _Said:
    amount, total = _money(figures, "amount"), _money(figures, "total")
    sources, foreign = named(figures["sources"]), named(figures.get("foreign", ""))
    besides = (f", et {foreign[0]} n’en est pas", f", and {foreign[1]} is none") if foreign[0] else _NOTHING
    return _Said(
        (f"{sources[0]} font ensemble le montant", f"{sources[1]} make up the amount"),
        (
            f"réparti : {total[0]} sur {amount[0]}{besides[0]}",
            f"divided: {total[1]} of {amount[1]}{besides[1]}",
        ),
    )


def _matching(figures: Figures, _: Naming) -> _Said:
    amount, citizens, authority, companies = (
        _money(figures, key) for key in ("amount", "citizens", "authority", "companies")
    )
    rule = (
        f"pour {citizens[0]} de citoyens, {authority[0]} de la collectivité et {companies[0]} d’entreprises",
        f"for {citizens[1]} of citizens, {authority[1]} of the authority and {companies[1]} of companies",
    )
    return _Said(rule, _asked(amount))


def _support(figures: Figures, named: Naming) -> _Said:
    supports, support = named(figures["supports"]), named(figures["support"])
    return _Said(supports, _asked(support))


def _asked(what: Bilingual) -> Bilingual:
    return f"demandé : {what[0]}", f"asked for: {what[1]}"


def _declared(what: Bilingual) -> Bilingual:
    return f"déclaré : {what[0]}", f"declared: {what[1]}"


_SAID: Mapping[str, Callable[[Figures, Naming], _Said]] = {
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
