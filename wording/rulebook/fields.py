"""What the fields and the parts of a rulebook are called by people, in French and in English."""

from collections.abc import Mapping

from domain.kernel.model import Model
from domain.kernel.text import Bilingual

# Parts whose own fields say enough have no name of their own.
_DEADLINES: Mapping[str, Bilingual] = {
    "after": ("se compte depuis", "counts from"),
    "within": ("dû sous", "due within"),
    "occasion": ("occasion", "occasion"),
    "deliverable": ("livrable", "deliverable"),
    "review": ("question", "question"),
    "counting": ("en comptant", "counting"),
    "item": ("point de passage", "gate item"),
    "date": ("date", "date"),
    "day": ("jour de l’année", "day of the year"),
    "phases": ("phases", "phases"),
    "until": ("remplie par", "met by"),
    "ladder": ("échelle de rappels", "ladder"),
    "pause": ("pendant une pause, le délai", "during a pause, the clock"),
    "completion": ("pendant des compléments, le délai", "during a completion, the clock"),
    "silence": ("", ""),
    "counts_as": ("le silence vaut", "silence counts as"),
    "forecast": ("annoncé", "announced"),
    "offset": ("part", "goes out"),
    "every": ("sans fin prévue, tous les", "without a planned end, every"),
    "to": ("adressé à", "addressed to"),
}

_GATES: Mapping[str, Bilingual] = {
    "needs": ("se constate par", "is shown by"),
    "rule": ("", ""),
    "by": ("par", "by"),
    "of": ("parmi", "among"),
    "at_least": ("au moins", "at least"),
    "at_most": ("au plus", "at most"),
    "term": ("durée au plus", "for at most"),
    "signed_by": ("signée par", "signed by"),
    "sectors": ("familles d’acteurs au moins", "sectors at least"),
    "residents": ("avec des habitants", "with residents"),
    "kinds": ("sortes", "kinds"),
    "not_older_than": ("depuis au plus", "not older than"),
    "reached": ("arrivés à", "that reached"),
    "stage": ("étape", "stage"),
    "review": ("avis", "review"),
    "outcomes": ("conclusions admises", "outcomes accepted"),
    "instrument": ("dispositif", "instrument"),
    "expected": ("durée attendue", "expected to last"),
    "complete": ("passage à la suite (tout étant réuni)", "going on (once all is there)"),
}

_CALLS: Mapping[str, Bilingual] = {
    "outreach": ("ouverture sans appel", "opening without a call"),
    "opens": ("ouvre le", "opens on"),
    "closes": ("ferme le", "closes on"),
    "kind": ("nature", "kind"),
    "fast_track": ("circuit accéléré", "fast track"),
    "resubmission": ("nouvelle présentation possible", "may be submitted again"),
    "programme": ("programme", "programme"),
    "since": ("à partir du", "from"),
}

_PANELS: Mapping[str, Bilingual] = {
    "mode": ("rôle", "role"),
    "members": ("membres", "members"),
    "named": ("membres désignés pour chaque avis", "members named for each review"),
    "role": ("", ""),
    "chair": ("présidence", "chair"),
    "quorum": ("", ""),
    "share": ("part", "share"),
    "concludes": ("conclut", "concludes"),
    "threshold": ("seuil", "threshold"),
    "most": ("points au plus", "points at most"),
    "weight": ("coefficient", "weight"),
    "panel": ("instance", "panel"),
    "about": ("porte sur", "is about"),
}

