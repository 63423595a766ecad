"""What the page says on which the criteria of a gate's item are judged together."""

from language import Text, t

MET = Text("Rempli", "Met")
NOT_MET = Text("Pas rempli", "Not met")
NOT_JUDGED = Text("Pas encore jugé", "Not judged yet")
NOTE = Text("Un mot sur ce qui change (facultatif)", "A note on what changes (optional)")
RECORD = Text("Enregistrer", "Record")
BACK = Text("Pour passer à la suite", "To go on")
NOTHING_CHANGED = Text("Rien n’a changé : rien n’a été enregistré.", "Nothing changed: nothing was recorded.")
NOTE_NOT_TAKEN = Text(
    "Le mot est trop long, ou contient des signes qui ne se lisent pas : 20 000 caractères au plus.",
    "The note is too long, or has signs in it that cannot be read: 20,000 characters at most.",
)
SOME_REFUSED = Text(
    "Ces critères n’ont pas été enregistrés ; les autres le sont.",
    "These criteria were not recorded; the others are.",
)


def wanted(at_least: int, of: int) -> str:
    """How many have to be met."""
    return t(
        f"{at_least} critères sur {of} doivent être remplis.", f"{at_least} of {of} criteria have to be met."
    )
