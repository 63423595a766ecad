"""Why questions, opinions and conclusions are refused, and what would make them pass: (fr, en), then the remedy."""

from domain.sentences.shape import Sentences

REVIEWS: Sentences = {
    "unknown_review": (
        (
            "Aucune demande d’avis « {review} » n’est connue ici.",
            "No review “{review}” is known here.",
        ),
        (
            "Vérifiez l’identifiant, ou posez la question (OpenReview).",
            "Check the id, or put the question (OpenReview).",
        ),
    ),
    "review_exists": (
        (
            "La demande d’avis « {review} » existe déjà.",
            "The review “{review}” exists already.",
        ),
        (
            "Poursuivez-la, ou choisissez un autre identifiant.",
            "Go on with it, or choose another id.",
        ),
    ),
    "review_ended": (
        (
            "La demande d’avis « {review} » est terminée ({outcome:word}).",
            "The review “{review}” has ended ({outcome:word}).",
        ),
        (
            "Posez la question à nouveau (OpenReview) ; avec resubmits si elle était ajournée ou défavorable.",
            "Put the question again (OpenReview); with resubmits if it was deferred or unfavourable.",
        ),
    ),
    "review_sleeps": (
        (
            "L’avis dort avec la coopération « {cooperation} » ({status:word}).",
            "The review sleeps with the cooperation “{cooperation}” ({status:word}).",
        ),
        (
            "Attendez qu’elle se réveille ; les avis se donnent entre-temps (GiveOpinion).",
            "Wait until it wakes up; opinions may be given meanwhile (GiveOpinion).",
        ),
    ),
    "unknown_question": (
        (
            "Le règlement ne pose pas la question « {question} ».",
            "The rulebook has no question “{question}”.",
        ),
        (
            "Questions du règlement : {known}.",
            "Questions of the rulebook: {known}.",
        ),
    ),
    "review_of_something_else": (
        (
            "La question {question} porte sur : {about:word}.",
            "The question {question} is about: {about:word}.",
        ),
        (
            "Nommez funding pour un financement, funding et amendment pour un avenant, ni l’un ni l’autre sinon.",
            "Name funding for a funding, funding and amendment for an amendment, neither otherwise.",
        ),
    ),
    "funding_of_another": (
        (
            "Le financement « {funding} » est celui de la coopération « {cooperation} ».",
            "The funding “{funding}” is that of the cooperation “{cooperation}”.",
        ),
        (
            "Nommez un financement de la coopération dont il s’agit.",
            "Name a funding of the cooperation that it is about.",
        ),
    ),
    "nothing_to_decide": (
        (
            "Le financement « {funding} » n’est pas à décider ({stage:word}).",
            "The funding “{funding}” is not to be decided ({stage:word}).",
        ),
        (
            "Un avis se demande sur une demande en attente ; redéposez-la d’abord (ResubmitFunding).",
            "A review is about a request that waits; bring it back first (ResubmitFunding).",
        ),
    ),
    "no_such_amendment": (
        (
            "Aucun avenant « {amendment} » n’est proposé.",
            "No amendment “{amendment}” is proposed.",
        ),
        (
            "Avenants proposés : {known}.",
            "Amendments proposed: {known}.",
        ),
    ),
    "question_open": (
        (
            "La question {question} est déjà posée à ce sujet (« {review} »).",
            "The question {question} is being asked about it already (“{review}”).",
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
            "Nommez l’avis ajourné ou défavorable (resubmits), ou ne donnez pas answers.",
            "Name the review that was deferred or unfavourable (resubmits), or do not give answers.",
        ),
    ),
    "another_question": (
        (
            "L’avis « {review} » répondait à une autre question : {question}.",
            "The review “{review}” answered another question: {question}.",
        ),
        (
            "Nommez un avis de cette coopération sur la même question.",
            "Name a review of this cooperation on the same question.",
        ),
    ),
    "not_to_be_resubmitted": (
        (
            "L’avis « {review} » n’est ni ajourné ni défavorable ({status:word}).",
            "The review “{review}” is neither deferred nor unfavourable ({status:word}).",
        ),
        (
            "Posez la question sans resubmits.",
            "Put the question without resubmits.",
        ),
    ),
    "nobody_owes": (
        (
            "Personne ne doit plus d’avis sur « {review} ».",
            "Nobody owes an opinion on “{review}” any more.",
        ),
        (
            "Concluez (ConcludeReview), ou invitez d’autres membres (InviteMembers).",
            "Conclude (ConcludeReview), or invite more members (InviteMembers).",
        ),
    ),
    "unknown_dossier": (
        (
            "Le dossier n’a pas de version {dossier} : la dernière est la {last}.",
            "The dossier has no version {dossier}: the last one is {last}.",
        ),
        (
            "Lisez la version {last} et nommez-la (dossier: {last}).",
            "Read version {last} and name it (dossier: {last}).",
        ),
    ),
    "dossier_superseded": (
        (
            "La version {dossier} du dossier n’est plus la dernière : c’est la {last}.",
            "Version {dossier} of the dossier is no longer the last one: that is {last}.",
        ),
        (
            "Lisez la version {last}, puis donnez ou confirmez l’avis (dossier: {last}).",
            "Read version {last}, then give or confirm the opinion (dossier: {last}).",
        ),
    ),
    "opinion_without_reasons": (
        (
            "Un avis défavorable dit ses motifs et ce qui le changerait.",
            "An unfavourable opinion says its reasons and what would change it.",
        ),
        (
            "Donnez points, reasons et would_change.",
            "Give points, reasons and would_change.",
        ),
    ),
    "points_without_refusal": (
        (
            "Des motifs à lever ne vont qu’avec un avis défavorable.",
            "Points to be answered only go with an unfavourable opinion.",
        ),
        (
            "Ôtez points et would_change, ou donnez un avis défavorable ; reasons suffit sinon.",
            "Leave points and would_change out, or give an unfavourable opinion; reasons will do otherwise.",
        ),
    ),
    "conditions_and_opinion_differ": (
        (
            "Des conditions vont avec un avis favorable avec conditions, et lui seul ({opinion:word}).",
            "Conditions go with a favourable opinion with conditions, and with no other ({opinion:word}).",
        ),
        (
            "Donnez conditions avec favourable-with-conditions, et avec lui seulement.",
            "Give conditions with favourable-with-conditions, and only then.",
        ),
    ),
    "scores_and_grid_differ": (
        (
            "Les points ne suivent pas la grille de l’instance.",
            "The scores do not follow the panel’s grid.",
        ),
        (
            "Notez exactement : {known}. Une abstention ne note rien.",
            "Score exactly: {known}. An abstention scores nothing.",
        ),
    ),
    "score_too_high": (
        (
            "La ligne {line} va de 0 à {most}.",
            "The line {line} goes from 0 to {most}.",
        ),
        (
            "Donnez au plus {most} à {line}.",
            "Give {line} at most {most}.",
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
            "L’avis ne peut être conclu : {present} avis pour un quorum de {quorum} ; sont attendus : {owing}.",
            "The review cannot be concluded: {present} opinions for a quorum of {quorum}; awaited: {owing}.",
        ),
        (
            "Attendez ces avis ou leur échéance ; remplacez qui manque (ReplaceMember), ou ajournez (DeferReview).",
            "Wait for these opinions or their deadline; replace who is away (ReplaceMember), or defer (DeferReview).",
        ),
    ),
    "up_to_the_chair": (
        (
            "La conclusion revient à la présidence : {chair} ({favourable} favorable(s)).",
            "The conclusion is up to the chair: {chair} ({favourable} favourable).",
        ),
        (
            "La présidence conclut avec outcome et reasons (ConcludeReview).",
            "The chair concludes with outcome and reasons (ConcludeReview).",
        ),
    ),
    "concluded_by_rule": (
        (
            "La règle de l’instance conclut ({rule:word}) : personne ne choisit l’issue.",
            "The panel’s rule concludes ({rule:word}): nobody chooses the outcome.",
        ),
        (
            "Concluez sans outcome.",
            "Conclude without outcome.",
        ),
    ),
    "conclusion_without_reasons": (
        (
            "La présidence conclut avec ses motifs ; un refus dit aussi ce qui le changerait.",
            "The chair concludes with reasons; a refusal also says what would change it.",
        ),
        (
            "Donnez reasons ; si c’est défavorable, points et would_change aussi.",
            "Give reasons; if it is unfavourable, points and would_change as well.",
        ),
    ),
}
