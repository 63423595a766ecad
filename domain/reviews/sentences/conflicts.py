"""Why somebody has no hand in a request, and what would make it pass: (fr, en), then the remedy."""

from domain.kernel.text import Sentences

CONFLICTS: Sentences = {
    "has_conflict": (
        (
            "Un conflit d’intérêts a été déclaré (avis « {review:id} ») : vous ne prenez aucune part à cette demande.",
            "A conflict of interest was declared (review “{review:id}”): you have no hand in this request.",
        ),
        (
            (
                "Laissez agir quelqu’un d’autre ; s’il n’y a personne, l’administration change les personnes "
                "chargées du dossier (HandOverManagers) ou donne un rôle (GrantRole)."
            ),
            (
                "Let somebody else act; if there is nobody, an administrator changes those in charge "
                "(HandOverManagers) or gives a role (GrantRole)."
            ),
        ),
    ),
    "has_asked": (
        (
            (
                "Vous avez demandé cet argent, dont une instance juge (avis « {review:id} ») : vous n’en décidez "
                "pas et ne le payez pas."
            ),
            "You asked for this money (review “{review:id}”): you neither decide about it nor pay it.",
        ),
        (
            "Laissez agir quelqu’un d’autre ; s’il n’y a personne, l’administration donne un rôle (GrantRole).",
            "Let somebody else act; if there is nobody, an administrator gives a role (GrantRole).",
        ),
    ),
    "has_not_declared": (
        (
            "Vous siégez sur cette demande (avis « {review:id} ») sans avoir déclaré vos intérêts.",
            "You sit on this request (review “{review:id}”) and have not declared your interests.",
        ),
        (
            "Déclarez-les d’abord (DeclareInterests) : cela se fait aussi une fois l’avis rendu.",
            "Declare them first (DeclareInterests): also once the review has ended.",
        ),
    ),
    "payments_in_conflict": (
        (
            (
                "Vous ne prenez aucune part à ces financements : {fundings:id} (conflit d’intérêts, intérêts non "
                "déclarés ou argent que vous avez demandé)."
            ),
            (
                "You have no hand in these fundings: {fundings:id} (a conflict of interest, interests not declared, or "
                "money that you asked for)."
            ),
        ),
        (
            "Laissez-les à une autre personne chargée des finances, et remettez les autres (--payment).",
            "Leave them to another finance officer, and send the others (--payment).",
        ),
    ),
    "bank_details_in_conflict": (
        (
            (
                "Les coordonnées bancaires {version:number} du compte {account} ont été données ou vérifiées par "
                "quelqu’un qui ne prend aucune part à cette demande."
            ),
            (
                "Bank details {version:number} of account {account} were given or checked by somebody who has no "
                "hand in this request."
            ),
        ),
        (
            "Faites-les donner et vérifier à nouveau par d’autres (ProposeBankDetails, ConfirmBankDetails).",
            "Have them given and checked again by others (ProposeBankDetails, ConfirmBankDetails).",
        ),
    ),
}
