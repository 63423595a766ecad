"""Acts of the lifecycle in words: commands, entries, fields."""

from collections.abc import Mapping

from language import Text

COMMANDS: Mapping[str, Text] = {
    "AnnounceAct": Text(
        "Annoncer ce qui se fera de soi-même (réservé au service)",
        "Announce what will be done by itself (for the service)",
    ),
    "PerformAct": Text(
        "Faire ce que le règlement prescrit (réservé au service)",
        "Do what the rulebook prescribes (for the service)",
    ),
    "HoldBackAct": Text(
        "Retenir ce que le service ferait de lui-même", "Hold back what the service would do by itself"
    ),
    "ReleaseAct": Text("Laisser de nouveau faire le service", "Let the service do it again"),
}

EVENTS: Mapping[str, Text] = {
    "ActAnnounced": Text("Annoncé : se fera de soi-même", "Announced: will be done by itself"),
    "ActPerformed": Text("Fait par le service", "Done by the service"),
    "ActRefused": Text("Le service n’a pas pu le faire", "The service could not do it"),
    "ActHeldBack": Text("Retenu", "Held back"),
    "ActReleased": Text("N’est plus retenu", "Released"),
    "DecisionAsked": Text("Soumis à qui décide", "Put to who decides"),
}

FIELDS: Mapping[str, Text] = {
    "HoldBackAct.act": Text(
        "ce qu’il ne doit pas faire (`escale show` le nomme)", "what it is not to do (`escale show` names it)"
    ),
    "HoldBackAct.until": Text(
        "le dernier jour où c’est retenu ; jusqu’à nouvel ordre, si rien",
        "the last day on which it is held back; until further notice, if nothing",
    ),
    "act": Text("ce que le service fait de lui-même", "what the service does by itself"),
}
