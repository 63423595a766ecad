"""Why records are refused, and what would make them pass: (fr, en), then the remedy (fr, en)."""

from domain.kernel.text import Sentences

RECORD: Sentences = {
    "stakeholder_exists": (
        (
            "La partie prenante « {stakeholder:own} » est déjà, ou a été, dans le collectif.",
            "The stakeholder “{stakeholder:own}” is, or was, already in the collective.",
        ),
        (
            "Modifiez-la (ChangeStakeholder), ou choisissez un autre identifiant.",
            "Change it (ChangeStakeholder), or choose another id.",
        ),
    ),
    "unknown_stakeholder": (
        (
            "Partie prenante inconnue : {stakeholder:own}.",
            "Unknown stakeholder: {stakeholder:own}.",
        ),
        (
            "Connues : {known:own}. Ajoutez-la d’abord (AddStakeholder).",
            "Known: {known:own}. Add it first (AddStakeholder).",
        ),
    ),
    "carries_the_money": (
        (
            "« {stakeholder:own} » porte l’argent des autres.",
            "“{stakeholder:own}” carries the money of the others.",
        ),
        (
            "Confiez-le d’abord à une autre partie prenante (ChangeStakeholder).",
            "Pass that on to another stakeholder first (ChangeStakeholder).",
        ),
    ),
    "commitment_to_itself": (
        (
            "Une partie ne s’engage pas envers elle-même.",
            "A party makes no commitment to itself.",
        ),
        (
            "Nommez une autre partie, ou aucune pour toutes.",
            "Name another party, or none for all of them.",
        ),
    ),
    "term_reversed": (
        (
            "Le terme finit avant de commencer.",
            "The term ends before it begins.",
        ),
        (
            "Donnez une fin égale ou postérieure au début.",
            "Give an end on or after the beginning.",
        ),
    ),
    "no_draft": (
        (
            "Aucun projet de charte n’a été rédigé.",
            "No charter has been drafted.",
        ),
        (
            "Enregistrez-le d’abord (DraftCharter).",
            "Record the draft first (DraftCharter).",
        ),
    ),
    "draft_already_signed": (
        (
            "Ce projet de charte est déjà signé.",
            "This draft of the charter is already signed.",
        ),
        (
            "Enregistrez un nouveau projet (DraftCharter) pour une nouvelle signature.",
            "Record a new draft (DraftCharter) for a new signing.",
        ),
    ),
    "unknown_deliverable": (
        (
            "La phase en cours n’attend pas de livrable « {deliverable} ».",
            "The present phase asks for no deliverable “{deliverable}”.",
        ),
        (
            "Livrables attendus : {known:deliverable}.",
            "Deliverables asked for: {known:deliverable}.",
        ),
    ),
    "not_declarable": (
        (
            "« {item} » ne se déclare pas dans cette phase.",
            "“{item}” is not declared in this phase.",
        ),
        (
            "Se déclarent : {known:item}. Les autres points résultent de ce qui est enregistré.",
            "Declared are: {known:item}. Other items follow from what is recorded.",
        ),
    ),
    "unknown_item": (
        (
            "« {item} » n’est pas un point de passage de cette phase.",
            "“{item}” is no item of this phase’s gate.",
        ),
        (
            "Points de passage : {known:item}.",
            "Items of the gate: {known:item}.",
        ),
    ),
    "item_held": (
        (
            "« {item} » est déjà acquis.",
            "“{item}” already holds.",
        ),
        (
            "Rien à lever.",
            "Nothing to waive.",
        ),
    ),
    "unknown_problem": (
        (
            "L’entrée {entry:number} n’enregistre pas de problème.",
            "Entry {entry:number} records no problem.",
        ),
        (
            "Entrées qui enregistrent un problème : {known:number}.",
            "Entries that record a problem: {known:number}.",
        ),
    ),
    "no_grid": (
        (
            "Le programme {programme} n’a pas de grille d’évaluation.",
            "The programme {programme} has no evaluation grid.",
        ),
        (
            "Enregistrez un enseignement (RecordLesson).",
            "Record a lesson (RecordLesson).",
        ),
    ),
    "other_grid": (
        (
            "L’évaluation ne suit pas la grille du programme.",
            "The evaluation does not follow the programme’s grid.",
        ),
        (
            "Notez de 0 à 4 chacun de : {known:grid}.",
            "Grade from 0 to 4 each of: {known:grid}.",
        ),
    ),
    "unknown_entry": (
        (
            "Aucune entrée valable {entry:number} ; la dernière est {last:number}.",
            "No valid entry {entry:number}; the last one is {last:number}.",
        ),
        (
            "Donnez un numéro d’entrée de ce dossier (escale history).",
            "Give the number of an entry of this file (escale history).",
        ),
    ),
    "not_a_fact": (
        (
            "L’entrée {entry:number} n’est pas un fait que l’on corrige.",
            "Entry {entry:number} is not a fact to correct.",
        ),
        (
            "Prenez une nouvelle décision ; l’ancienne reste.",
            "Take a new decision; the old one stays.",
        ),
    ),
    "already_void": (
        (
            "L’entrée {entry:number} est déjà annulée.",
            "Entry {entry:number} is already void.",
        ),
        (
            "Enregistrez le fait à nouveau s’il a eu lieu.",
            "Record the fact anew if it happened.",
        ),
    ),
    "corrects_one_thing": (
        (
            "Une correction donne une autre date, ou dit que cela n’a pas eu lieu.",
            "A correction gives another date, or says that it did not happen.",
        ),
        (
            "Donnez la vraie date, ou dites que cela n’a pas eu lieu, pas les deux.",
            "Give the true date, or say that it never happened, not both.",
        ),
    ),
    "nothing_due": (
        (
            "Ce rappel n’est pas dû ({occurrence}).",
            "That reminder is not due ({occurrence}).",
        ),
        (
            "Rien à faire : il est parti, dépassé, ou n’est pas encore dû.",
            "Nothing to do: it went out, was overtaken, or is not due yet.",
        ),
    ),
    "nobody_to_remind": (
        (
            "Personne ne tient le rôle {role:body} ({region}), ni ne peut le suppléer.",
            "Nobody holds the role {role:body} ({region}), or could stand in.",
        ),
        (
            "Donnez ce rôle à quelqu’un (GrantRole).",
            "Grant the role to somebody (GrantRole).",
        ),
    ),
    "unknown_message": (
        (
            "Ce dossier n’a pas un tel message.",
            "This file has no such message.",
        ),
        (
            "Voyez les messages du dossier (escale mail).",
            "See the messages of the file (escale mail).",
        ),
    ),
    "delivery_known": (
        (
            "Le sort de ce message est déjà connu : {delivery}.",
            "What became of this message is known already: {delivery}.",
        ),
        (
            "Rien à faire.",
            "Nothing to do.",
        ),
    ),
    "not_in_doubt": (
        (
            "Ce message n’est ni en doute ni en échec : {delivery}.",
            "This message is neither in doubt nor failed: {delivery}.",
        ),
        (
            "Rien à décider.",
            "Nothing to decide.",
        ),
    ),
}
