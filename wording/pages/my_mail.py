"""What one is mailed beside what is asked of one."""

from collections.abc import Mapping

from language import Text, say, t

TITLE = Text("Courrier", "Mail")
EXPLAINED = Text(
    "Ce qui vous est demandé, la réponse à ce que vous avez demandé et ce qui touche les dossiers dont vous êtes "
    "chargé·e partent aussitôt\u00a0: ces lettres-là ne se coupent pas.",
    "What is asked of you, the answer to what you asked for, and what concerns files in your charge is mailed at "
    "once: there is no doing without it.",
)
DIGEST = Text("Résumé de la semaine", "Weekly digest")
DIGEST_HINT = Text(
    "Ce qui vous attend, ce qui arrive à échéance, ce qui s’est passé dans les dossiers dont vous êtes chargé·e "
    "ou que vous suivez\u00a0: une lettre par semaine, à 7 h.",
    "What waits for you, what falls due, what happened in the files in your charge or that you follow: one letter a "
    "week, at 7:00.",
)
DAYS: Mapping[int, Text] = {
    0: Text("jamais", "never"),
    1: Text("le lundi", "on Mondays"),
    2: Text("le mardi", "on Tuesdays"),
    3: Text("le mercredi", "on Wednesdays"),
    4: Text("le jeudi", "on Thursdays"),
    5: Text("le vendredi", "on Fridays"),
    6: Text("le samedi", "on Saturdays"),
    7: Text("le dimanche", "on Sundays"),
}
KEEP = Text("Enregistrer", "Save")
KEPT = Text("C’est enregistré.", "It is saved.")
FILES = Text("Dossiers suivis ou muets", "Files followed or muted")
NO_FILES = Text(
    "Aucun\u00a0: les boutons sont sur la page de chaque coopération.",
    "None: the buttons are on the page of each cooperation.",
)
FOLLOWED = Text("suivi", "followed")
MUTED = Text("muet", "muted")
FOLLOW = Text("Suivre", "Follow")
FOLLOW_NO_MORE = Text("Ne plus suivre", "Follow no more")
MUTE = Text("Rendre muet", "Mute")
MUTE_NO_MORE = Text("Entendre de nouveau", "Hear of it again")
YOUR_LETTERS = Text("Vos lettres sur cette coopération", "Your letters about this cooperation")
IN_CHARGE = Text(
    "Vous en êtes chargé·e\u00a0: ce qui vous est demandé part toujours. Muette, elle n’est plus dans votre résumé.",
    "You are in charge of it: what is asked of you is always mailed. Muted, it is left out of your digest.",
)
OTHERWISE = Text(
    "Suivie, elle est dans votre résumé de la semaine. Muette, elle ne vous envoie plus que ce qui vous est demandé.",
    "Followed, it is in your weekly digest. Muted, it mails you only what is asked of you.",
)
CHOOSE_DAY = Text("Choisir le jour du résumé", "Choose the day of the digest")

LEAVE_TITLE = Text("Ne plus recevoir ces lettres", "Get these letters no more")
LEAVE = Text("Ne plus les recevoir", "Get them no more")
LEFT_TITLE = Text("C’est fait", "Done")
CHANGE_MIND = Text("Régler vos lettres", "Settle what you are mailed")
OVER_TITLE = Text("Ce lien ne dit rien", "This link says nothing")
OVER = Text(
    "Il n’est pas entier, ou il n’est pas de nous. Vos lettres se règlent aussi sur votre page.",
    "It is not whole, or it is not ours. What you are mailed is settled on your own page, too.",
)


def about(organisation: str, cooperation: str) -> str:
    """Which letters one would get no more."""
    if not cooperation:
        return t(
            f"Le résumé que {organisation} vous envoie chaque semaine.",
            f"The digest that {organisation} mails you every week.",
        )
    return t(
        "Les lettres qui vous tiennent au courant d’une coopération. Ce qui vous est demandé partira toujours.",
        "The letters that tell you about a cooperation. What is asked of you will still be mailed.",
    )


def left(cooperation: str) -> str:
    """That one gets them no more."""
    if not cooperation:
        return t("Vous ne recevrez plus ce résumé.", "You will get this digest no more.")
    return t(
        "Cette coopération ne vous enverra plus que ce qui vous est demandé.",
        "This cooperation will mail you only what is asked of you.",
    )


def state(wish: str) -> str:
    """What somebody wishes of a cooperation, in a word."""
    return say(FOLLOWED if wish == "follow" else MUTED)
