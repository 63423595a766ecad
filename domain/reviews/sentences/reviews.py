"""Why questions, opinions and conclusions are refused, and what would make them pass: (fr, en), then the remedy."""

from domain.kernel.text import Sentences

REVIEWS: Sentences = {
    "unknown_review": (
        (
            "Aucune demande d’avis « {review:id} » n’est connue ici.",
            "No review “{review:id}” is known here.",
        ),
        (
            "Vérifiez l’identifiant, ou posez la question (OpenReview).",
            "Check the id, or put the question (OpenReview).",
        ),
    ),
    "review_exists": (
        (
            "La demande d’avis « {review:id} » existe déjà.",
            "The review “{review:id}” exists already.",
        ),
        (
            "Poursuivez-la, ou choisissez un autre identifiant.",
            "Go on with it, or choose another id.",
        ),
    ),
    "review_ended": (
        (
            "La demande d’avis « {review:id} » est terminée ({outcome:review}).",
            "The review “{review:id}” has ended ({outcome:review}).",
        ),
        (
            "Posez la question à nouveau (OpenReview) ; en la reprenant si elle était ajournée ou défavorable.",
            "Put the question again (OpenReview); taking it up if it was deferred or unfavourable.",
        ),
    ),
    "review_sleeps": (
        (
            "L’avis dort avec la coopération « {cooperation:id} » ({status:cooperation}).",
            "The review sleeps with the cooperation “{cooperation:id}” ({status:cooperation}).",
        ),
        (
            "Attendez qu’elle se réveille ; les avis se donnent entre-temps (GiveOpinion).",
            "Wait until it wakes up; opinions may be given meanwhile (GiveOpinion).",
        ),
    ),
    "unknown_question": (
        (
            "Le règlement ne pose pas la question « {question} ».",
            "The rulebook has no question “{question}”.",
        ),
        (
            "Questions du règlement : {known:question}.",
            "Questions of the rulebook: {known:question}.",
        ),
    ),
    "review_of_something_else": (
        (
            "La question {question} porte sur : {about}.",
            "The question {question} is about: {about}.",
        ),
        (
            "Nommez le financement dont il s’agit, et son avenant si c’est de lui ; ni l’un ni l’autre sinon.",
            "Name the funding that it is about, and its amendment if it is about that; neither otherwise.",
        ),
    ),
    "funding_of_another": (
        (
            "Le financement « {funding:id} » est celui de la coopération « {cooperation:id} ».",
            "The funding “{funding:id}” is that of the cooperation “{cooperation:id}”.",
        ),
        (
            "Nommez un financement de la coopération dont il s’agit.",
            "Name a funding of the cooperation that it is about.",
        ),
    ),
    "nothing_to_decide": (
        (
            "Le financement « {funding:id} » n’est pas à décider ({stage:funding}).",
            "The funding “{funding:id}” is not to be decided ({stage:funding}).",
        ),
        (
            "Un avis se demande sur une demande en attente ; redéposez-la d’abord (ResubmitFunding).",
            "A review is about a request that waits; bring it back first (ResubmitFunding).",
        ),
    ),
    "no_such_amendment": (
        (
            "Aucun avenant « {amendment:id} » n’est proposé.",
            "No amendment “{amendment:id}” is proposed.",
        ),
        (
            "Avenants proposés : {known:id}.",
            "Amendments proposed: {known:id}.",
        ),
    ),
    "question_open": (
        (
            "La question {question} est déjà posée à ce sujet (« {review:id} »).",
            "The question {question} is being asked about it already (“{review:id}”).",
        ),
        (
            "Attendez sa conclusion, ou retirez-la (CancelReview).",
            "Wait for its conclusion, or take it back (CancelReview).",
        ),
    ),
    "answers_to_nothing": (
        (
            "Des réponses sans l’avis auquel elles répondent.",
            "Answers without the review that they answer.",
        ),
        (
            "Nommez l’avis ajourné ou défavorable que celui-ci reprend, ou ne donnez pas de réponses.",
            "Name the deferred or unfavourable review that this one takes up, or give no answers.",
        ),
    ),
    "another_question": (
        (
            "L’avis « {review:id} » répondait à une autre question : {question}.",
            "The review “{review:id}” answered another question: {question}.",
        ),
        (
            "Nommez un avis de cette coopération sur la même question.",
            "Name a review of this cooperation on the same question.",
        ),
    ),
    "not_to_be_resubmitted": (
        (
            "L’avis « {review:id} » n’est ni ajourné ni défavorable ({status:review}).",
            "The review “{review:id}” is neither deferred nor unfavourable ({status:review}).",
        ),
        (
            "Posez la question sans reprendre cet avis.",
            "Put the question without taking that review up.",
        ),
    ),
    "nobody_owes": (
        (
            "Personne ne doit plus d’avis sur « {review:id} ».",
            "Nobody owes an opinion on “{review:id}” any more.",
        ),
        (
            "Concluez (ConcludeReview), ou invitez d’autres membres (InviteMembers).",
            "Conclude (ConcludeReview), or invite more members (InviteMembers).",
        ),
    ),
    "unknown_dossier": (
        (
            "Le dossier n’a pas de version {dossier:number} : la dernière est la {last:number}.",
            "The dossier has no version {dossier:number}: the last one is {last:number}.",
        ),
        (
            "Lisez la version {last:number} et nommez-la.",
            "Read version {last:number} and name it.",
        ),
    ),
    "dossier_superseded": (
        (
            "La version {dossier:number} du dossier n’est plus la dernière : c’est la {last:number}.",
            "Version {dossier:number} of the dossier is no longer the last one: that is {last:number}.",
        ),
        (
            "Lisez la version {last:number}, puis donnez ou confirmez l’avis en la nommant.",
            "Read version {last:number}, then give or confirm the opinion, naming it.",
        ),
    ),
    "opinion_without_reasons": (
        (
            "Un avis défavorable dit ses motifs et ce qui le changerait.",
            "An unfavourable opinion says its reasons and what would change it.",
        ),
        (
            "Donnez les motifs, les raisons et ce qui changerait l’avis.",
            "Give the points, the reasons and what would change the opinion.",
        ),
    ),
    "points_without_refusal": (
        (
            "Des motifs à lever ne vont qu’avec un avis défavorable.",
            "Points to be answered only go with an unfavourable opinion.",
        ),
        (
            (
                "Ôtez les motifs et ce qui changerait l’avis, ou donnez un avis défavorable ; sinon, les "
                "raisons suffisent."
            ),
            (
                "Leave out the points and what would change it, or give an unfavourable opinion; otherwise the "
                "reasons will do."
            ),
        ),
    ),
    "conditions_and_opinion_differ": (
        (
            "Des conditions vont avec un avis favorable avec conditions, et lui seul ({opinion}).",
            "Conditions go with a favourable opinion with conditions, and with no other ({opinion}).",
        ),
        (
            "Donnez des conditions avec l’avis « favorable sous conditions », et avec lui seulement.",
            "Give conditions with the opinion “favourable with conditions”, and only then.",
        ),
    ),
    "scores_and_grid_differ": (
        (
            "Les points ne suivent pas la grille de l’instance.",
            "The scores do not follow the panel’s grid.",
        ),
        (
            "Notez exactement : {known:line}. Une abstention ne note rien.",
            "Score exactly: {known:line}. An abstention scores nothing.",
        ),
    ),
    "score_too_high": (
        (
            "La ligne {line} va de 0 à {most:number}.",
            "The line {line} goes from 0 to {most:number}.",
        ),
        (
            "Donnez au plus {most:number} à {line}.",
            "Give {line} at most {most:number}.",
        ),
    ),
    "no_opinion_to_confirm": (
        (
            "Il n’y a pas d’avis de ce siège à confirmer.",
            "There is no opinion of this seat to confirm.",
        ),
        (
            "Donnez-en un (GiveOpinion).",
            "Give one (GiveOpinion).",
        ),
    ),
    "review_not_ready": (
        (
            (
                "L’avis ne peut être conclu : {present:number} avis pour un quorum de {quorum:number} ; sont "
                "attendus : {owing:person}."
            ),
            (
                "The review cannot be concluded: {present:number} opinions for a quorum of {quorum:number}; "
                "awaited: {owing:person}."
            ),
        ),
        (
            "Attendez ces avis ou leur échéance ; remplacez qui manque (ReplaceMember), ou ajournez (DeferReview).",
            "Wait for these opinions or their deadline; replace who is away (ReplaceMember), or defer (DeferReview).",
        ),
    ),
    "up_to_the_chair": (
        (
            "La conclusion revient à la présidence : {chair:body} (avis favorables : {favourable:number}).",
            "The conclusion is up to the chair: {chair:body} ({favourable:number} favourable).",
        ),
        (
            "La présidence donne son issue et ses raisons (ConcludeReview).",
            "The chair gives the outcome and the reasons (ConcludeReview).",
        ),
    ),
    "concluded_by_rule": (
        (
            "L’instance conclut selon sa règle ({rule:concludes}) : personne ne choisit l’issue.",
            "The panel’s rule concludes ({rule:concludes}): nobody chooses the outcome.",
        ),
        (
            "Concluez sans donner d’issue.",
            "Conclude without giving an outcome.",
        ),
    ),
    "conclusion_without_reasons": (
        (
            "La présidence conclut avec ses motifs ; un refus dit aussi ce qui le changerait.",
            "The chair concludes with reasons; a refusal also says what would change it.",
        ),
        (
            "Donnez les raisons ; si c’est défavorable, les motifs et ce qui le changerait aussi.",
            "Give the reasons; if it is unfavourable, the points and what would change it as well.",
        ),
    ),
}
