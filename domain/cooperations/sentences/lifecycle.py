"""Why steps of a life are refused, and what would make them pass: (fr, en), then the remedy (fr, en)."""

from domain.kernel.text import Sentences

LIFECYCLE: Sentences = {
    "unknown_cooperation": (
        (
            "Aucune coopération « {cooperation:id} » n’est ouverte ici.",
            "No cooperation “{cooperation:id}” is open here.",
        ),
        (
            "Vérifiez l’identifiant, ou ouvrez la coopération (OpenCooperation).",
            "Check the id, or open the cooperation (OpenCooperation).",
        ),
    ),
    "unknown_programme": (
        (
            "Le programme {programme:rulebook} n’a pas de règlement publié.",
            "The programme {programme:rulebook} has no published rulebook.",
        ),
        (
            "Choisissez l’un des programmes publiés (dossier programmes/).",
            "Choose one of the published programmes (folder programmes/).",
        ),
    ),
    "already_open": (
        (
            "La coopération « {cooperation:id} » est déjà ouverte.",
            "The cooperation “{cooperation:id}” is already open.",
        ),
        (
            "Poursuivez ce dossier, ou choisissez un autre identifiant.",
            "Continue that file, or choose another id.",
        ),
    ),
    "relay_and_origin_differ": (
        (
            "Un relais nomme le programme d’origine, et lui seul le nomme.",
            "A relay names the programme it comes from, and only a relay does.",
        ),
        (
            "Donnez le programme antérieur avec l’origine « relais d’un programme », ou ni l’un ni l’autre.",
            "Give the earlier programme with the origin “relay of a programme”, or neither.",
        ),
    ),
    "file_closed": (
        (
            "La coopération « {cooperation:id} » est close ({outcome:closing}).",
            "The file “{cooperation:id}” is closed ({outcome:closing}).",
        ),
        (
            "Rouvrez-le d’abord (ReopenCooperation).",
            "Reopen it first (ReopenCooperation).",
        ),
    ),
    "file_paused": (
        (
            "Le dossier est en pause.",
            "The file is paused.",
        ),
        (
            "Reprenez-le d’abord (ResumeCooperation).",
            "Resume it first (ResumeCooperation).",
        ),
    ),
    "in_future": (
        (
            "La date donnée ({at:moment}) est dans le futur : nous sommes le {now:moment}.",
            "The date given ({at:moment}) is in the future: it is {now:moment}.",
        ),
        (
            "Donnez une date passée ou présente.",
            "Give a date that is past or present.",
        ),
    ),
    "before_previous_step": (
        (
            "La date donnée ({at:moment}) précède l’étape précédente du dossier ({previous:moment}).",
            "The date given ({at:moment}) is before the file’s previous step ({previous:moment}).",
        ),
        (
            "Donnez une date à partir du {previous:moment} ; un fait, lui, peut être antidaté.",
            "Give a date from {previous:moment} on; a fact, though, may be back-dated.",
        ),
    ),
    "changed_since": (
        (
            "Le dossier a changé depuis votre lecture : {what:event} ({authors:person}, entrées {entries:number}).",
            "The file has changed since you read it: {what:event} ({authors:person}, entries {entries:number}).",
        ),
        (
            "Relisez ce qui a changé, puis enregistrez quand même si cela tient toujours.",
            "Read what has changed, then record it all the same if it still holds.",
        ),
    ),
    "changes_nothing": (
        (
            "Rien ne changerait.",
            "Nothing would change.",
        ),
        (
            "Donnez au moins une valeur nouvelle.",
            "Give at least one new value.",
        ),
    ),
    "gate_incomplete": (
        (
            "La phase {phase} ne peut être franchie : il manque {missing:item}.",
            "The phase {phase} cannot be passed: {missing:item} missing.",
        ),
        (
            "Apportez ou faites lever : {missing:item}.",
            "Provide, or have waived: {missing:item}.",
        ),
    ),
    "rests_on_later": (
        (
            "Le passage du {at:moment} reposerait sur ce qui n’est venu qu’après (entrée {entry:number}).",
            "What passes on {at:moment} would rest on what came only later (entry {entry:number}).",
        ),
        (
            "Datez le passage d’après ces entrées, ou corrigez leur date (CorrectEntry).",
            "Date it after these entries, or correct their dates (CorrectEntry).",
        ),
    ),
    "last_phase": (
        (
            "{phase} est la dernière phase du programme.",
            "{phase} is the last phase of the programme.",
        ),
        (
            "Clôturez la coopération (CloseCooperation).",
            "Close the cooperation (CloseCooperation).",
        ),
    ),
    "not_the_next_phase": (
        (
            "Après {phase} vient {following:phase}, non {to:phase}.",
            "After {phase} comes {following:phase}, not {to:phase}.",
        ),
        (
            "Avancez vers {following:phase}.",
            "Advance to {following:phase}.",
        ),
    ),
    "not_an_earlier_phase": (
        (
            "{to:phase} ne précède pas {phase} dans ce programme.",
            "{to:phase} is not before {phase} in this programme.",
        ),
        (
            "Revenez à l’une de : {known:phase}.",
            "Go back to one of: {known:phase}.",
        ),
    ),
    "already_paused": (
        (
            "Le dossier est déjà en pause.",
            "The file is already paused.",
        ),
        (
            "Reprenez-le (ResumeCooperation) quand il se réveille.",
            "Resume it (ResumeCooperation) when it wakes.",
        ),
    ),
    "pause_ends_before": (
        (
            "La pause finirait le {until:day}, alors qu’elle commence le {begins:day}.",
            "The pause would end on {until:day}, and begins on {begins:day}.",
        ),
        (
            "Donnez un jour après le {begins:day}, ou aucun si la fin n’est pas prévue.",
            "Give a day after {begins:day}, or none if its end is not planned.",
        ),
    ),
    "not_paused": (
        (
            "Le dossier n’est pas en pause.",
            "The file is not paused.",
        ),
        (
            "Rien à faire.",
            "Nothing to do.",
        ),
    ),
    "abandonment_pending": (
        (
            "Un abandon est demandé et attend sa réponse.",
            "An abandonment is asked and awaits its answer.",
        ),
        (
            "Faites trancher ou retirer la demande (SettleAbandonment, WithdrawAbandonment).",
            "Have the request settled or withdrawn (SettleAbandonment, WithdrawAbandonment).",
        ),
    ),
    "no_abandonment": (
        (
            "Aucun abandon n’est demandé.",
            "No abandonment is asked.",
        ),
        (
            "Demandez-le d’abord (RequestAbandonment).",
            "Ask for it first (RequestAbandonment).",
        ),
    ),
    "abandonment_is_asked": (
        (
            "On n’abandonne pas seul : un abandon se demande et se tranche.",
            "Nobody abandons alone: an abandonment is asked and settled.",
        ),
        (
            "Demandez-le (RequestAbandonment) ; une autre personne tranche.",
            "Ask for it (RequestAbandonment); somebody else settles it.",
        ),
    ),
    "handed_to_whom": (
        (
            "Un dossier transmis nomme la structure locale, et lui seul.",
            "A file handed over names the local body, and only such a file.",
        ),
        (
            "Nommez l’instance locale qui prend le relais avec l’issue « transmise », et avec elle seulement.",
            "Name the local body that takes over with the outcome “handed over”, and with it only.",
        ),
    ),
    "not_in_last_phase": (
        (
            "La coopération est en phase {phase}, non dans la dernière.",
            "The cooperation is in phase {phase}, not in the last one.",
        ),
        (
            "Avancez jusqu’à la dernière phase, ou transmettez le dossier (CloseCooperation, issue « transmise »).",
            "Advance to the last phase, or hand the file over (CloseCooperation, outcome “handed over”).",
        ),
    ),
    "not_closed": (
        (
            "Le dossier n’est pas clos.",
            "The file is not closed.",
        ),
        (
            "Rien à faire.",
            "Nothing to do.",
        ),
    ),
    "import_opens_first": (
        (
            "Un import commence par l’ouverture de la coopération.",
            "An import begins with the opening of the cooperation.",
        ),
        (
            "Mettez OpenCooperation en premier.",
            "Put OpenCooperation first.",
        ),
    ),
    "import_of_one_file": (
        (
            "L’acte {act:number} concerne un autre dossier.",
            "Act {act:number} concerns another file.",
        ),
        (
            "Un import par dossier.",
            "One import per file.",
        ),
    ),
    "import_undated": (
        (
            "L’acte {act:number} n’a pas de date.",
            "Act {act:number} has no date.",
        ),
        (
            "Datez chaque acte : une année, un mois ou un jour suffit.",
            "Date each act: a year, a month or a day will do.",
        ),
    ),
    "act_refused": (
        (
            "L’acte {act:number} ({act_type:command}) est refusé.",
            "Act {act:number} ({act_type:command}) is refused.",
        ),
        (
            "Corrigez cet acte, puis importez à nouveau : rien n’a été enregistré.",
            "Correct this act, then import again: nothing was recorded.",
        ),
    ),
}
