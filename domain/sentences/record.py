"""Why records are refused, and what would make them pass: (fr, en), then the remedy (fr, en)."""

from domain.sentences.shape import Sentences

RECORD: Sentences = {
    "stakeholder_exists": (
        (
            "La partie prenante « {stakeholder} » est déjà, ou a été, dans le collectif.",
            "The stakeholder “{stakeholder}” is, or was, already in the collective.",
        ),
        (
            "Modifiez-la (ChangeStakeholder), ou choisissez un autre identifiant.",
            "Change it (ChangeStakeholder), or choose another id.",
        ),
    ),
    "unknown_stakeholder": (
        (
            "Partie prenante inconnue : {stakeholder}.",
            "Unknown stakeholder: {stakeholder}.",
        ),
        (
            "Connues : {known}. Ajoutez-la d’abord (AddStakeholder).",
            "Known: {known}. Add it first (AddStakeholder).",
        ),
    ),
    "carries_the_money": (
        (
            "« {stakeholder} » porte l’argent des autres.",
            "“{stakeholder}” carries the money of the others.",
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
            "La phase en cours n’attend pas de livrable « {deliverable} ».",
            "The present phase asks for no deliverable “{deliverable}”.",
        ),
        (
            "Livrables attendus : {known}.",
            "Deliverables asked for: {known}.",
        ),
    ),
    "not_declarable": (
        (
            "« {item} » ne se déclare pas dans cette phase.",
            "“{item}” is not declared in this phase.",
        ),
        (
            "Se déclarent : {known}. Les autres points résultent de ce qui est enregistré.",
            "Declared are: {known}. Other items follow from what is recorded.",
        ),
    ),
    "unknown_item": (
        (
            "« {item} » n’est pas un point de passage de cette phase.",
            "“{item}” is no item of this phase’s gate.",
        ),
        (
            "Points de passage : {known}.",
            "Items of the gate: {known}.",
        ),
    ),
    "item_held": (
        (
            "« {item} » est déjà acquis.",
            "“{item}” already holds.",
        ),
        (
            "Rien à lever.",
            "Nothing to waive.",
        ),
    ),
    "unknown_problem": (
        (
            "L’entrée {entry} n’enregistre pas de problème.",
            "Entry {entry} records no problem.",
        ),
        (
            "Entrées qui enregistrent un problème : {known}.",
            "Entries that record a problem: {known}.",
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
            "Notez de 0 à 4 chacun de : {known}.",
            "Grade from 0 to 4 each of: {known}.",
        ),
    ),
    "unknown_entry": (
        (
            "Aucune entrée valable {entry} ; la dernière est {last}.",
            "No valid entry {entry}; the last one is {last}.",
        ),
        (
            "Donnez un numéro d’entrée de ce dossier (escale history).",
            "Give the number of an entry of this file (escale history).",
        ),
    ),
    "not_a_fact": (
        (
            "L’entrée {entry} ({type}) n’est pas un fait que l’on corrige.",
            "Entry {entry} ({type}) is not a fact to correct.",
        ),
        (
            "Prenez une nouvelle décision ; l’ancienne reste.",
            "Take a new decision; the old one stays.",
        ),
    ),
    "already_void": (
        (
            "L’entrée {entry} est déjà annulée.",
            "Entry {entry} is already void.",
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
            "Donnez happened_at, ou void: true, pas les deux.",
            "Give happened_at, or void: true, not both.",
        ),
    ),
    "nothing_due": (
        (
            "Aucun rappel « {rung} » n’est dû pour {occurrence}.",
            "No reminder “{rung}” is due for {occurrence}.",
        ),
        (
            "Rien à faire : il est parti, dépassé, ou n’est pas encore dû.",
            "Nothing to do: it went out, was overtaken, or is not due yet.",
        ),
    ),
    "nobody_to_remind": (
        (
            "Personne ne tient le rôle {role} ({region}), ni ne peut le suppléer.",
            "Nobody holds the role {role} ({region}), or could stand in.",
        ),
        (
            "Donnez ce rôle à quelqu’un (GrantRole).",
            "Grant the role to somebody (GrantRole).",
        ),
    ),
    "unknown_message": (
        (
            "Ce dossier n’a pas de message {message}.",
            "This file has no message {message}.",
        ),
        (
            "Voyez les messages du dossier (escale mail).",
            "See the messages of the file (escale mail).",
        ),
    ),
    "delivery_known": (
        (
            "Le sort du message {message} est déjà connu : {delivery}.",
            "What became of message {message} is known already: {delivery}.",
        ),
        (
            "Rien à faire.",
            "Nothing to do.",
        ),
    ),
    "not_in_doubt": (
        (
            "Le message {message} n’est ni en doute ni en échec : {delivery}.",
            "Message {message} is neither in doubt nor failed: {delivery}.",
        ),
        (
            "Rien à décider.",
            "Nothing to decide.",
        ),
    ),
}