_FUNDING: Mapping[str, Bilingual] = {
    "least_cents": ("montant minimal", "smallest amount"),
    "most_cents": ("montant maximal", "largest amount"),
    "cap": ("", ""),
    "ordinary": ("part des dépenses éligibles au plus", "share of eligible expenses at most"),
    "raised": ("part au plus dans les zonages prioritaires", "share at most in priority zonings"),
    "raised_in": ("zonages prioritaires", "priority zonings"),
    "lasting": ("durée", "duration"),
    "more_than_inhabitants": ("plus d’habitants que", "more inhabitants than"),
    "fewer_than_employees": ("moins de salariés que", "fewer employees than"),
    "maturity": ("stades de maturité", "stages of maturity"),
    "total_cents": ("enveloppe totale", "envelope in all"),
    "per_year_cents": ("enveloppe annuelle", "envelope a year"),
    "fundings_per_year": ("financements par an", "fundings a year"),
    "envelope_cents": ("enveloppe du circuit accéléré", "envelope of the fast track"),
    "envelope": ("", ""),
    "shares": ("parts réunies", "shares pooled"),
    "carried_by": ("part publique portée par", "public share carried by"),
    "matching": ("abondement", "matching"),
    "authority": ("euros de la collectivité pour un euro citoyen", "euros of the authority for a citizen’s"),
    "companies": ("euros d’entreprises pour un euro citoyen", "euros of companies for a citizen’s"),
    "circuit": ("circuit de décision", "circuit of decision"),
    "approvals": ("circuit de validation des versements", "circuit of approval of payments"),
    "up_to_cents": ("jusqu’à", "up to"),
    "when": ("versée quand", "paid when"),
    "distinct_people": ("trois personnes différentes", "three different people"),
    "agreement_above_cents": ("convention obligatoire au-dessus de", "agreement obligatory above"),
    "supports": ("soutiens", "supports"),
}

_PROGRAMME: Mapping[str, Bilingual] = {
    "completion_holds": ("des compléments attendus retiennent", "an awaited completion holds back"),
    "name": ("s’appelle", "is called"),
    "source": ("source", "source"),
    "organisation": ("porté par", "run by"),
    "follows": ("un dossier suit", "a file follows"),
    "period": ("période d’ouverture", "period of opening"),
    "days": ("jours travaillés", "working days"),
    "holidays": ("jours fériés", "holidays"),
    "zone": ("fuseau horaire", "time zone"),
    "office": ("bureau", "office"),
    "value": ("valeur", "value"),
    "evaluation": ("grille d’évaluation", "evaluation grid"),
    "calls": ("appels", "calls"),
    "shortest": ("durée minimale d’une expérimentation", "shortest experiment"),
    "longest": ("durée maximale d’une expérimentation", "longest experiment"),
    "a_year": ("expérimentations par an au plus", "experiments a year at most"),
    "published": ("publié", "published"),
    "private": ("réservé", "private"),
    "conventions_above_cents": ("conventions publiées au-dessus de", "agreements published above"),
    "sections": ("parties", "sections"),
    "settles_abandonment": ("tranchent les demandes d’abandon", "settle requests to abandon"),
    "waives": ("peuvent dispenser d’un point de passage", "may waive a gate item"),
}

_COLLECTIONS: Mapping[str, Bilingual] = {
    "regions": ("calendriers de régions", "calendars of regions"),
    "calendar": ("calendrier", "calendar"),
    "contacts": ("contacts", "contacts"),
    "occasions": ("occasions", "occasions"),
    "figures": ("chiffres", "figures"),
    "stages": ("étapes", "stages"),
    "gate": ("points de passage", "gate items"),
    "course": ("ce que le service fait de lui-même", "what the service does by itself"),
    "ladders": ("échelles de rappels", "ladders"),
    "deadlines": ("échéances", "deadlines"),
    "pauses": ("dossiers en pause", "files that sleep"),
    "items": ("questions", "items"),
    "experiments": ("expérimentations", "experiments"),
    "funnel": ("étapes de sélection", "stages of selection"),
    "relays": ("relais", "relays"),
    "panels": ("instances", "panels"),
    "grid": ("grille", "grid"),
    "points": ("motifs de refus habituels", "usual points of refusal"),
    "reviews": ("avis", "reviews"),
    "instruments": ("dispositifs", "instruments"),
    "beneficiaries": ("bénéficiaires", "beneficiaries"),
    "expenses": ("dépenses éligibles", "eligible expenses"),
    "tranches": ("tranches", "tranches"),
    "reports": ("rapports", "reports"),
    "steps": ("délais du financement", "deadlines of the funding"),
    "publication": ("publication", "publication"),
    "documents": ("documents", "documents"),
}

