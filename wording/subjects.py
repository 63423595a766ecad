"""The headings of documents, by the subject that they tell of."""

from collections.abc import Mapping

from domain.rulebook import Subject
from language import Text

TITLES: Mapping[Subject, Text] = {
    "sheet": Text("Fiche", "Sheet"),
    "territory": Text("Territoire", "Territory"),
    "stakeholders": Text("Parties prenantes", "Stakeholders"),
    "commitments": Text("Tableau des engagements", "Table of commitments"),
    "contributions": Text("Contributions", "Contributions"),
    "charter": Text("Charte", "Charter"),
    "course": Text("Parcours", "Course"),
    "occasions": Text("Rencontres", "Meetings"),
    "experiments": Text("Expérimentations", "Experiments"),
    "quick-wins": Text("Victoires rapides", "Quick wins"),
    "lessons": Text("Enseignements", "Lessons"),
    "problems": Text("Problèmes rencontrés et solutions essayées", "Problems met and solutions tried"),
    "evaluations": Text("Évaluations de la coopération", "Evaluations of the cooperation"),
    "conventions": Text("Conventions", "Agreements"),
    "stage": Text("Étape atteinte", "Stage reached"),
    "horizon": Text("Horizon", "Horizon"),
}
