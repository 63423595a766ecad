"""Refusals about what the lifecycle does by itself."""

from domain.kernel.text import Sentences

ACTS: Sentences = {
    "act_not_due": (
        (
            "« {act} » n’est pas à faire maintenant.",
            "“{act}” is not to be done now.",
        ),
        (
            "Le service le fera quand le règlement le prévoit ; vous pouvez le faire à la main.",
            "The service will do it when the rulebook says so; you can do it by hand.",
        ),
    ),
    "act_not_done": (
        (
            "Le service aurait fait « {act} » de lui-même le {on:day} ; personne ne l’a fait.",
            "The service would have done “{act}” by itself on {on:day}; nobody did.",
        ),
        (
            "L’autre règlement le prévoit ; voyez s’il devait se faire.",
            "The other rulebook has it; see whether it was to be done.",
        ),
    ),
    "act_not_held": (
        ("Rien ne retient « {act} ».", "Nothing holds “{act}” back."),
        (
            "On ne laisse faire que ce qui est retenu (HoldBackAct).",
            "Only what is held back can be released (HoldBackAct).",
        ),
    ),
    "unknown_act": (
        (
            "Le règlement ne prévoit pas que le service fasse « {act} » de lui-même.",
            "The rulebook does not have the service do “{act}” by itself.",
        ),
        ("Ce qu’il prévoit : {known:act}.", "What it has: {known:act}."),
    ),
    "held_until_passed": (
        ("Le {until:day} est passé.", "{until:day} has passed."),
        (
            "Donnez un jour à venir, ou aucun : ce sera retenu jusqu’à nouvel ordre.",
            "Give a day to come, or none: it will be held back until further notice.",
        ),
    ),
    "no_question_for_panel": (
        (
            "Le règlement n’a pas de question à poser à {panels:panel} sur un financement.",
            "The rulebook has no question to put to {panels:panel} about a funding.",
        ),
        (
            "Ajoutez-la au règlement (reviews), ou demandez la décision à la main.",
            "Add it to the rulebook (reviews), or ask for the decision by hand.",
        ),
    ),
}
