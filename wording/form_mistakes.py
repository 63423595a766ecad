"""What is wrong with what was typed into a form, and what would be read, where the form itself does the reading."""

from language import Text

AMOUNT = Text(
    "Écrivez un montant en euros, par exemple 30 000,50", "Write an amount in euros, such as 30,000.50"
)
MOST_DECIMALS = Text(
    "Un montant a deux décimales au plus : 30 000,50", "An amount has two decimals at most: 30,000.50"
)
NUMBER = Text("Écrivez un nombre entier", "Write a whole number")
YES_OR_NO = Text("Choisissez oui ou non", "Choose yes or no")
DAY = Text(
    "Écrivez un jour qui existe, par exemple 31/01/2027", "Write a day that exists, such as 31/01/2027"
)
MOMENT = Text(
    "Écrivez une date qui existe ; le jour et le mois peuvent rester vides",
    "Write a date that exists; day and month may stay empty",
)
YEAR_MISSING = Text("Donnez au moins l’année", "Give the year at least")
DAY_WITHOUT_MONTH = Text("Donnez le mois avec le jour", "Give the month with the day")
UNKNOWN_FIELD = Text("Ce formulaire n’a pas ce champ", "This form has no such field")
REQUIRED = Text("Ce champ est à remplir", "This field is to be filled in")
TO_CHOOSE = Text("Choisissez une réponse", "Choose an answer")


def expected(wanted: Text) -> Text:
    """What would be accepted, as a sentence of its own."""
    return Text(f"Attendu : {wanted.fr}", f"Expected: {wanted.en}")
