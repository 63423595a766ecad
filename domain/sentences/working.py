"""Why experiments, contributions, judgements and waiting for files are refused, and the remedy: each (fr, en)."""

from domain.sentences.shape import Sentences

WORKING: Sentences = {
    "not_experimenting": (
        (
            "La coopération est en phase {phase} : une expérimentation ne commence qu’en phase {following}.",
            "The cooperation is in phase {phase}: an experiment begins only in phase {following}.",
        ),
        (
            "Avancez jusqu’à cette phase (AdvancePhase), ou revenez-y (GoBack).",
            "Advance to that phase (AdvancePhase), or go back to it (GoBack).",
        ),
    ),
    "experiment_exists": (
        (
            "Ce dossier a déjà une expérimentation « {experiment} ».",
            "This file already has an experiment “{experiment}”.",
        ),
        (
            "Choisissez un autre identifiant.",
            "Choose another id.",
        ),
    ),
    "experiment_term": (
        (
            "Une expérimentation commencée alors ne dure pas jusqu’au {until}.",
            "An experiment begun then does not last until {until}.",
        ),
        (
            "Donnez until entre {least} et {most}.",
            "Give until between {least} and {most}.",
        ),
    ),
    "experiments_of_the_year": (
        (
            "{most} expérimentation(s) au plus commencent dans l’année {year} : {known}.",
            "At most {most} experiment(s) begin in the year {year}: {known}.",
        ),
        (
            "Commencez celle-ci une autre année.",
            "Begin this one in another year.",
        ),
    ),
    "unknown_experiment": (
        (
            "Aucune expérimentation « {experiment} » n’est en cours.",
            "No experiment “{experiment}” is running.",
        ),
        (
            "En cours : {known}.",
            "Running: {known}.",
        ),
    ),
    "before_experiment": (
        (
            "{at} précède le début de l’expérimentation « {experiment} » ({began}).",
            "{at} is before the beginning of the experiment “{experiment}” ({began}).",
        ),
        (
            "Donnez une date à partir du {began}.",
            "Give a date from {began} on.",
        ),
    ),
    "cash_is_an_amount": (
        (
            "Une contribution en numéraire est un montant, et rien d’autre.",
            "A contribution in cash is an amount, and nothing else.",
        ),
        (
            "Donnez amount_cents, sans hours.",
            "Give amount_cents, without hours.",
        ),
    ),
    "contribution_of_how_much": (
        (
            "Une contribution en nature a une valeur ou une durée.",
            "A contribution in kind has a value or a duration.",
        ),
        (
            "Donnez amount_cents, hours ou les deux.",
            "Give amount_cents, hours or both.",
        ),
    ),
    "not_judged_by_criteria": (
        (
            "« {item} » ne se juge pas par critères dans cette phase.",
            "“{item}” is not judged by criteria in this phase.",
        ),
        (
            "Se jugent par critères : {known}.",
            "Judged by criteria are: {known}.",
        ),
    ),
    "unknown_criterion": (
        (
            "« {criterion} » n’est pas un critère de {item}.",
            "“{criterion}” is no criterion of {item}.",
        ),
        (
            "Critères : {known}.",
            "Criteria: {known}.",
        ),
    ),
    "unknown_occasion": (
        (
            "Le programme ne compte pas de rendez-vous « {occasion} ».",
            "The programme counts no occasion “{occasion}”.",
        ),
        (
            "Rendez-vous comptés : {known} ; ou n’en nommez pas.",
            "Occasions that count: {known}; or name none.",
        ),
    ),
    "awaits_itself": (
        (
            "Un dossier ne s’attend pas lui-même.",
            "A file does not wait for itself.",
        ),
        (
            "Nommez un autre dossier de l’organisation.",
            "Name another file of the organisation.",
        ),
    ),
    "already_awaited": (
        (
            "Ce dossier attend déjà « {awaited} ».",
            "This file already waits for “{awaited}”.",
        ),
        (
            "Rien à faire : il apprend chaque étape de l’autre.",
            "Nothing to do: it hears of every step of the other.",
        ),
    ),
    "awaited_closed": (
        (
            "Le dossier « {awaited} » est clos sans être achevé ({outcome}) : il n’avancera plus.",
            "The file “{awaited}” is closed without being completed ({outcome}): it will not move on.",
        ),
        (
            "Rouvrez-le d’abord (ReopenCooperation), ou attendez un autre dossier.",
            "Reopen it first (ReopenCooperation), or wait for another file.",
        ),
    ),
    "awaits_each_other": (
        (
            "« {awaited} » attend déjà ce dossier, directement ou par un autre.",
            "“{awaited}” already waits for this file, directly or through another one.",
        ),
        (
            "Attendez un dossier qui n’attend pas celui-ci.",
            "Wait for a file that does not wait for this one.",
        ),
    ),
    "await_after_import": (
        (
            "L’acte {act} attend un autre dossier ({awaited}) : cela ne s’importe pas.",
            "Act {act} waits for another file ({awaited}): that is not imported.",
        ),
        (
            "Retirez cet acte, importez, puis donnez AwaitFile.",
            "Remove this act, import, then give AwaitFile.",
        ),
    ),
}
