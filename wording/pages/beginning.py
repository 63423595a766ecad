"""What is to be done first in an organisation that was just founded."""

from collections.abc import Mapping

from language import Text

BEGIN = Text("Pour commencer", "To begin with")
DONE = Text("fait", "done")
TO_DO = Text("à faire", "to do")
OPTIONAL = Text("facultatif", "optional")
STEPS: Mapping[str, Text] = {
    "people": Text("Enregistrer les personnes", "Register the people"),
    "roles": Text(
        "Donner à l’une d’elles le rôle de chargé·e de mission", "Make one of them programme manager"
    ),
    "file": Text("Ouvrir un premier dossier", "Open a first file"),
    "regions": Text("Nommer d’autres régions", "Name other regions"),
    "rulebook": Text("Publier votre propre règlement", "Publish a rulebook of your own"),
}
TAKE_THE_ROLE = Text(
    "Vous donner le rôle de chargé·e de mission, pour ouvrir un premier dossier",
    "Make yourself programme manager, to open a first file",
)
TOLD: Mapping[str, Text] = {
    "people": Text(
        "Chacune reçoit un lien pour entrer.",
        "Each of them is sent a link to come in.",
    ),
    "roles": Text(
        "C’est qui ouvre les dossiers et les suit\u202f; ce peut être vous.",
        "Who opens files and follows them; it may be you.",
    ),
    "file": Text(
        "Il suit un programme\u00a0: ses échéances et ses rappels sont prévus dès l’ouverture.",
        "It follows a programme: its deadlines and reminders are planned as soon as it is open.",
    ),
    "regions": Text("Celles de France sont déjà proposées.", "Those of France are proposed already."),
    "rulebook": Text("Ceux qui sont livrés s’emploient tels quels.", "Those that ship are used as they are."),
}
"""What helps to know of a step that is still to be done."""
COMMANDS: Mapping[str, str] = {
    "people": "RegisterPerson",
    "roles": "GrantRole",
    "regions": "NameRegion",
    "file": "OpenCooperation",
}
"""The form by which each is done; a rulebook is looked for among the programmes."""
