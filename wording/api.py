"""What the API says when something does not go through; what was asked for is never repeated."""

from language import Text

NOT_SIGNED_IN = Text("Aucun jeton valable n’accompagne la demande", "No valid token comes with the request")
NOT_SIGNED_IN_REMEDY = Text(
    "Envoyez «\u00a0Authorization: Bearer esc_…\u00a0». Un jeton se fait dans votre page personnelle, /moi.",
    "Send “Authorization: Bearer esc_…”. A token is made in your own page, /moi.",
)
OUT_OF_SCOPE = Text("Ce jeton n’est pas fait pour cela", "This token was not made for that")


def out_of_scope(scopes: str) -> Text:
    """What the token lacks."""
    return Text(f"Faites un jeton qui comprend\u00a0: {scopes}.", f"Make a token that includes: {scopes}.")


ASKS_FOR_PASSWORD = Text("Cet acte demande le mot de passe", "This act asks for the password")
ASKS_FOR_PASSWORD_REMEDY = Text(
    "Il se fait dans la page, où le mot de passe est redemandé.",
    "It is done in the page, where the password is asked for again.",
)
NOT_THERE = Text("Rien ne se trouve à cette adresse", "Nothing is found at this address")
NOT_THERE_REMEDY = Text(
    "Vérifiez l’adresse\u202f; la description est en /api/v1/openapi.json.",
    "Check the address; the description is at /api/v1/openapi.json.",
)
NO_SUCH_METHOD = Text("Cette adresse ne répond pas à cette méthode", "This address does not take this method")
INVALID = Text("La demande n’a pas été comprise", "The request was not understood")
INVALID_REMEDY = Text("Corrigez ce que «\u00a0problems\u00a0» indique.", "Correct what “problems” points at.")
REFUSED = Text("La commande est refusée", "The command is refused")
NOT_ENTITLED = Text("Ce n’est pas à vous de le faire", "This is not yours to do")
CHANGED_SINCE = Text("Le dossier a changé depuis", "The file has changed since")
TOO_LARGE = Text("La demande est trop grande", "The request is too large")
TOO_LARGE_REMEDY = Text(
    "1 Mo au plus par commande, 10 Mo pour un import ou un lot.",
    "At most 1 MB for a command, 10 MB for an import or a batch.",
)
DOCUMENT_TOO_LARGE_REMEDY = Text("15 Mo au plus par document.", "At most 15 MB for a document.")
TOO_FAST = Text("Trop de demandes en une minute", "Too many requests within a minute")
TOO_FAST_REMEDY = Text("Attendez, puis reprenez.", "Wait, then go on.")
CROWDED = Text("Trop de demandes en même temps", "Too many requests at once")
STORE_AWAY = Text("Le registre ne répond pas en ce moment", "The ledger does not answer at the moment")
OUR_FAULT = Text("Une erreur de notre fait", "An error on our side")
OUR_FAULT_REMEDY = Text(
    "Elle est notée. Répétez avec le même identifiant\u202f; si elle revient, prévenez qui administre le service.",
    "It has been written down. Repeat under the same id; if it comes back, tell who administers the service.",
)
NO_OUTCOME = Text("Rien n’est connu sous cet identifiant", "Nothing is known under this id")
NO_OUTCOME_REMEDY = Text(
    "Envoyez la commande avec cet identifiant\u00a0: rien n’en est enregistré.",
    "Send the command under this id: nothing of it is recorded.",
)

KEY_DIFFERS = Text("le même que l’en-tête Idempotency-Key", "the same as the header Idempotency-Key")
SEEN_DIFFERS = Text("le même que l’en-tête If-Match", "the same as the header If-Match")
KEY_WANTED = Text(
    "l’en-tête est requis\u00a0: un identifiant de votre choix, le même en répétant",
    "the header is required: an id of your choice, the same when you repeat",
)
MATCH_WANTED = Text('la valeur d’un ETag\u00a0: "e41"', 'the value of an ETag: "e41"')
CURSOR_WANTED = Text("un curseur donné par cette liste", "a cursor that this list gave")
LIST_WANTED = Text(
    "un objet dont «\u00a0commands\u00a0» est une liste de 1 à 500 commandes",
    "an object whose “commands” is a list of 1 to 500 commands",
)
NOT_A_FILTER = Text("une valeur que ce filtre connaît", "a value that this filter knows")
DESCRIPTION = Text(
    "Les dossiers d’Escale pour d’autres systèmes\u00a0: lire ce que la personne du jeton peut lire, donner les "
    "commandes qu’elle peut donner. Les montants sont en centimes.",
    "The files of Escale for other systems: read what the person of the token may read, give the commands that they "
    "may give. Amounts are integer euro cents; moments are as precise as they are known (`2026`, `2026-11`, "
    "`2026-11-22`, or an instant). What may not be read answers as what does not exist.",
)
