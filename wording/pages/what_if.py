"""What other rules would have made of the past, as pages."""

from language import Text, say, t
from wording import headings
from wording.quantities import count_words, number_words

TITLE = headings.WHAT_IF
LEAD = Text(
    "Les décisions passées sont rejouées sous un autre règlement\u00a0: lesquelles auraient été autres, et pourquoi. "
    "Rien n’est changé.",
    "Past decisions are replayed under another rulebook: which would have been others, and why. Nothing is changed.",
)
RULES = Text("Sous quelles règles", "Under which rules")
CONTENT = Text("ou sous un règlement qui n’est pas publié", "or under a rulebook that is not published")
CONTENT_HINT = Text(
    "Son texte, en YAML. Il passe avant le choix ci-dessus.",
    "Its text, in YAML. It goes before the choice above.",
)
PROGRAMME = Text("Les dossiers de quel programme", "The files of which programme")
SINCE = Text("Décisions prises du", "Decisions taken from")
UNTIL = Text("au", "to")
ASK = Text("Poser la question", "Ask")
SUMMARY = Text("Il y a un problème", "There is a problem")
PROGRESS = Text("Avancement", "Progress")
GO_ON = Text("Continuer", "Go on")
STOP = Text("Arrêter", "Stop")
AGAIN = Text("Poser une autre question", "Ask another question")
DIFFERENT = Text("Ce qui aurait été décidé autrement", "What would have been decided otherwise")
NONE_DIFFERENT = Text("Aucune décision n’aurait été autre.", "No decision would have been another.")
NONE_YET = Text("Aucune jusqu’ici.", "None so far.")
WHEN = Text("Quand", "When")
DECISION = Text("Décision", "Decision")
WHO = Text("Qui", "Who")
WHY = Text("Sous l’autre règlement", "Under the other rulebook")
NOT_REPLAYED = headings.NOT_REPLAYED
PAGES = Text("Pages", "Pages")
NEXT = Text("suivants →", "next →")
PREVIOUS = Text("← précédents", "← previous")


def asked(rules: str, programme: str, since: str, until: str) -> str:
    """The question in a sentence."""
    return t(
        f"Les décisions du programme {programme}, du {since} au {until}, sous {rules}.",
        f"The decisions of the programme {programme}, from {since} to {until}, under {rules}.",
    )


def version(name: str, number: int) -> str:
    """A version of a programme."""
    return t(f"{name}, version {number}", f"{name}, version {number}")


def progress(replayed: int, streams: int, *, ended: bool) -> str:
    """How far it has come; that somebody stopped it, where it is not whole."""
    done, of = say(number_words(replayed)), say(number_words(streams))
    if ended and replayed < streams:
        return t(f"Arrêté après {done} dossiers sur {of}.", f"Stopped after {done} of {of} files.")
    if ended:
        return t("Tous les dossiers sont rejoués.", "All files are replayed.")
    return t(f"{done} dossiers rejoués sur {of}.", f"{done} of {of} files replayed.")


def counted(files: int, decisions: int, differing: int) -> str:
    """How many decisions there are in the period, and in how many files one differs."""
    return (
        ", ".join(
            say(count_words(number, one, many))
            for number, one, many in (
                (
                    files,
                    ("dossier avec des décisions", "file with decisions"),
                    ("dossiers avec des décisions", "files with decisions"),
                ),
                (decisions, ("décision", "decision"), ("décisions", "decisions")),
                (
                    differing,
                    ("dossier où une serait autre", "file where one would differ"),
                    ("dossiers où une serait autre", "files where one would differ"),
                ),
            )
        )
        + "."
    )
