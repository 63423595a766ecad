"""What each finding of a verification says, and what to do about it, by its code."""

from collections.abc import Mapping

from language import Text

FINDINGS: Mapping[str, Text] = {
    "position_missing": Text("une entrée manque", "an entry is missing"),
    "hash_differs": Text(
        "l’entrée, ou son heure, n’est pas celle qui a été enregistrée : son empreinte ne suit pas de la précédente",
        "the entry, or its time, is not the one recorded: its hash does not follow from the one before",
    ),
    "time_goes_back": Text(
        "l’heure d’enregistrement précède celle de l’entrée d’avant",
        "its time of recording is earlier than that of the entry before",
    ),
    "not_json": Text(
        "l’entrée n’est pas un objet JSON lisible", "the entry is no JSON object that can be read"
    ),
    "key_twice": Text(
        "l’entrée porte deux fois la même clé : selon qui la lit, elle dit une chose ou l’autre",
        "the entry has a key twice: it says one thing or another, depending on who reads it",
    ),
    "not_canonical": Text(
        "l’entrée n’est pas écrite comme le service écrit (RFC 8785)",
        "the entry is not written as the service writes (RFC 8785)",
    ),
    "content_differs": Text(
        "l’entrée et sa copie pour les recherches ne disent pas la même chose",
        "the entry and its copy for queries do not say the same",
    ),
    "entry_out_of_order": Text(
        "l’entrée n’est pas la suivante de son dossier : une autre manque, ou celle-ci est de trop",
        "the entry is not the next of its file: another is missing, or this one is too many",
    ),
    "tail_missing": Text(
        "les dernières entrées manquent : le registre dit aller plus loin",
        "the last entries are missing: the ledger says that it goes further",
    ),
    "head_differs": Text(
        "la tête du registre ne dit pas la même chose que sa dernière entrée",
        "the head of the ledger does not say the same as its last entry",
    ),
    "position_outside": Text(
        "une entrée se trouve hors du registre, qui va de 1 à {head} ; elle ne compte nulle part (flux {stream})",
        "an entry lies outside the ledger, which runs from 1 to {head}; it counts nowhere (stream {stream})",
    ),
    "position_twice": Text("{times} entrées ont la même position", "{times} entries have the same position"),
    "second_head": Text("le registre a {heads} têtes", "the ledger has {heads} heads"),
    "head_missing": Text(
        "l’organisation {organisation} n’a plus de tête, mais il en reste des traces ({table})",
        "the organisation {organisation} has no head any more, but something is left of it ({table})",
    ),
    "ledger_empty": Text(
        "le registre est vide : sa fondation n’est pas finie, ou il a été vidé",
        "the ledger is empty: its founding was not finished, or it was emptied",
    ),
    "founding_missing": Text(
        "la première entrée n’est pas la fondation", "the first entry is not the founding"
    ),
    "other_kind": Text(
        "fondé comme registre « {founded} », il se dit « {kind} »",
        "founded as a “{founded}” ledger, it calls itself “{kind}”",
    ),
    "clock_missing": Text("cette simulation n’a plus d’horloge", "this simulation has no clock any more"),
    "clock_unwanted": Text(
        "ce registre réel a une horloge simulée", "this real ledger has a simulated clock"
    ),
    "event_unreadable": Text(
        "cette version ne sait pas lire l’entrée (« {type} », version {version}, flux {stream})",
        "this release cannot read the entry (“{type}”, version {version}, stream {stream})",
    ),
    "outcome_missing": Text(
        "la commande {command} a une entrée, et son issue a disparu",
        "the command {command} has an entry, and its outcome is gone",
    ),
    "outcome_twice": Text("la commande {command} a deux issues", "the command {command} has two outcomes"),
    "outcome_differs": Text(
        "l’issue de la commande {command} ne dit pas ce que disent ses entrées ({fields})",
        "the outcome of the command {command} does not say what its entries say ({fields})",
    ),
    "outcome_refused": Text(
        "la commande {command} est enregistrée, et son issue dit qu’elle est refusée",
        "the command {command} is recorded, and its outcome says that it was refused",
    ),
    "outcome_without_events": Text(
        "l’issue de la commande {command} dit des entrées que le registre n’a pas d’elle",
        "the outcome of the command {command} tells of entries that the ledger does not have of it",
    ),
    "outcome_unreadable": Text(
        "le refus de la commande {command} ne se lit pas",
        "the refusal of the command {command} cannot be read",
    ),
    "refusal_missing": Text("le refus numéro {number} a disparu", "refusal number {number} is gone"),
    "refusal_unnumbered": Text(
        "le refus de la commande {command} n’a pas le numéro qu’il devrait avoir",
        "the refusal of the command {command} has not the number that it should have",
    ),
    "command_key_missing": Text(
        "la clé qui reconnaît la commande {command} a disparu sans effacement : répétée, elle passerait pour la même",
        "the key that recognises the command {command} is gone without an erasure: anything under its id would pass",
    ),
    "command_key_unwanted": Text(
        "une clé est gardée pour la commande {command}, qui n’en a pas ou plus",
        "a key is kept for the command {command}, which has none, or none any more",
    ),
    "text_altered": Text(
        "un texte confidentiel n’est pas celui qui a été enregistré",
        "a private text is not the one that was recorded",
    ),
    "texts_exchanged": Text(
        "un texte confidentiel et celui de la position {other} ont été échangés",
        "a private text and that of position {other} were exchanged",
    ),
    "text_missing": Text(
        "un texte confidentiel a disparu sans avoir été effacé", "a private text is gone without an erasure"
    ),
    "text_back": Text("un texte effacé est revenu", "a text that was erased is back"),
    "text_moved": Text(
        "un texte confidentiel est rattaché à une autre commande ou à une autre personne : un effacement le manquerait",
        "a private text is tied to another command or another person: an erasure would miss it",
    ),
    "text_of_no_event": Text(
        "le coffre garde un texte dont aucune entrée ne parle (commande {command})",
        "the vault keeps a text of which no entry speaks (command {command})",
    ),
    "letter_missing": Text(
        "un rappel est enregistré, et sa lettre a disparu", "a reminder is recorded, and its letter is gone"
    ),
    "letter_unclaimed": Text(
        "la lettre {letter} (dossier {file}) n’a aucun rappel au registre",
        "the letter {letter} (file {file}) has no reminder in the ledger",
    ),
    "letter_differs": Text(
        "la lettre {letter} n’est pas celle de son rappel ({fields})",
        "the letter {letter} is not that of its reminder ({fields})",
    ),
    "letter_state": Text(
        "la lettre {letter} (dossier {file}) est dite « {state} » ; le registre dit « {said} »",
        "the letter {letter} (file {file}) is said to be “{state}”; the ledger says “{said}”",
    ),
    "letter_emptied": Text(
        "la lettre {letter} est vide, et personne n’a été effacé",
        "the letter {letter} is empty, and nobody was erased",
    ),
    "checkpoint_ahead": Text(
        "{reader} dit avoir lu jusqu’ici un registre qui va jusqu’à {head}",
        "{reader} says that it has read up to here a ledger that ends at {head}",
    ),
    "checkpoint_differs": Text(
        "{reader} a lu jusqu’ici une autre histoire que celle du registre",
        "{reader} has read up to here another history than the ledger’s",
    ),
    "row_differs": Text(
        "la vue {table} ne dit pas de {key} ce que dit le registre",
        "the read model {table} does not say of {key} what the ledger says",
    ),
    "row_missing": Text("la vue {table} ne montre pas {key}", "the read model {table} does not show {key}"),
    "row_unwanted": Text(
        "la vue {table} montre {key}, que le registre n’y met pas",
        "the read model {table} shows {key}, which the ledger does not put there",
    ),
    "rows_not_folded": Text(
        "le flux {stream} ne se replie pas ({why}) : ses vues ne sont pas comparées",
        "the stream {stream} cannot be folded ({why}): its read models are not compared",
    ),
    "anchor_beyond": Text(
        "le registre s’arrête en {head}, avant la position qui a été notée : il a été raccourci, ou restauré",
        "the ledger ends at {head}, before the position that was noted: it was cut, or restored",
    ),
    "anchor_differs": Text(
        "l’empreinte n’est pas celle qui a été notée : tout ou partie de ce qui précède a été réécrit, "
        "ou c’est un autre registre",
        "the hash is not the one that was noted: what comes before was rewritten, or it is another ledger",
    ),
    "migrations_missing": Text(
        "la base n’a pas les migrations {migrations} de cette version : ses gardes ne sont pas vérifiées",
        "the database lacks the migrations {migrations} of this release: its guards are not checked",
    ),
    "migrations_unknown": Text(
        "la base a les migrations {migrations}, que cette version ne connaît pas : ses gardes ne sont pas vérifiées",
        "the database has the migrations {migrations}, unknown to this release: its guards are not checked",
    ),
    "migration_changed": Text(
        "la migration {migration} n’est pas celle de cette version : ses gardes ne sont pas vérifiées",
        "the migration {migration} is not that of this release: its guards are not checked",
    ),
    "guard_missing": Text("{kind} a disparu : {name}", "{kind} is gone: {name}"),
    "guard_changed": Text(
        "{kind} a changé : {name} ({fact} : {there} au lieu de {due})",
        "{kind} was changed: {name} ({fact}: {there} instead of {due})",
    ),
    "guard_unwanted": Text(
        "{kind} qu’aucune migration n’a posé : {name}", "{kind} that no migration laid: {name}"
    ),
    "not_checked": Text(
        "la base n’a pas laissé lire ce qu’il faut ({why}) : {subject} non vérifié",
        "the database did not let us read what is needed ({why}): {subject} not checked",
    ),
}

