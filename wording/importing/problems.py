"""What is wrong with a cell of a sheet, and what to do about it."""

from language import Text
from wording.punctuation import quoted

FORMULA = Text("Une formule : ce qu’elle montre n’est pas repris.", "A formula: what it shows is not taken.")
FORMULA_REMEDY = Text(
    "Copiez la colonne, puis collez les valeurs seules.", "Copy the column, then paste the values alone."
)
MISSING_REMEDY = Text("Remplissez cette cellule.", "Fill this cell in.")
NO_DAY = Text("Ce n’est pas une date.", "It is not a date.")
NO_DAY_REMEDY = Text(
    "Écrivez 31/12/2026, ou mettez la cellule au format date.",
    "Write 31/12/2026, or give the cell the format of a date.",
)
NO_MOMENT_REMEDY = Text("Écrivez 31/12/2026, 12/2026 ou 2026.", "Write 31/12/2026, 12/2026 or 2026.")
NO_AMOUNT = Text("Ce n’est pas un montant.", "It is not an amount.")
NO_AMOUNT_REMEDY = Text(
    "Un nombre d’euros, deux décimales au plus : 1250,50.",
    "A number of euros, two decimals at most: 1250.50.",
)
NO_NUMBER = Text("Ce n’est pas un nombre entier.", "It is not a whole number.")
NO_NUMBER_REMEDY = Text("Écrivez-le en chiffres, sans décimale.", "Write it in digits, without decimals.")
NO_YES_NO = Text("Ni oui ni non.", "Neither yes nor no.")
NO_YES_NO_REMEDY = Text("Écrivez oui ou non.", "Write yes or no.")
NO_ADDRESS = Text("Ce n’est pas une adresse électronique.", "It is not an e-mail address.")
NO_ADDRESS_REMEDY = Text("Une seule adresse, comme nom@exemple.fr.", "One address, like name@example.org.")
NO_INSEE = Text("Ce n’est pas un code INSEE de commune.", "It is not a municipality’s INSEE code.")
NO_INSEE_REMEDY = Text("Cinq caractères : 31555, 01004, 2A004.", "Five characters: 31555, 01004, 2A004.")
NO_SIRET = Text("Ce n’est pas un numéro SIRET.", "It is not a SIRET number.")
NO_SIRET_REMEDY = Text(
    "Quatorze chiffres ; l’annuaire des entreprises les donne.",
    "Fourteen digits; the directory of firms has them.",
)
ZERO_REMEDY = Text(
    "Répondez à la question au-dessus du tableau, ou écrivez-le en entier.",
    "Answer the question above the table, or write it in full.",
)
SEVERAL_REMEDY = Text(
    "Écrivez la fin de l’adresse de celui dont il s’agit.", "Write the end of the address of the one meant."
)
NOT_IN_LIST_REMEDY = Text(
    "Prenez un nom de la feuille « Listes » du modèle.", "Take a name from the sheet “Lists” of the template."
)
NO_FILE_REMEDY = Text(
    "Écrivez son nom comme dans la liste des dossiers.", "Write its name as the list of files has it."
)
NO_PERSON_REMEDY = Text(
    "Écrivez son nom ou son adresse comme dans la liste des personnes.",
    "Write their name or address as the list of people has it.",
)
REGION_FOR_ROLE = Text(
    "Un rôle vaut pour une région ou pour toutes : rien n’est dit.",
    "A role holds for one region or for all: nothing is said.",
)
REGION_FOR_ROLE_REMEDY = Text(
    "Écrivez une région, ou « toutes les régions ».", "Write a region, or “all regions”."
)
OPENING_FIRST = Text(
    "Le premier acte d’un dossier est son ouverture.", "The first act of a file is its opening."
)
OPENING_FIRST_REMEDY = Text(
    "Ajoutez au-dessus la ligne qui ouvre ce dossier.", "Add the row that opens this file above."
)
OPENED_TWICE = Text("Ce dossier est déjà ouvert plus haut.", "This file is opened further up already.")
OPENED_TWICE_REMEDY = Text("Retirez une des deux lignes.", "Remove one of both rows.")
WITH_THE_OTHERS = Text(
    "Les lignes d’un dossier sont enregistrées toutes ou aucune.",
    "The rows of a file are recorded all or none.",
)
NO_NAME_LEFT = Text("Ce nom n’a aucune lettre.", "This name has no letter.")
NO_NAME_LEFT_REMEDY = Text("Donnez-lui un nom.", "Give it a name.")
NO_FUNDING = Text("Ce dossier n’a pas ce financement.", "This file has no such funding.")
NO_FUNDING_REMEDY = Text(
    "Écrivez le dispositif comme la liste des financements l’appelle.",
    "Write the instrument as the list of fundings calls it.",
)
SEVERAL_FUNDINGS = Text("Ce dossier a plusieurs financements.", "This file has several fundings.")
NO_PAYMENT = Text("Aucun paiement n’attend là d’être confirmé.", "No payment waits there to be confirmed.")
NO_PAYMENT_REMEDY = Text(
    "Regardez les paiements remis à la banque.", "Look at the payments that were sent to the bank."
)
SEVERAL_PAYMENTS = Text(
    "Plusieurs paiements y attendent d’être confirmés.", "Several payments wait there to be confirmed."
)
SEVERAL_PAYMENTS_REMEDY = Text("Dites la tranche.", "Say which tranche.")
OTHER_AMOUNT_REMEDY = Text(
    "Comparez avec le relevé ; un autre montant n’est pas ce paiement.",
    "Compare with the statement; another amount is not this payment.",
)
RECORDED_OTHERWISE = Text(
    "Déjà enregistré, mais autrement que ne le dit cette ligne.",
    "Recorded already, but otherwise than this row says.",
)
RECORDED_OTHERWISE_REMEDY = Text(
    "Corrigez l’entrée dans son dossier ; ce qui est enregistré n’est pas réécrit.",
    "Correct the entry in its file; what is recorded is not written anew.",
)


def missing(heading: Text) -> Text:
    """Nothing stands in a cell that is needed."""
    return Text(f"Il manque : {heading.fr}.", f"Missing: {heading.en}.")


def not_in_list(text: str) -> Text:
    """A value that a list does not have."""
    said = quoted(text)
    return Text(f"{said.fr} n’est pas dans la liste.", f"{said.en} is not in the list.")


def no_file(text: str) -> Text:
    """A file that is not there to be read."""
    said = quoted(text)
    return Text(f"Aucun dossier {said.fr} que vous puissiez lire.", f"No file {said.en} to read.")


def no_person(text: str) -> Text:
    """Somebody who is not known."""
    said = quoted(text)
    return Text(f"Personne ne s’appelle {said.fr} ici.", f"Nobody is called {said.en} here.")


def no_stakeholder(text: str) -> Text:
    """A stakeholder that the file does not have."""
    said = quoted(text)
    return Text(
        f"Ce dossier n’a pas de partie prenante {said.fr}.", f"The file has no stakeholder {said.en}."
    )


def several(text: str) -> Text:
    """A name that several have."""
    said = quoted(text)
    return Text(f"Plusieurs s’appellent {said.fr}.", f"Several are called {said.en}.")


def lost_zero(text: str, whole: str) -> Text:
    """A number whose zeros a spreadsheet has taken away."""
    return Text(
        f"Un zéro manque peut-être : {text} pour {whole} ?", f"A zero may be missing: {text} for {whole}?"
    )


def other_amount(ordered: Text) -> Text:
    """An amount that was not ordered."""
    return Text(f"Le montant ordonné est de {ordered.fr}.", f"The amount ordered is {ordered.en}.")
