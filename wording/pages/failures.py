"""What a page says when there is nothing to show."""

from language import Text

NO_SUCH_PAGE = Text("Cette page n’existe pas", "This page does not exist")
NO_SUCH_PAGE_REMEDY = Text(
    "Vérifiez l’adresse, ou repartez de la page d’accueil.",
    "Check the address, or start from the first page.",
)
NOT_UNDERSTOOD = Text("La demande n’a pas été comprise", "The request was not understood")
GO_BACK = Text("Revenez à la page d’avant et recommencez.", "Go back to the page before and try again.")
TOO_FAST = Text(
    "Trop de demandes en une minute. Réessayez dans une minute.",
    "Too many requests within a minute. Try again in a minute.",
)
CROWDED = Text(
    "Trop de personnes en même temps. Réessayez dans une demi-minute.",
    "Too many people at once. Try again in half a minute.",
)
STORE_AWAY = Text("Le registre ne répond pas en ce moment", "The ledger does not answer at the moment")
STORE_AWAY_REMEDY = Text(
    "Rien n’est perdu. Réessayez dans un instant.", "Nothing is lost. Try again in a moment."
)
OUR_FAULT = Text("Une erreur de notre fait", "An error on our side")
OUR_FAULT_REMEDY = Text(
    "Elle est notée. Réessayez ; si elle revient, prévenez qui administre le service.",
    "It has been written down. Try again; if it comes back, tell who administers the service.",
)
TOO_MUCH = Text("Le formulaire est trop grand", "The form is too large")
TOO_MUCH_REMEDY = Text(
    "Un formulaire a 1 Mo et 4 000 champs au plus, documents à part. Raccourcissez, ou déposez un document.",
    "A form has at most 1 MB and 4,000 fields, documents apart. Shorten it, or hand in a document.",
)
