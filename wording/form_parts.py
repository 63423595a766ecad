"""Long forms as lists of parts: what each part is called, how far it is, what the sums come to."""

from collections.abc import Mapping, Sequence

from language import Text, say, t
from wording.amounts import euros

TITLES: Mapping[str, Text] = {
    "answers": Text("La réponse à chaque motif", "The answer to each point"),
    "object": Text("Ce qui est demandé", "What is asked for"),
    "beneficiary": Text("Le bénéficiaire", "The beneficiary"),
    "expenses": Text("Le plan de dépenses", "The plan of expenses"),
    "resources": Text("Les cofinancements et les ressources", "Co-funding and resources"),
    "schedule": Text("Le calendrier et la note", "Schedule and note"),
}
STATES: Mapping[str, Text] = {
    "done": Text("Fait", "Done"),
    "to-do": Text("À remplir", "To be filled in"),
    "lacking": Text("Incomplet", "Incomplete"),
    "wrong": Text("À corriger", "To be corrected"),
    "optional": Text("Facultatif", "Optional"),
}
IN_ANY_ORDER = Text(
    "Remplissez les parties dans l’ordre que vous voulez. Ce que vous écrivez est gardé en brouillon ; rien n’est "
    "enregistré avant la vérification.",
    "Fill in the parts in any order. What you write is kept as a draft; nothing is recorded before the check.",
)
PARTS = Text("Les parties", "The parts")
SUMS = Text("Le plan", "The plan")
BACK_TO_LIST = Text("Revenir à la liste", "Back to the list")
KEEP_AND_GO_ON = Text("Garder et revenir à la liste", "Keep and go back to the list")
MEND = Text("À faire", "What to do")


def how_many_done(done: int, of: int) -> str:
    """How many parts are filled in."""
    if done <= 1:
        return t(f"{done} partie sur {of} est prête.", f"{done} of {of} parts is ready.")
    return t(f"{done} parties sur {of} sont prêtes.", f"{done} of {of} parts are ready.")


def lacks(labels: Sequence[Text]) -> str:
    """Which answers are missing, by their labels."""
    return t("il manque : ", "missing: ") + ", ".join(one[:1].lower() + one[1:] for one in map(say, labels))


def sums(amount: int, planned: int, shared: int) -> str:
    """The two sides of the plan, and what lacks between them."""
    paid = amount + shared
    said = t(
        f"Dépenses : {euros(planned)}. Ressources : {euros(amount)} demandés + {euros(shared)} de cofinancements = "
        f"{euros(paid)}.",
        f"Expenses: {euros(planned)}. Resources: {euros(amount)} asked for + {euros(shared)} of co-funding = "
        f"{euros(paid)}.",
    )
    if not planned and not paid:
        return said
    if planned == paid:
        return said + t(" Les deux sommes sont égales.", " Both sums are equal.")
    gap = euros(abs(planned - paid))
    side = t("de ressources", "of resources") if planned > paid else t("de dépenses", "of expenses")
    return said + t(f" Il manque {gap} {side}.", f" {gap} {side} are missing.")
