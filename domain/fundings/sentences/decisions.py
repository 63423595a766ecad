"""Why decisions about money are refused: (fr, en), then the remedy (fr, en)."""

from domain.kernel.text import Sentences

DECISIONS: Sentences = {
    "nobody_decides": (
        (
            "Le règlement ne dit pas qui décide de {amount:euros} pour « {instrument} ».",
            "The rulebook does not say who decides {amount:euros} under “{instrument}”.",
        ),
        (
            "Publiez un règlement dont le circuit atteint ce montant (PublishRulebook).",
            "Publish a rulebook whose circuit reaches that amount (PublishRulebook).",
        ),
    ),
    "review_needed": (
        (
            "La décision revient à une instance : {panels:body}.",
            "The decision is up to a panel: {panels:body}.",
        ),
        (
            "Donnez l’avis conclu de cette instance sur cette demande.",
            "Give the review in which that panel concluded about this request.",
        ),
    ),
    "review_of_another": (
        (
            "L’avis « {review:id} » porte sur autre chose que ceci.",
            "The review “{review:id}” is about something else.",
        ),
        (
            "Donnez un avis sur {funding:id}, ou sur son avenant s’il s’agit de lui.",
            "Give a review about {funding:id}, or about its amendment if that is decided.",
        ),
    ),
    "review_not_concluded": (
        (
            "L’avis « {review:id} » n’a pas donné de réponse.",
            "The review “{review:id}” has given no answer.",
        ),
        (
            "Attendez sa conclusion (ConcludeReview), ou nommez un autre avis.",
            "Wait for its conclusion (ConcludeReview), or name another review.",
        ),
    ),
    "review_outdated": (
        (
            "L’avis « {review:id} » porte sur une version antérieure de la demande.",
            "The review “{review:id}” is about an earlier version of the request.",
        ),
        (
            "Demandez un avis sur la dernière version (OpenReview).",
            "Ask for a review of the last version (OpenReview).",
        ),
    ),
    "review_misfits": (
        (
            "L’avis « {review:id} » n’est pas celui d’une instance qui décide de ce montant.",
            "The review “{review:id}” is not of a panel that decides this amount.",
        ),
        (
            "Donnez un avis de : {panels:body}.",
            "Give a review of: {panels:body}.",
        ),
    ),
    "panel_advises": (
        (
            "L’instance « {panel} » donne un avis, elle ne décide pas.",
            "The panel “{panel}” gives advice, it does not decide.",
        ),
        (
            "Faites décider qui y a droit, en citant cet avis.",
            "Have those decide who may, citing that advice.",
        ),
    ),
    "review_says_otherwise": (
        (
            "L’avis « {review:id} » a conclu : {outcome:review}. La décision enregistrée ({decision}) dit autre chose.",
            "The review “{review:id}” concluded: {outcome:review}. The decision ({decision}) says otherwise.",
        ),
        (
            "Enregistrez ce que l’instance a décidé, ou redemandez-lui.",
            "Record what the panel decided, or ask it again.",
        ),
    ),
    "panel_saw_otherwise": (
        (
            (
                "L’instance s’est prononcée sur {seen:euros} (conditions : {seen_conditions:own}), non sur "
                "{given:euros} (conditions : {given_conditions:own})."
            ),
            (
                "The panel decided about {seen:euros} (conditions: {seen_conditions:own}), not about {given:euros} "
                "(conditions: {given_conditions:own})."
            ),
        ),
        (
            (
                "Enregistrez ce qu’elle a vu (laissez le montant et les conditions de côté), ou posez-lui une autre "
                "proposition (OpenReview avec un montant et des conditions)."
            ),
            (
                "Record what it saw (leave the amount and the conditions out), or put another proposal to it "
                "(OpenReview with an amount and conditions)."
            ),
        ),
    ),
    "proposal_of_nothing": (
        (
            "Un montant et des conditions se proposent sur une demande de financement qui reste à décider.",
            "An amount and conditions are proposed about a request for funding that is still to be decided.",
        ),
        (
            "Laissez le montant et les conditions de côté ; un avenant se propose lui-même (ProposeAmendment).",
            "Leave the amount and the conditions out; an amendment is its own proposal (ProposeAmendment).",
        ),
    ),
    "ineligible": (
        (
            "Les règles du dispositif ne le permettent pas. {findings}",
            "The rules of the instrument do not allow it. {findings}",
        ),
        (
            "Règles à respecter : {rules:rule}. Modifiez la demande ou la proposition.",
            "Rules to keep: {rules:rule}. Change the request or the proposal.",
        ),
    ),
    "above_request": (
        (
            "{amount:euros} dépassent les {asked:euros} demandés.",
            "{amount:euros} are more than the {asked:euros} asked for.",
        ),
        (
            "Accordez au plus ce qui est demandé, ou faites modifier la demande (ReviseFunding).",
            "Grant at most what is asked for, or have the request changed (ReviseFunding).",
        ),
    ),
    "points_of_a_grant": (
        (
            "Un accord n’a ni motifs de refus ni ce qui le changerait.",
            "A grant has neither points of refusal nor what would change it.",
        ),
        (
            "Retirez les motifs et ce qui changerait la décision ; les raisons peuvent rester.",
            "Leave out the points and what would change the decision; the reasons may stay.",
        ),
    ),
    "not_a_grant": (
        (
            "Sans accord ({decision}), il n’y a ni montant ni conditions.",
            "Without a grant ({decision}), there is neither an amount nor conditions.",
        ),
        (
            "Retirez le montant et les conditions.",
            "Leave the amount and the conditions out.",
        ),
    ),
    "reasons_missing": (
        (
            "Un refus ou un ajournement ({decision}) dit ses motifs et ce qui le changerait.",
            "A refusal or deferral ({decision}) says its reasons and what would change it.",
        ),
        (
            "Donnez les motifs (en peu de mots), les raisons et ce qui changerait la décision.",
            "Give the points (in a few words), the reasons and what would change the decision.",
        ),
    ),
    "condition_twice": (
        (
            "La condition « {condition:own} » est posée deux fois.",
            "The condition “{condition:own}” is there twice.",
        ),
        (
            "Donnez à chacune sa clé.",
            "Give each its own key.",
        ),
    ),
    "condition_outside_term": (
        (
            (
                "La condition « {condition:own} » est due le {due:day}, hors de la période du {since:moment} au "
                "{until:moment}."
            ),
            (
                "The condition “{condition:own}” is due on {due:day}, outside the period from {since:moment} to "
                "{until:moment}."
            ),
        ),
        (
            "Donnez un jour de cette période.",
            "Give a day of that period.",
        ),
    ),
}