_HISTORY = Text(
    "Quelqu’un a changé l’histoire derrière le service. Gardez la base telle qu’elle est pour qui l’examinera ; "
    "comparez avec une sauvegarde et restaurez-la.",
    "Somebody changed history behind the service. Keep the database as it is for whoever examines it; "
    "compare it with a backup, and restore that.",
)
_OUTSIDE = Text(
    "Le service ne lit pas cette entrée. Cherchez qui l’a écrite et avec quels droits, puis retirez-la.",
    "The service does not read that entry. Find out who wrote it and by what right, then remove it.",
)
_FOUNDING = Text(
    "Si la fondation a été interrompue, refaites `escale found` ; sinon restaurez une sauvegarde.",
    "If the founding was interrupted, run `escale found` again; if not, restore a backup.",
)
_RELEASE = Text(
    "Prenez la version la plus récente d’Escale ; si elle ne sait pas davantage, restaurez une sauvegarde.",
    "Use the latest release of Escale; if it cannot either, restore a backup.",
)
_TEXT = Text(
    "Ce texte seul est perdu, le reste tient. Reprenez-le d’une sauvegarde, ou redemandez-le à qui l’a écrit.",
    "That text alone is lost, the rest holds. Take it from a backup, or ask whoever wrote it.",
)
_STRAY = Text(
    "Rien ne le montre. Cherchez qui l’a mis là, puis retirez-le.",
    "Nothing shows it. Find out who put it there, then remove it.",
)
_LETTER = Text(
    "Le registre fait foi. Arrêtez l’ouvrier avant qu’une lettre ne parte de trop, et remettez l’état qu’il dit.",
    "The ledger is what counts. Stop the worker before a letter goes out too often, and put back what it says.",
)
_REBUILD = Text("`escale rebuild` refait les vues depuis le registre.", "`escale rebuild` folds them anew.")
_ANCHOR = Text(
    "Comparez avec une sauvegarde d’avant la note ; gardez la base telle qu’elle est.",
    "Compare with a backup from before the note; keep the database as it is.",
)
_MIGRATE = Text(
    "Employez la version d’Escale qui va avec cette base, ou passez ses migrations (`escale up`, `migrate`).",
    "Use the release of Escale that goes with this database, or run its migrations (`escale up`, `migrate`).",
)
_GUARD = Text(
    "Remettez ce que les migrations posent (eventstore/migrations), et cherchez qui l’a changé et ce qui a suivi.",
    "Put back what the migrations lay (eventstore/migrations); find out who changed it, and what was done since.",
)

