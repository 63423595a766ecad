"""Why experiments, contributions, judgements and waiting for files are refused, and the remedy: each (fr, en)."""

from domain.kernel.text import Sentences

WORKING: Sentences = {
    "not_experimenting": (
        (
            "La coopération est en phase {phase} : une expérimentation ne commence qu’en phase {following:phase}.",
            "The cooperation is in phase {phase}: an experiment begins only in phase {following:phase}.",
        ),
        (
            "Avancez jusqu’à cette phase (AdvancePhase), ou revenez-y (GoBack).",
            "Advance to that phase (AdvancePhase), or go back to it (GoBack).",
        ),
    ),
    "experiment_exists": (
        (
            "Ce dossier a déjà une expérimentation « {experiment:own} ».",
            "This file already has an experiment “{experiment:own}”.",
        ),
        (
            "Choisissez un autre identifiant.",
            "Choose another id.",
        ),
    ),
    "experiment_term": (
        (
            "Une expérimentation commencée alors ne dure pas jusqu’au {until:moment}.",
            "An experiment begun then does not last until {until:moment}.",
        ),
        (
            "Donnez un dernier jour entre {least:moment} et {most:moment}.",
            "Give a last day between {least:moment} and {most:moment}.",
        ),
    ),
    "experiments_of_the_year": (
        (
            "Expérimentations commencées dans l’année {year:number}, {most:number} au plus : {known:own}.",
            "Experiments begun in the year {year:number}, at most {most:number}: {known:own}.",
        ),
        (
            "Commencez celle-ci une autre année.",
            "Begin this one in another year.",
        ),
    ),
    "unknown_experiment": (
        (
            "Aucune expérimentation « {experiment:own} » n’est en cours.",
            "No experiment “{experiment:own}” is running.",
        ),
        (
            "En cours : {known:own}.",
            "Running: {known:own}.",
        ),
    ),
    "before_experiment": (
        (
            "La date donnée ({at:moment}) précède le début de l’expérimentation « {experiment:own} » ({began:moment}).",
            "The date given ({at:moment}) is before the beginning of “{experiment:own}” ({began:moment}).",
        ),
        (
            "Donnez une date à partir du {began:moment}.",
            "Give a date from {began:moment} on.",
        ),
    ),
    "cash_is_an_amount": (
        (
            "Une contribution en numéraire est un montant, et rien d’autre.",
            "A contribution in cash is an amount, and nothing else.",
        ),
        (
            "Donnez un montant, sans heures.",
            "Give an amount, without hours.",
        ),
    ),
    "contribution_of_how_much": (
        (
            "Une contribution en nature a une valeur ou une durée.",
            "A contribution in kind has a value or a duration.",
        ),
        (
            "Donnez un montant, des heures ou les deux.",
            "Give an amount, hours or both.",
        ),
    ),
    "not_judged_by_criteria": (
        (
            "« {item} » ne se juge pas par critères dans cette phase.",
            "“{item}” is not judged by criteria in this phase.",
        ),
        (
            "Se jugent par critères : {known:item}.",
            "Judged by criteria are: {known:item}.",
        ),
    ),
    "unknown_criterion": (
        (
            "« {criterion} » n’est pas un critère de {item}.",
            "“{criterion}” is no criterion of {item}.",
        ),
        (
            "Critères : {known:criterion}.",
            "Criteria: {known:criterion}.",
        ),
    ),
    "unknown_occasion": (
        (
            "Le programme ne compte pas de rendez-vous « {occasion} ».",
            "The programme counts no occasion “{occasion}”.",
        ),
        (
            "Rendez-vous comptés : {known:occasion} ; ou n’en nommez pas.",
            "Occasions that count: {known:occasion}; or name none.",
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
            "Ce dossier attend déjà « {awaited:id} ».",
            "This file already waits for “{awaited:id}”.",
        ),
        (
            "Rien à faire : il apprend chaque étape de l’autre.",
            "Nothing to do: it hears of every step of the other.",
        ),
    ),
    "awaited_closed": (
        (
            "La coopération « {awaited:id} » est close sans être achevée ({outcome:closing}) : elle n’avancera plus.",
            "The file “{awaited:id}” is closed without being completed ({outcome:closing}): it will not move on.",
        ),
        (
            "Rouvrez-la d’abord (ReopenCooperation), ou attendez un autre dossier.",
            "Reopen it first (ReopenCooperation), or wait for another file.",
        ),
    ),
    "awaits_each_other": (
        (
            "« {awaited:id} » attend déjà ce dossier, directement ou par un autre.",
            "“{awaited:id}” already waits for this file, directly or through another one.",
        ),
        (
            "Attendez un dossier qui n’attend pas celui-ci.",
            "Wait for a file that does not wait for this one.",
        ),
    ),
    "await_after_import": (
        (
            "L’acte {act:number} attend un autre dossier ({awaited:id}) : cela ne s’importe pas.",
            "Act {act:number} waits for another file ({awaited:id}): that is not imported.",
        ),
        (
            "Retirez cet acte, importez, puis donnez AwaitFile.",
            "Remove this act, import, then give AwaitFile.",
        ),
    ),
}
