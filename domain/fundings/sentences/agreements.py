"""Why agreements, amendments and endings of fundings are refused: (fr, en), then the remedy (fr, en)."""

from domain.kernel.text import Sentences

AGREEMENTS: Sentences = {
    "agreement_in_force": (
        (
            "La convention est signée de toutes les parties.",
            "The agreement is signed by all parties.",
        ),
        (
            "Proposez un avenant (ProposeAmendment).",
            "Propose an amendment (ProposeAmendment).",
        ),
    ),
    "no_agreement": (
        (
            "Il n’y a pas ici de convention à signer ou à amender.",
            "There is no agreement here to sign or to amend.",
        ),
        (
            "Préparez-la d’abord (PrepareAgreement) ; ses parties ne s’amendent qu’une fois signée.",
            "Lay it down first (PrepareAgreement); its parties are amended only once it is signed.",
        ),
    ),
    "agreed_with_nobody": (
        (
            "Une convention a deux parties au moins, le financeur et une autre : « {party:own} » y est seule.",
            "An agreement has two parties at least, the funder and another: “{party:own}” is alone in it.",
        ),
        (
            "Préparez-la avec toutes ses parties (PrepareAgreement) ; elle est signée une fois que toutes l’ont fait.",
            "Prepare it with all its parties (PrepareAgreement); it is signed once all of them have.",
        ),
    ),
    "party_twice": (
        (
            "La partie « {party:own} » est nommée deux fois.",
            "The party “{party:own}” is named twice.",
        ),
        (
            "Nommez chaque partie une fois.",
            "Name each party once.",
        ),
    ),
    "unknown_party": (
        (
            "« {party:own} » n’est pas partie ici.",
            "“{party:own}” is no party here.",
        ),
        (
            "Parties : {known:own}.",
            "Parties: {known:own}.",
        ),
    ),
    "party_signed": (
        (
            "« {party:own} » a déjà signé.",
            "“{party:own}” has signed already.",
        ),
        (
            "Rien à faire, ou donnez la partie qui vient de signer.",
            "Nothing to do, or give the party that has just signed.",
        ),
    ),
    "unknown_condition": (
        (
            "La décision ne pose pas de condition « {condition:own} ».",
            "The decision has no condition “{condition:own}”.",
        ),
        (
            "Conditions : {known:own}.",
            "Conditions: {known:own}.",
        ),
    ),
    "condition_met": (
        (
            "La condition « {condition:own} » est déjà remplie.",
            "The condition “{condition:own}” is met already.",
        ),
        (
            "Rien à faire.",
            "Nothing to do.",
        ),
    ),
    "unknown_source": (
        (
            "Le plan ne nomme pas de cofinanceur « {source:own} ».",
            "The plan names no co-funder “{source:own}”.",
        ),
        (
            "Cofinanceurs : {known:own}.",
            "Co-funders: {known:own}.",
        ),
    ),
    "source_confirmed": (
        (
            "Le cofinanceur « {source:own} » a déjà confirmé.",
            "The co-funder “{source:own}” has confirmed already.",
        ),
        (
            "Rien à faire.",
            "Nothing to do.",
        ),
    ),
    "no_matching": (
        (
            "Le dispositif « {instrument} » n’abonde pas les dons de citoyens.",
            "The instrument “{instrument}” does not match what citizens give.",
        ),
        (
            "Enregistrez-les sous un dispositif qui les abonde.",
            "Record them under an instrument that matches them.",
        ),
    ),
    "contribution_counted": (
        (
            "La contribution « {contribution:id} » est déjà comptée.",
            "The contribution “{contribution:id}” is counted already.",
        ),
        (
            "Une contribution compte une fois ; donnez sa propre référence à une autre.",
            "A contribution counts once; give another one its own reference.",
        ),
    ),
    "amendment_exists": (
        (
            "Un avenant « {amendment:id} » existe déjà.",
            "An amendment “{amendment:id}” exists already.",
        ),
        (
            "Choisissez un autre identifiant.",
            "Choose another id.",
        ),
    ),
    "amendment_pending": (
        (
            "L’avenant « {amendment:id} » attend encore ({stage:amendment}).",
            "The amendment “{amendment:id}” is still pending ({stage:amendment}).",
        ),
        (
            "Décidez-le, faites-le signer, ou retirez-le (WithdrawAmendment) : il n’y en a qu’un à la fois.",
            "Decide it, have it signed, or withdraw it (WithdrawAmendment): there is one at a time.",
        ),
    ),
    "unknown_amendment": (
        (
            "Aucun avenant « {amendment:id} » n’attend cela.",
            "No amendment “{amendment:id}” is waiting for that.",
        ),
        (
            "En attente : {known:id}.",
            "Waiting: {known:id}.",
        ),
    ),
    "below_what_is_paid": (
        (
            "{amount:euros} sont moins que les {least:euros} payés, engagés ou rendus.",
            "{amount:euros} are less than the {least:euros} paid, on their way or given back.",
        ),
        (
            "Donnez au moins {least:euros} ; ce qui est payé se réclame (ReclaimFunds).",
            "Give at least {least:euros}; what is paid is reclaimed (ReclaimFunds).",
        ),
    ),
    "which_deadline": (
        (
            "Plusieurs échéances « {deadline} » sont ouvertes, ou aucune pour ce sujet.",
            "Several deadlines “{deadline}” are open, or none for that subject.",
        ),
        (
            "Dites laquelle : {known:subject}.",
            "Say which: {known:subject}.",
        ),
    ),
    "nothing_to_release": (
        (
            "Rien n’est réservé pour « {funding:id} » qui ne soit payé.",
            "Nothing is set aside for “{funding:id}” that is not paid.",
        ),
        (
            "Rien à rendre ; ce qui est payé se réclame (ReclaimFunds).",
            "Nothing to give back; what is paid is reclaimed (ReclaimFunds).",
        ),
    ),
    "reclaims_too_much": (
        (
            "{asked:euros} dépassent ce qui peut encore être réclamé, {left:euros}.",
            "{asked:euros} are more than what can still be reclaimed, {left:euros}.",
        ),
        (
            "Réclamez au plus {left:euros}.",
            "Reclaim at most {left:euros}.",
        ),
    ),
    "money_unsettled": (
        (
            "{settled:euros} sont payés ou rendus, sur {granted:euros} accordés.",
            "{settled:euros} are paid or given back, of {granted:euros} granted.",
        ),
        (
            "Payez ce qui est dû, ou rendez le reste (ReleaseFunds).",
            "Pay what is owed, or give the rest back (ReleaseFunds).",
        ),
    ),
    "refunds_outstanding": (
        (
            "{refunded:euros} sont revenus, sur {reclaimed:euros} réclamés.",
            "{refunded:euros} have come back, of {reclaimed:euros} reclaimed.",
        ),
        (
            "Enregistrez ce qui revient (RecordRefund).",
            "Record what comes back (RecordRefund).",
        ),
    ),
    "reports_outstanding": (
        (
            "Des rapports ne sont pas acceptés : {reports:report}.",
            "Reports are not accepted: {reports:report}.",
        ),
        (
            "Recevez-les et acceptez-les d’abord (SubmitReport, AcceptReport).",
            "Have them submitted and accepted first (SubmitReport, AcceptReport).",
        ),
    ),
}