REMEDIES: Mapping[str, Text] = {
    **dict.fromkeys(FINDINGS, _HISTORY),
    "position_outside": _OUTSIDE,
    "ledger_empty": _FOUNDING,
    "founding_missing": _FOUNDING,
    "event_unreadable": _RELEASE,
    **dict.fromkeys(("text_altered", "texts_exchanged", "text_missing"), _TEXT),
    **dict.fromkeys(("text_back", "text_of_no_event", "command_key_unwanted"), _STRAY),
    **dict.fromkeys((one for one in FINDINGS if one.startswith("letter_")), _LETTER),
    **dict.fromkeys((one for one in FINDINGS if one.startswith(("row_", "rows_", "checkpoint_"))), _REBUILD),
    **dict.fromkeys((one for one in FINDINGS if one.startswith("anchor_")), _ANCHOR),
    **dict.fromkeys((one for one in FINDINGS if one.startswith("migration")), _MIGRATE),
    **dict.fromkeys((one for one in FINDINGS if one.startswith("guard_")), _GUARD),
    "not_checked": _GUARD,
}

BEYOND = Text(
    "Ce qu’aucune vérification ne voit de l’intérieur : une base réécrite d’un bout à l’autre de façon cohérente ; "
    "un refus changé ou retiré, car les refus ne sont pas chaînés ; les mots d’une lettre qui attend ; "
    "ce qui n’a jamais été enregistré. Contre une réécriture, notez de temps en temps la tête ailleurs "
    "(un courriel, un procès-verbal), et comparez : escale verify --against POSITION:EMPREINTE",
    "What no check can see from inside: a database rewritten from end to end so that everything agrees; "
    "a refusal that was changed or taken away, for refusals are not chained; the words of a letter that waits; "
    "what was never recorded. Against a rewrite, note the head elsewhere from time to time (a letter, minutes), "
    "and compare: escale verify --against POSITION:HASH",
)
"""What the verification itself says of its limits."""
