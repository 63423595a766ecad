"""Why steps of a life are refused, and what would make them pass: (fr, en), then the remedy (fr, en)."""

from domain.sentences.shape import Sentences

LIFECYCLE: Sentences = {
    "unknown_cooperation": (
        (
            "Aucune coopération « {cooperation} » n’est ouverte ici.",
            "No cooperation “{cooperation}” is open here.",
        ),
        (
            "Vérifiez l’identifiant, ou ouvrez la coopération (OpenCooperation).",
            "Check the id, or open the cooperation (OpenCooperation).",
        ),
    ),
    "unknown_programme": (
        (
            "Le programme « {programme} » n’a pas de règlement publié.",
            "The programme “{programme}” has no published rulebook.",
        ),
        (
            "Choisissez l’un des programmes publiés (dossier programmes/).",
            "Choose one of the published programmes (folder programmes/).",
        ),
    ),
    "already_open": (
        (
            "La coopération « {cooperation} » est déjà ouverte.",
            "The cooperation “{cooperation}” is already open.",
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
            "Donnez relayed_from avec l’origine programme-relay, ou ni l’un ni l’autre.",
            "Give relayed_from with the origin programme-relay, or neither.",
        ),
    ),
    "file_closed": (
        (
            "Le dossier « {cooperation} » est clos ({outcome}).",
            "The file “{cooperation}” is closed ({outcome}).",
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
            "{at} est dans le futur : nous sommes le {now}.",
            "{at} is in the future: it is {now}.",
        ),
        (
            "Donnez une date passée ou présente.",
            "Give a date that is past or present.",
        ),
    ),
    "before_previous_step": (
        (
            "{at} précède l’étape précédente du dossier ({previous}).",
            "{at} is before the file’s previous step ({previous}).",
        ),
        (
            "Donnez une date à partir du {previous} ; un fait, lui, peut être antidaté.",
            "Give a date from {previous} on; a fact, though, may be back-dated.",
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
            "La phase {phase} ne peut être franchie : il manque {missing}.",
            "The phase {phase} cannot be passed: {missing} missing.",
        ),
        (
            "Apportez ou faites lever : {missing}.",
            "Provide, or have waived: {missing}.",
        ),
    ),
    "rests_on_later": (
        (
            "Le passage du {at} reposerait sur ce qui n’est venu qu’après (entrée {entry}).",
            "What passes at {at} would rest on what came only later (entry {entry}).",
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
            "Après {phase} vient {following}, non {to}.",
            "After {phase} comes {following}, not {to}.",
        ),
        (
            "Avancez vers {following}.",
            "Advance to {following}.",
        ),
    ),
    "not_an_earlier_phase": (
        (
            "{to} ne précède pas {phase} dans ce programme.",
            "{to} is not before {phase} in this programme.",
        ),
        (
            "Revenez à l’une de : {known}.",
            "Go back to one of: {known}.",
        ),
    ),
    "unknown_deadline": (
        (
            "Le règlement ne connaît pas d’échéance « {deadline} ».",
            "The rulebook knows no deadline “{deadline}”.",
        ),
        (
            "Échéances qui peuvent être prolongées à présent : {known}.",
            "Deadlines that can be extended now: {known}.",
        ),
    ),
    "deadline_not_open": (
        (
            "L’échéance {deadline} ne court pas à présent : elle est tenue, ou ne compte pas encore.",
            "The deadline {deadline} does not run now: it is met, or does not count yet.",
        ),
        (
            "Attendez qu’elle coure ; peuvent être prolongées à présent : {known}.",
            "Wait until it runs; those that can be extended now: {known}.",
        ),
    ),
    "term_is_agreed": (
        (
            "L’échéance {deadline} (le {due}) est le terme de ce qui a été convenu : elle ne se prolonge pas.",
            "The deadline {deadline} ({due}) is the term of what was agreed on: it is not extended.",
        ),
        (
            (
                "Convenez d’un autre terme : celui d’un rôle par ChangeStakeholder, celui de la charte en la signant à "
                "nouveau (DraftCharter, SignCharter)."
            ),
            (
                "Agree on another term: of a role with ChangeStakeholder, of the charter by signing it anew "
                "(DraftCharter, SignCharter)."
            ),
        ),
    ),
    "not_an_extension": (
        (
            "L’échéance {deadline} court déjà jusqu’au {due}.",
            "The deadline {deadline} already runs until {due}.",
        ),
        (
            "Donnez un jour après le {due}.",
            "Give a day after {due}.",
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
            "On n’abandonne pas seul : un abandon se demande et se tranche.",
            "Nobody abandons alone: an abandonment is asked and settled.",
        ),
        (
            "Demandez-le (RequestAbandonment) ; une autre personne tranche.",
            "Ask for it (RequestAbandonment); somebody else settles it.",
        ),
    ),
    "handed_to_whom": (
        (
            "Un dossier transmis nomme la structure locale, et lui seul.",
            "A file handed over names the local body, and only such a file.",
        ),
        (
            "Donnez handed_to avec l’issue handed-over seulement.",
            "Give handed_to with the outcome handed-over only.",
        ),
    ),
    "not_in_last_phase": (
        (
            "La coopération est en phase {phase}, non dans la dernière.",
            "The cooperation is in phase {phase}, not in the last one.",
        ),
        (
            "Avancez jusqu’à la dernière phase, ou transmettez le dossier (handed-over).",
            "Advance to the last phase, or hand the file over (handed-over).",
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
            "L’acte {act} concerne un autre dossier.",
            "Act {act} concerns another file.",
        ),
        (
            "Un import par dossier.",
            "One import per file.",
        ),
    ),
    "import_undated": (
        (
            "L’acte {act} n’a pas de date.",
            "Act {act} has no date.",
        ),
        (
            "Donnez effective_at à chaque acte : une année, un mois ou un jour suffit.",
            "Give each act its effective_at: a year, a month or a day will do.",
        ),
    ),
    "act_refused": (
        (
            "L’acte {act} ({act_type}) est refusé.",
            "Act {act} ({act_type}) is refused.",
        ),
        (
            "Corrigez cet acte, puis importez à nouveau : rien n’a été enregistré.",
            "Correct this act, then import again: nothing was recorded.",
        ),
    ),
}
