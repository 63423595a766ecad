"""Signing in: by password, by a link, with the organisation's own sign-in; and choosing a password."""

from language import Text

TITLE = Text("Se connecter", "Sign in")
ADDRESS = Text("Adresse électronique", "E-mail address")
PASSWORD = Text("Mot de passe", "Password")
SIGN_IN = Text("Se connecter", "Sign in")
OR = Text("Ou sans mot de passe", "Or without a password")
RECEIVE_LINK = Text("Recevoir un lien", "Receive a link")
FORGOTTEN = Text("Mot de passe oublié", "Forgotten password")
WITH_PROVIDER = Text("Se connecter avec {name}", "Sign in with {name}")
YOUR_ORGANISATION = Text("votre organisation", "your organisation")
DEMONSTRATION = Text("Voir la démonstration « {name} »", "See the demonstration “{name}”")
NO_ACCOUNT = Text(
    "Personne ne s’inscrit ici : dès que votre organisation vous a enregistré avec votre adresse, "
    "demandez un lien.",
    "Nobody signs up here: as soon as your organisation has registered you with your address, ask for a "
    "link.",
)

PROBLEM = Text("Il y a un problème", "There is a problem")
ERROR = Text("Erreur : ", "Error: ")
WRONG = Text(
    "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les, ou recevez un lien.",
    "This address and this password do not go together. Check them, or receive a link.",
)
TOO_OFTEN = Text("Trop d’essais. Réessayez dans 15 minutes.", "Too many tries. Try again in 15 minutes.")
BUSY = Text(
    "Trop de personnes se connectent en ce moment. Réessayez dans quelques secondes.",
    "Too many people sign in at this moment. Try again in a few seconds.",
)

LINK_TITLE = Text("Recevoir un lien", "Receive a link")
LINK_EXPLAINED = Text(
    "Nous envoyons à votre adresse un lien qui vous connecte. Il vaut quinze minutes et sert une fois.",
    "We send a link to your address that signs you in. It is good for fifteen minutes, and once.",
)
RESET_TITLE = Text("Choisir un nouveau mot de passe", "Choose another password")
RESET_EXPLAINED = Text(
    "Nous envoyons à votre adresse un lien pour choisir un nouveau mot de passe. Il vaut quinze minutes "
    "et sert une fois.",
    "We send a link to your address to choose another password. It is good for fifteen minutes, and once.",
)
SEND = Text("Envoyer le lien", "Send the link")
SENT_TITLE = Text("Regardez votre courrier", "Look at your mail")
SENT = Text(
    "Si cette adresse est connue ici, un lien vient d’y partir. S’il n’arrive pas, regardez parmi les "
    "indésirables, ou "
    "demandez à qui administre votre organisation si votre adresse y est bien notée.",
    "If this address is known here, a link has just left for it. If it does not arrive, look among "
    "unwanted mail, or ask "
    "whoever administers your organisation whether your address is written down correctly.",
)
BACK = Text("Revenir à la connexion", "Back to signing in")

NEW_PASSWORD = Text("Nouveau mot de passe", "New password")
PASSWORD_HINT = Text(
    "Douze caractères au moins. Une phrase que vous seul connaissez convient.",
    "Twelve characters at least. A sentence that only you know will do.",
)
TOO_SHORT = Text(
    "Le mot de passe a moins de douze caractères.", "The password has fewer than twelve characters."
)
TOO_LONG = Text(
    "Le mot de passe a plus de mille caractères.", "The password has more than a thousand characters."
)
CHOOSE = Text("Choisir ce mot de passe", "Choose this password")

PROOF_TITLE = Text("Confirmer que c’est vous", "Confirm that it is you")
PROOF_EXPLAINED = Text(
    "Ce que vous allez faire engage l’argent, les règles ou les droits de votre organisation. Donnez "
    "votre mot de passe"
    " ; il vaut dix minutes.",
    "What you are about to do concerns the money, the rules or the rights of your organisation. Give your "
    "password; it "
    "counts for ten minutes.",
)
PROOF_WRONG = Text("Ce n’est pas votre mot de passe.", "This is not your password.")
PROOF_LACKING = Text(
    "Vous n’avez pas encore choisi de mot de passe : choisissez-en un par un lien, puis recommencez.",
    "You have not chosen a password yet: choose one by a link, then try again.",
)
GO_ON = Text("Continuer", "Continue")

PROVIDER_FAILED = Text("Connexion impossible", "Signing in failed")
PROVIDER_REFUSED = Text(
    "Votre organisation n’a pas confirmé cette connexion. Recommencez depuis la page de connexion.",
    "Your organisation did not confirm this sign-in. Start again from the page to sign in.",
)
PROVIDER_AWAY = Text(
    "La connexion de votre organisation ne répond pas en ce moment. Réessayez plus tard, ou recevez un lien.",
    "Your organisation’s sign-in does not answer at the moment. Try again later, or receive a link.",
)

CHOOSE_ORGANISATION = Text("Vos organisations", "Your organisations")
NOWHERE = Text(
    "Aucune organisation ne vous connaît sous cette adresse en ce moment.",
    "No organisation knows you by this address at present.",
)
SIGN_OUT_TITLE = Text("Se déconnecter", "Sign out")
SIGN_OUT_EXPLAINED = Text(
    "Ce navigateur ne vous reconnaîtra plus. Vos autres connexions restent ouvertes.",
    "This browser will know you no more. Your other sessions stay open.",
)
SIGNED_OUT = Text("Vous êtes déconnecté.", "You are signed out.")
