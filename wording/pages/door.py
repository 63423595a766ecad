"""The door of a link that was mailed."""

from language import Text

OVER_TITLE = Text("Ce lien ne vaut plus", "This link is no longer good")
OVER = Text(
    "Il a servi, il a expiré, ou il a été recopié en partie. Rien n’est perdu : demandez-en un autre.",
    "It was used, has expired, or was copied in part. Nothing is lost: ask for another.",
)
ASK_ANOTHER = Text("Recevoir un autre lien", "Receive another link")

SIGN_IN_TITLE = Text("Vous connecter", "Sign in")
SIGN_IN = Text("Ce lien connecte {name}.", "This link signs in {name}.")
SIGN_IN_BUTTON = Text("Me connecter", "Sign in")
IDENTITY_TITLE = Text("Confirmer votre adresse", "Confirm your address")
IDENTITY = Text(
    "Confirmez que c’est bien vous, {name}, que votre organisation vient de connecter. Cela ne sera "
    "demandé qu’une fois.",
    "Confirm that it is you, {name}, whom your organisation has just signed in. This is asked only once.",
)
IDENTITY_BUTTON = Text("Confirmer mon adresse", "Confirm my address")
ACCESS_TITLE = Text("Choisir votre mot de passe", "Choose your password")
ACCESS = Text("Pour {name}.", "For {name}.")

INVITED_TITLE = Text("Votre avis est demandé", "Your opinion is asked for")
INVITED = Text(
    "Vous êtes invité·e à donner votre avis sur « {about} » ({organisation}).",
    "You are invited to give your opinion on “{about}” ({organisation}).",
)
INVITED_AT_ALL = Text(
    "Ce lien mène à un avis demandé par {organisation}.",
    "This link leads to an opinion asked for by {organisation}.",
)
ARE_YOU = Text("Vous êtes {name} ?", "Are you {name}?")
GO_ON = Text("Continuer", "Continue")
NOT_ME = Text("Ce n’est pas moi", "It is not me")
NOT_YOU_TITLE = Text("Ce lien n’est pas pour vous", "This link is not for you")
NOT_YOU = Text(
    "Il est personnel. Fermez cette page, effacez le message, et dites à {organisation} qu’il vous est "
    "parvenu.",
    "It is personal. Close this page, delete the message, and tell {organisation} that it reached you.",
)
SOMEBODY_ELSE = Text("Ce lien est pour {name} ; vous êtes {you}.", "This link is for {name}; you are {you}.")
GO_ON_AS = Text("Continuer en tant que {name}", "Continue as {name}")
STAY = Text("Rester {you}", "Stay {you}")
