"""Refusals about deadlines: extending them, silence that counts as an answer, and outages."""

from domain.kernel.text import Sentences

DEADLINES: Sentences = {
    "no_silence_counts": (
        (
            "L’échéance {occurrence} n’est pas ouverte, ou le silence n’y compte pas.",
            "The deadline {occurrence} is not open, or silence does not count for it.",
        ),
        (
            "Seul le règlement dit où le silence compte : échéance ouverte, dossier éveillé.",
            "Only the rulebook says where silence counts: the deadline is open, the file awake.",
        ),
    ),
    "silence_too_early": (
        (
            "Le silence sur {occurrence} ne compte pas avant le {since:moment}.",
            "Silence about {occurrence} does not count before {since:moment}.",
        ),
        (
            "Attendez cette date : une réponse est encore possible.",
            "Wait for that date: an answer is still possible.",
        ),
    ),
    "silence_untold": (
        (
            "Personne n’a été prévenu de {occurrence} : le silence n’y compte pas.",
            "Nobody was told of {occurrence}: silence about it does not count.",
        ),
        (
            "Il comptera quand un rappel sera parti et arrivé.",
            "It will count once a reminder has left and arrived.",
        ),
    ),
    "silence_undelivered": (
        (
            "Un message sur {occurrence} n’est pas arrivé, ou on l’ignore : le silence ne compte pas.",
            "A message about {occurrence} has not arrived, or nobody knows: silence does not count.",
        ),
        (
            "Décidez du message en doute (SettleDelivery).",
            "Decide about the message in doubt (SettleDelivery).",
        ),
    ),
    "silence_vacant": (
        (
            "Un membre qui doit un avis n’a plus le rôle de son siège : le silence sur {occurrence} ne compte pas.",
            "A member who owes an opinion has lost the role of their seat: silence about {occurrence} does not count.",
        ),
        (
            "Remplacez-le (ReplaceMember) : son remplaçant a son propre délai.",
            "Replace them (ReplaceMember): whoever takes their place has a deadline of their own.",
        ),
    ),
    "silence_after_outage": (
        (
            "Le service était interrompu : le silence sur {occurrence} ne compte pas avant le {since:moment}.",
            "The service was interrupted: silence about {occurrence} does not count before {since:moment}.",
        ),
        (
            "Chacun garde un jour ouvré entier après l’interruption.",
            "Everybody keeps a whole working day after the outage.",
        ),
    ),
    "silence_counts_otherwise": (
        (
            "Le silence sur {occurrence} compte, mais comme : {counts_as:counts-as}.",
            "Silence about {occurrence} counts, but as: {counts_as:counts-as}.",
        ),
        (
            "Seul le règlement dit ce que vaut le silence.",
            "Only the rulebook says what silence counts as.",
        ),
    ),
    "outage_reversed": (
        (
            "Une interruption du service finit après avoir commencé, et avant maintenant ({now:moment}).",
            "An outage ends after it began, and before now ({now:moment}).",
        ),
        (
            "Donnez le dernier instant où le service travaillait, puis celui de son retour.",
            "Give the last instant at which the service worked, then that of its return.",
        ),
    ),
    "outage_known": (
        (
            "Une interruption jusqu’à {until:moment} est déjà enregistrée.",
            "An outage until {until:moment} is recorded already.",
        ),
        (
            "Enregistrez ce qui a commencé après.",
            "Record what began after it.",
        ),
    ),
    "unknown_deadline": (
        (
            "Le règlement ne connaît pas d’échéance « {deadline} ».",
            "The rulebook knows no deadline “{deadline}”.",
        ),
        (
            "Échéances qui peuvent être prolongées à présent : {known:deadline}.",
            "Deadlines that can be extended now: {known:deadline}.",
        ),
    ),
    "deadline_not_open": (
        (
            "L’échéance {deadline} ne court pas à présent : elle est tenue, ou ne compte pas encore.",
            "The deadline {deadline} does not run now: it is met, or does not count yet.",
        ),
        (
            "Attendez qu’elle coure ; peuvent être prolongées à présent : {known:deadline}.",
            "Wait until it runs; those that can be extended now: {known:deadline}.",
        ),
    ),
    "term_is_agreed": (
        (
            "L’échéance {deadline} (le {due:day}) est le terme de ce qui a été convenu : elle ne se prolonge pas.",
            "The deadline {deadline} ({due:day}) is the term of what was agreed on: it is not extended.",
        ),
        (
            (
                "Convenez d’un autre terme : celui d’un rôle par ChangeStakeholder, celui de la charte en la signant à "
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
            "L’échéance {deadline} court déjà jusqu’au {due:day}.",
            "The deadline {deadline} already runs until {due:day}.",
        ),
        (
            "Donnez un jour après le {due:day}.",
            "Give a day after {due:day}.",
        ),
    ),
}
