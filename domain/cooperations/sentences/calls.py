"""Why applications to calls are refused their steps, and what would make them pass: (fr, en), then the remedy."""

from domain.kernel.text import Sentences

CALLS: Sentences = {
    "outside_period": (
        (
            "Le programme n’ouvre pas de dossier au {at:moment} : sa période va {period}.",
            "The programme opens no file on {at:moment}: its period runs {period}.",
        ),
        (
            "Datez l’ouverture dans cette période, ou choisissez un autre programme.",
            "Date the opening within that period, or choose another programme.",
        ),
    ),
    "no_calls": (
        (
            "Le programme {programme} ne passe pas par des appels à projets.",
            "The programme {programme} has no calls for projects.",
        ),
        (
            "Ouvrez le dossier sans nommer d’appel.",
            "Open the file without naming a call.",
        ),
    ),
    "call_required": (
        (
            "Ce programme reçoit ses dossiers par un appel à projets.",
            "This programme receives its files through a call for projects.",
        ),
        (
            "Nommez l’un des appels ouverts à cette date : {known:call}.",
            "Name one of the calls open at that date: {known:call}.",
        ),
    ),
    "unknown_call": (
        (
            "Le programme n’a pas d’appel « {call} ».",
            "The programme has no call “{call}”.",
        ),
        (
            "Appels ouverts à cette date : {known:call}.",
            "Calls open at that date: {known:call}.",
        ),
    ),
    "call_closed": (
        (
            "L’appel « {call} » ne reçoit rien au {at:moment} : il court {period}.",
            "The call “{call}” receives nothing on {at:moment}: it runs {period}.",
        ),
        (
            "Appels ouverts à cette date : {known:call}.",
            "Calls open at that date: {known:call}.",
        ),
    ),
    "no_application": (
        (
            "Ce dossier ne répond à aucun appel.",
            "This file answers no call.",
        ),
        (
            "Seul un dossier ouvert sous un appel (OpenCooperation) passe par son entonnoir.",
            "Only a file opened under a call (OpenCooperation) goes through its funnel.",
        ),
    ),
    "last_stage": (
        (
            "La candidature a atteint la dernière étape de l’entonnoir : {stage}.",
            "The application has reached the last stage of its funnel: {stage}.",
        ),
        (
            "Poursuivez la coopération (AdvancePhase), ou demandez son abandon (RequestAbandonment).",
            "Go on with the cooperation (AdvancePhase), or ask to abandon it (RequestAbandonment).",
        ),
    ),
    "not_the_next_stage": (
        (
            "Après {stage} vient {following:stage}, non {to:stage}.",
            "After {stage} comes {following:stage}, not {to:stage}.",
        ),
        (
            "Faites-la entrer dans l’étape {following:stage}, ou refusez la candidature (DeclineApplication).",
            "Take it to the stage {following:stage}, or decline the application (DeclineApplication).",
        ),
    ),
    "application_declined": (
        (
            "La candidature est refusée ({known:point}) : le dossier dort.",
            "The application is refused ({known:point}): the file sleeps.",
        ),
        (
            "Redéposez-la en répondant à ces motifs (ResubmitApplication), ou demandez l’abandon.",
            "Bring it back with an answer to these reasons (ResubmitApplication), or ask to abandon.",
        ),
    ),
    "not_declined": (
        (
            "La candidature n’est pas refusée.",
            "The application is not refused.",
        ),
        (
            "Rien à faire.",
            "Nothing to do.",
        ),
    ),
    "no_resubmission": (
        (
            "Le programme {programme} ne reprend pas une candidature refusée.",
            "The programme {programme} takes no refused application again.",
        ),
        (
            "Ouvrez un autre dossier sous un appel ouvert (OpenCooperation).",
            "Open another file under an open call (OpenCooperation).",
        ),
    ),
    "answers_other_points": (
        (
            "La réponse porte sur {answered:point}, le refus sur {known:point}.",
            "The answer is about {answered:point}, the refusal about {known:point}.",
        ),
        (
            "Répondez par un texte à chacun de : {known:point}, et à aucun autre motif.",
            "Answer each of these with a text, and no other point: {known:point}.",
        ),
    ),
    "completion_pending": (
        (
            "Des compléments sont déjà demandés.",
            "A completion is already asked for.",
        ),
        (
            "Notez d’abord qu’ils sont arrivés (ReceiveCompletion).",
            "Record first that it has come (ReceiveCompletion).",
        ),
    ),
    "completion_awaited": (
        (
            "Des compléments sont attendus depuis le {since:moment}, et le règlement veut qu’ils viennent d’abord.",
            "A completion has been awaited since {since:moment}, and the rulebook wants it first.",
        ),
        (
            "Enregistrez ce qui est venu (ReceiveCompletion) ; `escale show` dit ce qui a été demandé.",
            "Record what has come (ReceiveCompletion); `escale show` says what was asked for.",
        ),
    ),
    "no_completion": (
        (
            "Aucun complément n’est demandé.",
            "No completion is asked for.",
        ),
        (
            "Demandez-le d’abord (AskForCompletion).",
            "Ask for it first (AskForCompletion).",
        ),
    ),
}
