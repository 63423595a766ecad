"""Reviews in words: commands, entries, fields."""

from collections.abc import Mapping

from language import Text

COMMANDS: Mapping[str, Text] = {
    "OpenReview": Text("Demander un avis ou une décision à une instance", "Put a question to a panel"),
    "InviteMembers": Text("Inviter d’autres membres à se prononcer", "Invite more members"),
    "DeclareInterests": Text("Déclarer ses intérêts avant de lire le dossier", "Declare one’s interests"),
    "RecuseMember": Text("Écarter un membre pour conflit d’intérêts", "Recuse a member"),
    "ReviseDossier": Text("Présenter une nouvelle version du dossier", "Put a new version of the dossier"),
    "GiveOpinion": Text("Donner son avis, ou le modifier", "Give one’s opinion, or change it"),
    "ConfirmOpinion": Text("Confirmer son avis sur le nouveau dossier", "Confirm one’s opinion"),
    "DelegateOpinion": Text("Confier sa voix jusqu’à un jour donné", "Entrust one’s vote until a day"),
    "ReplaceMember": Text("Nommer quelqu’un à la place d’un membre", "Name somebody in a member’s place"),
    "ExtendReview": Text("Donner plus de temps à l’instance", "Give the panel more time"),
    "ConcludeReview": Text("Conclure la demande d’avis", "Conclude the review"),
    "DeferReview": Text("Ajourner la demande d’avis, avec ses motifs", "Defer the review, with reasons"),
    "CancelReview": Text("Retirer la demande d’avis", "Take the question back"),
    "HandOverOpinions": Text(
        "Confier à une autre personne tous les avis qu’une personne doit encore",
        "Hand over all the opinions that somebody still owes",
    ),
}

EVENTS: Mapping[str, Text] = {
    "ReviewAsked": Text("Avis demandé", "Review asked for"),
    "ReviewAnswered": Text("Avis rendu", "Review answered"),
    "ReviewOpened": Text("Demande d’avis ouverte", "Review opened"),
    "MembersInvited": Text("Membres invités", "Members invited"),
    "InterestsDeclared": Text("Intérêts déclarés", "Interests declared"),
    "MemberRecused": Text("Membre écarté", "Member recused"),
    "DossierRevised": Text("Nouvelle version du dossier", "Dossier revised"),
    "OpinionGiven": Text("Avis donné", "Opinion given"),
    "OpinionConfirmed": Text("Avis confirmé", "Opinion confirmed"),
    "OpinionDelegated": Text("Voix confiée", "Vote entrusted"),
    "MemberReplaced": Text("Membre remplacé", "Member replaced"),
    "ReviewConcluded": Text("Conclusion de l’instance", "Review concluded"),
    "ReviewDeferred": Text("Demande d’avis ajournée", "Review deferred"),
    "ReviewCancelled": Text("Demande d’avis retirée", "Review cancelled"),
    "ReviewCarriedOver": Text("Demande d’avis reprise dans un autre passage", "Review carried over"),
    "ReviewHeard": Text("Nouvelles de l’instance consultée", "News of the panel that was asked"),
    "CooperationHeard": Text("Nouvelles de la coopération", "News of the cooperation"),
}

FIELDS: Mapping[str, Text] = {
    "review": Text("la demande d’avis concernée (nom court)", "the review it concerns (short name)"),
    "OpenReview.review": Text("un nom court pour cette demande d’avis", "a short name for this review"),
    "DecideFunding.review": Text(
        "l’avis rendu de l’instance, si c’est elle qui décide", "the panel’s concluded review, if it decides"
    ),
    "DecideAmendment.review": Text(
        "l’avis rendu de l’instance, si c’est elle qui décide", "the panel’s concluded review, if it decides"
    ),
    "question": Text("la question", "the question"),
    "OpenReview.cooperation": Text("la coopération dont il s’agit", "the cooperation that it is about"),
    "OpenReview.funding": Text("le financement dont il s’agit", "the funding that it is about"),
    "OpenReview.amendment": Text("l’avenant dont il s’agit", "the amendment that it is about"),
    "OpenReview.amount_cents": Text(
        "le montant proposé, en centimes ; rien : ce qui est demandé",
        "the amount proposed, in cents; nothing: what is asked for",
    ),
    "OpenReview.conditions": Text(
        "les conditions proposées, avec leur jour", "the conditions proposed, with their day"
    ),
    "ReviseDossier.amount_cents": Text(
        "le montant proposé, en centimes ; rien : comme avant",
        "the amount proposed, in cents; nothing: as before",
    ),
    "ReviseDossier.conditions": Text(
        "les conditions proposées ; rien : comme avant", "the conditions proposed; nothing: as before"
    ),
    "members": Text("les personnes qui siègent", "those who sit"),
    "documents": Text("les empreintes des documents (sha256:…)", "the documents’ digests (sha256:…)"),
    "resubmits": Text(
        "la demande d’avis ajournée ou défavorable que celle-ci reprend",
        "the deferred or unfavourable review that this one takes up",
    ),
    "conflict": Text("avez-vous un conflit d’intérêts ?", "do you have a conflict of interest?"),
    "member": Text("le membre", "the member"),
    "substitute": Text("la personne qui prend sa place", "the person who takes their place"),
    "opinion": Text("l’avis", "the opinion"),
    "dossier": Text("la version du dossier que vous avez lue", "the version of the dossier that you read"),
    "scores": Text(
        'les points de la grille, par ligne (JSON : {"clé": 3})',
        'the points of the grid, by line (JSON: {"key": 3})',
    ),
    "GiveOpinion.conditions": Text("les conditions de l’avis", "the conditions of the opinion"),
    "GiveOpinion.points": Text("les motifs d’un avis défavorable, en clés", "the reasons against, as keys"),
    "DelegateOpinion.to": Text("la personne à qui confier sa voix", "the person entrusted with the vote"),
    "ConcludeReview.outcome": Text(
        "la conclusion, là où la présidence tranche", "the conclusion, where the chair decides it"
    ),
    "HandOverOpinions.from_person": Text("la personne qui doit ces avis", "the person who owes them"),
    "HandOverOpinions.to_person": Text("la personne qui les reprend", "the person who takes over"),
    "reviews": Text(
        "ce que deviennent les demandes d’avis en cours", "what becomes of the reviews that are open"
    ),
}