_LABELS: Mapping[str, Bilingual] = {
    **_COLLECTIONS,
    **_DEADLINES,
    **_GATES,
    **_CALLS,
    **_PANELS,
    **_FUNDING,
    **_PROGRAMME,
    "DeadlineRule.date": ("date", "date"),
    "Panel.within": ("avis rendu sous", "opinion due within"),
    "Panel.silence": ("le silence vaut", "silence counts as"),
    "Panel.pause": (
        "pendant une pause de la coopération, le délai",
        "while the cooperation sleeps, the clock",
    ),
    "Step.within": ("délai", "within"),
    "Step.pause": (
        "pendant une pause de la coopération, le délai",
        "while the cooperation sleeps, the clock",
    ),
    "Step.silence": ("le silence vaut", "silence counts as"),
    "Report.within": ("dû", "due"),
    "Tranche.after": ("versée après", "paid after"),
    "Tranche.share": ("part du montant", "share of the amount"),
    "OccasionsRule.within": ("sur les derniers", "within the last"),
    "Period.until": ("jusqu’au", "until"),
    "Publication.since": ("publié à partir de la phase", "published from the phase"),
    "Quorum.at_least": ("quorum d’avis au moins", "quorum of opinions at least"),
    "Quorum.share": ("quorum en part des membres", "quorum as a share of the members"),
    "Seat.of": ("", ""),
    "Calls.calls": ("appels", "calls"),
}


KEY_FIELDS = frozenset(
    {
        "item", "deadline", "rung", "call", "stage", "programme", "panel", "review", "instrument", "kind",
        "expense", "tranche", "report", "document", "act",
    }
)  # fmt: skip
"""The fields by which the parts of a list are told apart; each is the first of its part."""


def key_of(part: Model) -> str | None:
    """The key by which a part of a list is told from the others; None for one without."""
    first = next(iter(type(part).model_fields))
    return str(getattr(part, first)) if first in KEY_FIELDS else None


def label(part: type[Model], field: str) -> Bilingual:
    """What a field of a part is called. Raises KeyError for one without a name: each has one."""
    own = f"{part.__name__}.{field}"
    return _LABELS[own] if own in _LABELS else _LABELS[field]


PARTS: Mapping[str, tuple[str, str, str]] = {
    "regions": ("nouveau calendrier de région", "calendrier de région retiré", "calendar of a region"),
    "contacts": ("nouveau contact", "contact retiré", "contact"),
    "maturity": ("nouveau stade de maturité", "stade de maturité retiré", "stage of maturity"),
    "occasions": ("nouvelle sorte d’occasion", "sorte d’occasion retirée", "kind of occasion"),
    "figures": ("nouveau chiffre", "chiffre retiré", "figure"),
    "phases": ("nouvelle phase", "phase retirée", "phase"),
    "stages": ("nouvelle étape", "étape retirée", "stage"),
    "gate": ("nouveau point de passage", "point de passage retiré", "gate item"),
    "of": ("nouveau critère", "critère retiré", "criterion"),
    "course": ("nouvel acte du service", "acte du service retiré", "act of the service"),
    "ladders": ("nouvelle échelle de rappels", "échelle de rappels retirée", "ladder"),
    "rungs": ("nouvel échelon", "échelon retiré", "rung"),
    "deadlines": ("nouvelle échéance", "échéance retirée", "deadline"),
    "items": ("nouvelle question d’évaluation", "question d’évaluation retirée", "evaluation item"),
    "calls": ("nouvel appel", "appel retiré", "call"),
    "funnel": ("nouvelle étape de sélection", "étape de sélection retirée", "stage of selection"),
    "relays": ("nouveau relais", "relais retiré", "relay"),
    "panels": ("nouvelle instance", "instance retirée", "panel"),
    "grid": ("nouveau critère de grille", "critère de grille retiré", "line of the grid"),
    "points": ("nouveau motif habituel", "motif habituel retiré", "usual point"),
    "reviews": ("nouvel avis", "avis retiré", "review"),
    "instruments": ("nouveau dispositif", "dispositif retiré", "instrument"),
    "beneficiaries": ("nouveau bénéficiaire", "bénéficiaire retiré", "beneficiary"),
    "expenses": ("nouvelle dépense éligible", "dépense éligible retirée", "eligible expense"),
    "tranches": ("nouvelle tranche", "tranche retirée", "tranche"),
    "reports": ("nouveau rapport", "rapport retiré", "report"),
    "steps": ("nouveau délai du financement", "délai du financement retiré", "deadline of the funding"),
    "documents": ("nouveau document", "document retiré", "document"),
}
"""What has keys of its own, by the field that holds it: added, removed (French), and its noun (English)."""
