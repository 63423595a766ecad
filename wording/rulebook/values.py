"""What the fixed words of rulebooks mean, in French and in English."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual

_COUNTED_FROM: Mapping[str, Bilingual] = {
    "phase-entry": ("l’entrée dans la phase", "entering the phase"),
    "last-contact": ("le dernier contact", "the last contact"),
    "last-evaluation": ("la dernière évaluation", "the last evaluation"),
    "last-occasion": ("la dernière occasion", "the last occasion"),
    "last-deliverable": ("le dernier livrable", "the last deliverable"),
    "gate-item": ("un point de passage rempli", "a gate item being met"),
    "experiment-start": ("le début d’une expérimentation", "the start of an experiment"),
    "stakeholder-term": ("le terme du rôle d’une partie prenante", "the term of a stakeholder’s role"),
    "charter-term": ("le terme de la charte", "the term of the charter"),
    "abandonment-request": ("la demande d’abandon", "the request to abandon"),
    "completion-request": ("la demande de compléments", "the request for completion"),
    "application": ("le dépôt de la candidature", "the application"),
    "date": ("une date", "a date"),
    "each-year": ("un jour de chaque année", "a day of each year"),
}

_CLOCKS: Mapping[str, Bilingual] = {
    "continue": ("reprend avec ce qui restait", "goes on with what remained"),
    "restart": ("repart de zéro", "starts again"),
    "ignore": ("continue de courir", "runs on"),
    "met": ("point rempli", "item met"),
    "granted": ("accord", "granted"),
    "refused": ("refus", "refused"),
    "withdrawn": ("retrait", "withdrawn"),
    "paused": ("mise en pause", "paused"),
    "managers": ("personnes en charge du dossier", "those in charge of the file"),
}

_GATES: Mapping[str, Bilingual] = {
    "deliverable": ("livrable remis", "deliverable delivered"),
    "declared": ("déclaré rempli", "declared met"),
    "criteria": ("critères jugés remplis", "criteria judged met"),
    "items": ("d’autres points remplis", "other items met"),
    "charter": ("charte signée", "charter signed"),
    "stakeholders": ("parties prenantes réunies", "stakeholders brought together"),
    "managers": ("personnes en charge", "people in charge"),
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
}

_PANELS: Mapping[str, Bilingual] = {
    "advisory": ("donne un avis", "gives an opinion"),
    "decisive": ("décide", "decides"),
    "region": ("de la région", "of the region"),
    "organisation": ("de l’organisation", "of the organisation"),
    "majority": ("à la majorité", "by majority"),
    "unanimity": ("à l’unanimité", "unanimously"),
    "threshold": ("à partir d’un seuil", "from a threshold on"),
    "chair": ("par la présidence", "by the chair"),
    "favourable": ("favorable", "favourable"),
    "favourable-with-conditions": ("favorable sous conditions", "favourable with conditions"),
    "unfavourable": ("défavorable", "unfavourable"),
    "abstention": ("abstention", "abstention"),
    "gate": ("passage de phase", "gate"),
    "call": ("appel", "call"),
    "funding": ("financement", "funding"),
    "evaluation": ("évaluation", "evaluation"),
    "amendment": ("avenant", "amendment"),
    "permanent": ("permanent", "permanent"),
    "dated": ("daté", "dated"),
}

_FUNDING: Mapping[str, Bilingual] = {
    "grant": ("subvention", "grant"),
    "experiment": ("expérimentation", "experiment"),
    "match": ("abondement", "match funding"),
    "time": ("temps de travail", "working time"),
    "label": ("label", "label"),
    "report-accepted": ("rapport accepté", "report accepted"),
    "charter-signed": ("charte signée", "charter signed"),
    "co-funding-confirmed": ("cofinancement confirmé", "co-funding confirmed"),
    "agreement-signed": ("convention signée", "agreement signed"),
    "investment": ("investissement", "investment"),
    "cash-flow": ("trésorerie", "cash flow"),
}

_SUBJECTS: Mapping[str, Bilingual] = {
    "sheet": ("fiche", "sheet"),
    "territory": ("territoire", "territory"),
    "commitments": ("engagements", "commitments"),
    "course": ("parcours", "course"),
    "problems": ("problèmes", "problems"),
    "evaluations": ("évaluations", "evaluations"),
    "stakeholders": ("parties prenantes", "stakeholders"),
    "contributions": ("contributions", "contributions"),
    "charter": ("charte", "charter"),
    "occasions": ("occasions", "occasions"),
    "experiments": ("expérimentations", "experiments"),
    "quick-wins": ("victoires rapides", "quick wins"),
    "lessons": ("enseignements", "lessons"),
    "conventions": ("conventions", "agreements"),
    "stage": ("étape atteinte", "stage reached"),
    "horizon": ("horizon", "horizon"),
}

_OTHERS: Mapping[str, Bilingual] = {
    "completed": ("terminé", "completed"),
    "cash": ("en argent", "in cash"),
    "in-kind": ("en nature", "in kind"),
    "association": ("association", "association"),
    "residents": ("habitants", "residents"),
    "authority": ("collectivité", "authority"),
    "company": ("entreprise", "company"),
    "social-landlord": ("bailleur social", "social landlord"),
    "research": ("recherche", "research"),
    "funder": ("financeur", "funder"),
    "monday-to-friday": ("du lundi au vendredi", "Monday to Friday"),
    "every-day": ("tous les jours", "every day"),
    "none": ("aucun", "none"),
    "exploration": ("exploration", "exploration"),
    "diagnosis": ("diagnostic", "diagnosis"),
    "experimentation": ("expérimentation", "experimentation"),
    "capitalisation": ("capitalisation", "capitalisation"),
}

_HELD_BACK: Mapping[str, Bilingual] = {
    "phase": ("le passage de phase", "passing a phase"),
    "decision": ("la décision de financement", "decisions about money"),
    "selection": ("la sélection des candidatures", "the selection of applications"),
}

STEPS: Mapping[str, Bilingual] = {
    "decision": ("décision, depuis la demande", "decision, since the request"),
    "agreement": ("convention, depuis la décision", "agreement, since the decision"),
    "condition": ("condition, après son échéance", "condition, after its day"),
    "request": (
        "demande d’une tranche, dès que ses conditions sont remplies",
        "request of a tranche, once it may be",
    ),
    "approval": ("validation d’une tranche, depuis sa demande", "approval of a tranche, since its request"),
    "payment": ("versement d’une tranche, depuis sa validation", "payment of a tranche, since its approval"),
    "renewal": ("renouvellement, avant le terme", "renewal, before the end of the term"),
}
"""The steps of a funding that may have a deadline, and what each follows."""

VALUES: Mapping[str, Bilingual] = {**_COUNTED_FROM, **_CLOCKS, **_PANELS, **_FUNDING, **_OTHERS}
"""By the word as rulebooks write it."""

OF_FIELDS: Mapping[str, Mapping[str, Bilingual]] = {
    "rule": _GATES,
    "published": _SUBJECTS,
    "private": _SUBJECTS,
    "sections": _SUBJECTS,
    "steps": STEPS,
    "completion_holds": _HELD_BACK,
}
"""Those of fields whose words mean something of their own there."""
