"""What the fixed words of rulebooks are called that nothing else says: by what they are said of, then by code."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from wording.codes_of_cooperations import OF_COOPERATIONS

OF_RULEBOOKS: Mapping[str, Mapping[str, Bilingual]] = {
    "counted-from": {
        "phase-entry": ("l’entrée dans la phase", "entering the phase"),
        "last-contact": ("le dernier contact", "the last contact"),
        "last-evaluation": ("la dernière évaluation", "the last evaluation"),
        "last-occasion": ("la dernière occasion", "the last occasion"),
        "last-deliverable": ("le dernier livrable", "the last deliverable"),
        "last-review": ("le dernier avis sur la question", "the last review of the question"),
        "gate-item": ("un point de passage rempli", "a gate item being met"),
        "experiment-start": ("le début d’une expérimentation", "the start of an experiment"),
        "stakeholder-term": ("le terme du rôle d’une partie prenante", "the term of a stakeholder’s role"),
        "charter-term": ("le terme de la charte", "the term of the charter"),
        "abandonment-request": ("la demande d’abandon", "the request to abandon"),
        "completion-request": ("la demande de compléments", "the request for completion"),
        "application": ("le dépôt de la candidature", "the application"),
        "date": ("une date", "a date"),
        "each-year": ("un jour de chaque année", "a day of each year"),
    },
    "counting": {
        "asked": ("chaque demande d’avis", "each asking"),
        "answered": ("chaque réponse", "each answer"),
    },
    "clock": {
        "continue": ("reprend avec ce qui restait", "goes on with what remained"),
        "restart": ("repart de zéro", "starts again"),
        "ignore": ("continue de courir", "runs on"),
    },
    "shown-by": {
        "deliverable": ("livrable remis", "deliverable delivered"),
        "declared": ("déclaré rempli", "declared met"),
        "criteria": ("critères jugés remplis", "criteria judged met"),
        "items": ("d’autres points remplis", "other items met"),
        "charter": ("charte signée", "charter signed"),
        "stakeholders": ("parties prenantes réunies", "stakeholders brought together"),
        "managers": ("personnes chargées du dossier", "those in charge of the file"),
        "inhabitants": ("nombre d’habitants du territoire", "inhabitants of the territory"),
        "quick-wins": ("victoires rapides", "quick wins"),
        "lessons": ("enseignements", "lessons"),
        "occasions": ("occasions tenues", "occasions held"),
        "contributions": ("contributions", "contributions"),
        "experiments": ("expérimentations closes avec un constat", "experiments closed with a finding"),
        "evaluation": ("coopération évaluée", "cooperation evaluated"),
        "files": ("autres dossiers assez avancés", "other files far enough"),
        "selected": ("candidature retenue", "application selected"),
        "review": ("avis rendu", "opinion given"),
        "funding": ("financement décidé", "funding decided"),
    },
    "seat": {
        "region": ("de la région", "of the region"),
        "organisation": ("de l’organisation", "of the organisation"),
    },
    "kind-of-call": {
        "permanent": ("permanent", "permanent"),
        "dated": ("daté", "dated"),
    },
    "kind-of-instrument": {
        "grant": ("subvention", "grant"),
        "experiment": ("expérimentation", "experiment"),
        "match": ("abondement", "match funding"),
        "time": ("temps de travail", "working time"),
        "label": ("label", "label"),
    },
    "subject": {
        "sheet": ("fiche", "sheet"),
        "territory": ("territoire", "territory"),
        "stakeholders": ("parties prenantes", "stakeholders"),
        "commitments": ("tableau des engagements", "table of commitments"),
        "contributions": ("contributions", "contributions"),
        "charter": ("charte", "charter"),
        "course": ("parcours", "course"),
        "occasions": ("rencontres", "meetings"),
        "experiments": ("expérimentations", "experiments"),
        "quick-wins": ("victoires rapides", "quick wins"),
        "lessons": ("enseignements", "lessons"),
        "problems": ("problèmes rencontrés et solutions essayées", "problems met and solutions tried"),
        "evaluations": ("évaluations de la coopération", "evaluations of the cooperation"),
        "conventions": ("conventions", "agreements"),
        "stage": ("étape atteinte", "stage reached"),
        "horizon": ("horizon", "horizon"),
    },
    "days": {
        "monday-to-friday": ("du lundi au vendredi", "Monday to Friday"),
        "every-day": ("tous les jours", "every day"),
    },
    "holidays": {
        "none": ("aucun", "none"),
    },
    "held-back": {
        "phase": ("le passage de phase", "passing a phase"),
        "decision": ("la décision de financement", "decisions about money"),
        "selection": ("la sélection des candidatures", "the selection of applications"),
    },
    "step": {
        "decision": ("décision, depuis la demande", "decision, since the request"),
        "agreement": ("convention, depuis la décision", "agreement, since the decision"),
        "condition": ("condition, après son échéance", "condition, after its day"),
        "request": (
            "demande d’une tranche, dès que ses conditions sont remplies",
            "request of a tranche, once it may be",
        ),
        "approval": (
            "validation d’une tranche, depuis sa demande",
            "approval of a tranche, since its request",
        ),
        "payment": (
            "versement d’une tranche, depuis sa validation",
            "payment of a tranche, since its approval",
        ),
        "acceptance": (
            "acceptation d’un rapport, depuis son dépôt",
            "acceptance of a report, since it was submitted",
        ),
        "renewal": ("renouvellement, avant le terme", "renewal, before the end of the term"),
    },
    "reached": {**OF_COOPERATIONS["phase"], "completed": OF_COOPERATIONS["closing"]["completed"]},
}
"""By what they are said of, then by code: French, English."""
