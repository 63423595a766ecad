"""Why rulebooks are not published, and files not moved to another, and the remedy: each (fr, en)."""

from domain.kernel.text import Sentences

RULEBOOKS: Sentences = {
    "rulebook_inconsistent": (
        (
            "Le règlement {rulebook} ne tient pas ({count:number} erreurs) : {found:text}.",
            "The rulebook {rulebook} does not hold together ({count:number} mistakes): {found:text}.",
        ),
        (
            "Corrigez-le ; escale programme check montre chaque erreur à sa place.",
            "Put it right; escale programme check shows each mistake in its place.",
        ),
    ),
    "already_published": (
        (
            "Le règlement {rulebook} est déjà publié, avec ce contenu.",
            "The rulebook {rulebook} is already published, with this content.",
        ),
        (
            "Rien à faire : les nouveaux dossiers s’ouvrent sous la version la plus haute.",
            "There is nothing to do: new files open under the highest version.",
        ),
    ),
    "version_taken": (
        (
            "Le règlement {rulebook} est déjà publié, avec un autre contenu ; une version publiée ne change plus.",
            "The rulebook {rulebook} is already published with other content; a published version does not change.",
        ),
        (
            "Donnez-lui un numéro de version plus élevé.",
            "Give it a higher version number.",
        ),
    ),
    "version_not_higher": (
        (
            "{rulebook} n’est pas plus récent que la version en vigueur, {in_force:rulebook}.",
            "{rulebook} is not later than the version in force, {in_force:rulebook}.",
        ),
        (
            "Donnez-lui un numéro de version plus élevé que celui de {in_force:rulebook}.",
            "Give it a version number higher than that of {in_force:rulebook}.",
        ),
    ),
    "unknown_rulebook": (
        (
            "Aucun règlement {rulebook} n’est publié.",
            "No rulebook {rulebook} is published.",
        ),
        (
            "escale programme list montre ceux qui le sont.",
            "escale programme list shows those that are.",
        ),
    ),
    "rulebook_differs": (
        (
            "Le règlement {rulebook} de cette installation n’est pas celui sous lequel ce registre a décidé.",
            "The rulebook {rulebook} of this installation is not the one under which this ledger decided.",
        ),
        (
            "Réinstallez la version d’origine ({adopted:text}) ; d’autres règles demandent un numéro plus élevé.",
            "Install the original ({adopted:text}) again; other rules need a higher version number.",
        ),
    ),
    "same_rulebook": (
        (
            "Le dossier suit déjà {rulebook}.",
            "The file already runs under {rulebook}.",
        ),
        (
            "Nommez une autre version, ou laissez-le où il est.",
            "Name another version, or leave it where it is.",
        ),
    ),
    "no_relay": (
        (
            "{rulebook} ne prend pas le relais du programme {programme}.",
            "{rulebook} does not take over from the programme {programme}.",
        ),
        (
            "Son règlement doit nommer ce programme (relays) ; sinon clôturez le dossier comme transmis.",
            "Its rulebook must name that programme (relays); otherwise close the file as handed over.",
        ),
    ),
    "relay_not_yet": (
        (
            "Les dossiers du programme {programme} ne sont repris qu’à partir du {since:moment}.",
            "The files of the programme {programme} are taken over from {since:moment} on.",
        ),
        (
            "Attendez ce jour, ou datez l’acte du jour du passage.",
            "Wait for that day, or date the act to the day of the handing over.",
        ),
    ),
    "phase_not_used": (
        (
            "{rulebook} ne connaît pas la phase {phase}, où se trouve le dossier.",
            "{rulebook} does not use the phase {phase}, in which the file is.",
        ),
        (
            "Dites dans quelle phase il continue : {known:phase}.",
            "Say in which phase it goes on: {known:phase}.",
        ),
    ),
    "phase_given": (
        (
            "Sous {rulebook} le dossier continue en phase {phase} ; un changement de règlement n’en fait pas changer.",
            "Under {rulebook} the file goes on in the phase {phase}; changing rulebooks is no way to change it.",
        ),
        (
            "Retirez la phase, puis avancez ou revenez en arrière (AdvancePhase, GoBack).",
            "Leave the phase out, then advance or go back (AdvancePhase, GoBack).",
        ),
    ),
}
