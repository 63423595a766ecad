"""Help: where what is done, what the words mean, which keys there are."""

from language import Text

TITLE = Text("Aide", "Help")
BEGIN = Text("Par où commencer", "Where to begin")
BEGIN_ITEMS = (
    Text(
        "« Ce qui m’attend » dit ce que vous avez à faire, pour quand, et mène à la page où cela se fait.",
        "“What waits for me” says what you have to do, by when, and leads to the page where it is done.",
    ),
    Text(
        "La page d’un dossier dit où il en est et ce qui vient ; « Pour passer à la suite » dit ce qui "
        "manque.",
        "The page of a file says where it stands and what comes; “To go on” says what is missing.",
    ),
    Text(
        "Ce que vous ne pouvez pas faire est dit avec sa raison, et avec qui le peut.",
        "What you may not do is said with its reason, and with who may.",
    ),
    Text(
        "Ce qui est commencé est gardé trente jours comme brouillon ; ce qui est envoyé deux fois n’est "
        "noté qu’une.",
        "What is begun is kept for thirty days as a draft; what is sent twice is noted once.",
    ),
    Text(
        "L’historique garde tout : qui, quand, pourquoi, sous quelles règles. Une erreur se corrige, "
        "elle ne s’efface pas.",
        "The history keeps everything: who, when, why, under which rules. A mistake is corrected, never "
        "rubbed out.",
    ),
)
WORDS = Text("Quelques mots", "A few words")
WORD_ITEMS = (
    (
        Text("Coopération", "Cooperation"),
        Text(
            "un groupe d’associations, d’habitants, d’entreprises et de collectivités qu’un programme "
            "accompagne ; son dossier.",
            "a group of associations, residents, companies and towns that a programme accompanies; its file.",
        ),
    ),
    (
        Text("Programme, règles", "Programme, rules"),
        Text(
            "ce qui est demandé à chaque phase, les échéances, les aides ; un dossier garde la version "
            "sous laquelle il a commencé.",
            "what each phase asks for, deadlines, grants; a file keeps the version under which it began.",
        ),
    ),
    (
        Text("Avis", "Review"),
        Text(
            "une question posée à une instance ; chacun y dit d’abord ses intérêts.",
            "a question put to a panel; everybody first says what interests they have.",
        ),
    ),
    (
        Text("Tranche", "Tranche"),
        Text(
            "une part d’un financement, versée une fois demandée, validée et ordonnée par trois personnes.",
            "a part of a funding, paid once three people have asked for, approved and ordered it.",
        ),
    ),
)
KEYS = Text("Au clavier", "By keyboard")
KEYS_TEXT = Text(
    "Tout se fait au clavier : Tab, Entrée, Espace, flèches. Des touches seules peuvent s’y ajouter ; "
    "elles sont "
    "éteintes tant que vous ne les allumez pas, dans ce navigateur.",
    "Everything can be done by keyboard: Tab, Enter, Space, arrows. Single keys may be added to these; "
    "they are off "
    "until you switch them on, in this browser.",
)
KEYS_SWITCH = Text("Touches seules", "Single keys")
KEYS_ARE_ON = Text("allumées", "on")
KEYS_ARE_OFF = Text("éteintes", "off")
KEYS_NEED_SCRIPTS = Text("Elles demandent JavaScript.", "They need JavaScript.")
KEY_ITEMS = (
    ("/", Text("chercher", "search")),
    ("?", Text("cette aide", "this help")),
    ("j", Text("ligne suivante d’une liste", "next line of a list")),
    ("k", Text("ligne précédente", "line before")),
    ("x", Text("cocher la ligne", "tick the line")),
)
