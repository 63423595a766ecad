"""The pages of a cooperation: its first page, and what stands above all of them."""

from language import Text, locale, say, t
from wording.punctuation import labelled
from wording.quantities import number_words
from wording.values import word

SEE_GATE = Text("Voir le passage", "See the gate")
COLLECTIVE = Text("Collectif", "Collective")
NOTEBOOK = Text("Carnet", "Notebook")
REVIEWS = Text("Avis", "Reviews")
MONEY = Text("Argent", "Money")
HISTORY = Text("Historique", "History")
DOCUMENT = Text("Document", "Document")
OVERVIEW = Text("Le dossier", "The file")
SECTIONS = Text("Les pages du dossier", "The pages of the file")

PHASES = Text("Les phases", "The phases")
TO_COME = Text("à venir", "to come")
NO_CONTACT = Text("aucun contact noté", "no contact recorded")
RECORD_CONTACT = Text("Noter un contact", "Record a contact")

ESSENTIAL = Text("L’essentiel", "The essentials")
OBJECT = Text("Objet", "Object")
TERRITORY = Text("Territoire", "Territory")
KIND = Text("Coopération", "Cooperation")
ECONOMY = Text("Modèle économique", "Economic model")
ORIGIN = Text("Origine", "Origin")
COMPLETION = Text("Compléments attendus", "Completion awaited")
ERASED = Text("texte effacé", "text erased")

LAST_ENTRIES = Text("Dernières entrées", "Last entries")
WHOLE_HISTORY = Text("Tout l’historique", "The whole history")
NO_MONEY = Text("Aucun financement n’a été demandé.", "No funding has been asked for.")
NO_REVIEW = Text("Aucun avis n’a été demandé.", "No review has been asked for.")
GRANTED = Text("accordé", "granted")
PAID = Text("versé", "paid")
LEFT = Text("reste", "left")
NOT_SHOWN = Text("Le contenu ne vous est pas montré.", "The content is not shown to you.")
OTHER_ACTS = Text("Autres actes", "Other acts")

AS_IT_WAS = Text("Le dossier tel qu’il était", "The file as it was")
TODAY = Text("Revenir à aujourd’hui", "Back to today")


def version(name: str, number: int) -> str:
    """A rulebook by its name and version."""
    return t(f"{name}, version {number}", f"{name}, version {number}")


def stage(status: str) -> str:
    """How far a funding is."""
    return word(status, "funding")


def review_status(status: str) -> str:
    """How far a review is, or how it ended."""
    return word(status, "review")


def territory(name: str, inhabitants: int | None) -> str:
    """Where it takes place, and how many live there."""
    if inhabitants is None:
        return name
    french, english = number_words(inhabitants)
    number = french if locale() == "fr" else english
    return t(f"{name} ({number} habitants)", f"{name} ({number} inhabitants)")


def since(day: str) -> str:
    """Since when a phase is under way."""
    return t(f"depuis le {day}", f"since {day}")


def until(day: str) -> str:
    """When a phase was left."""
    return t(f"jusqu’au {day}", f"until {day}")


def followed_by(managers: str) -> str:
    """Who is in charge."""
    return t(f"suivi par {managers}", f"in charge: {managers}")


def last_contact(day: str) -> str:
    """When there was contact last."""
    return t(f"dernier contact {day}", f"last contact {day}")


def nth_pass(number: int) -> str:
    """That a phase is gone through again."""
    return t(f"{number}e passage", f"pass {number}")


def as_it_was(as_of: str, known_on: str) -> str:
    """What is shown instead of today."""
    said = [
        *([t(f"arrivé jusqu’au {as_of}", f"what had happened by {as_of}")] if as_of else []),
        *([t(f"connu le {known_on}", f"as known on {known_on}")] if known_on else []),
    ]
    return labelled(say(AS_IT_WAS), ", ".join(said))


def entry(number: int) -> str:
    """An entry by its number."""
    return t(f"entrée {number}", f"entry {number}")


def lacking(number: int) -> str:
    """How many items the gate lacks."""
    if number == 0:
        return t("Rien ne manque pour passer à la suite.", "Nothing is lacking to go on.")
    if number == 1:
        return t("Ensuite, 1 point manque pour passer à la suite.", "Then 1 item is lacking to go on.")
    return t(
        f"Ensuite, {number} points manquent pour passer à la suite.",
        f"Then {number} items are lacking to go on.",
    )
