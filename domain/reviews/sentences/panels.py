"""Why somebody cannot sit on a panel, or act in a seat, and what would make it pass: (fr, en), then the remedy."""

from domain.kernel.text import Sentences

PANELS: Sentences = {
    "members_to_name": (
        (
            "L’instance {panel} siège sur désignation : nommez qui tient {roles:body}.",
            "The panel {panel} is named each time: name those who hold {roles:body}.",
        ),
        (
            "Nommez les membres : des personnes qui tiennent l’un de ces rôles.",
            "Name the members: people who hold one of these roles.",
        ),
    ),
    "all_of_them_sit": (
        (
            "Toutes les personnes habilitées siègent à l’instance {panel}.",
            "Everybody entitled sits on the panel {panel}.",
        ),
        (
            "Ne nommez pas de membres.",
            "Name no members.",
        ),
    ),
    "cannot_sit": (
        (
            "Ne peuvent pas siéger : {people:person}. Ces sièges reviennent à : {roles:body}.",
            "Cannot sit: {people:person}. These seats are for: {roles:body}.",
        ),
        (
            "Nommez une personne qui tient ce rôle là où le siège le demande, ou donnez-lui ce rôle (GrantRole).",
            "Name somebody who holds that role where the seat asks for it, or give them the role (GrantRole).",
        ),
    ),
    "seats_differ": (
        (
            "Sièges pour {role:body} : {seats:number} ; personnes désignées : {named:number}.",
            "Seats for {role:body}: {seats:number}; people named: {named:number}.",
        ),
        (
            "Désignez exactement autant de personnes que de sièges libres.",
            "Name exactly as many people as there are free seats.",
        ),
    ),
    "nobody_sits": (
        (
            "Personne ne peut siéger à l’instance {panel} (région : {region}).",
            "Nobody can sit on the panel {panel} (region {region}).",
        ),
        (
            "Donnez le rôle d’un siège à quelqu’un (GrantRole).",
            "Give the role of a seat to somebody (GrantRole).",
        ),
    ),
    "asked_for_it": (
        (
            "{person} a demandé cet argent et n’en décide pas.",
            "{person} asked for this money and does not decide about it.",
        ),
        (
            "Désignez une autre personne.",
            "Name somebody else.",
        ),
    ),
    "on_the_panel": (
        (
            "{person} siège déjà, ou représente déjà un membre.",
            "{person} sits already, or stands in for a member already.",
        ),
        (
            "Une personne, un avis : nommez quelqu’un d’autre.",
            "One person, one opinion: name somebody else.",
        ),
    ),
    "recused": (
        (
            "{person} a un conflit d’intérêts sur ce dossier.",
            "{person} has a conflict of interest about this file.",
        ),
        (
            "Nommez quelqu’un d’autre (InviteMembers, ReplaceMember).",
            "Name somebody else (InviteMembers, ReplaceMember).",
        ),
    ),
    "not_a_member": (
        (
            "{person} ne siège pas à cette instance pour ce dossier.",
            "{person} does not sit on this panel for this file.",
        ),
        (
            "Faites-vous inviter (InviteMembers), ou déléguer l’avis (DelegateOpinion).",
            "Be invited (InviteMembers), or have an opinion delegated to you (DelegateOpinion).",
        ),
    ),
    "member_replaced": (
        (
            "{person} a été remplacé(e) par {by:person}.",
            "{person} was replaced by {by:person}.",
        ),
        (
            "L’avis revient à {by:person}.",
            "The opinion is up to {by:person}.",
        ),
    ),
    "left_the_panel": (
        (
            "{person} ne tient plus le rôle de ce siège : {role:body}.",
            "{person} no longer holds the role of this seat: {role:body}.",
        ),
        (
            "Faites remplacer ce membre (ReplaceMember, HandOverOpinions), ou rendez-lui son rôle (GrantRole).",
            "Have this member replaced (ReplaceMember, HandOverOpinions), or give the role back (GrantRole).",
        ),
    ),
    "delegation_ended": (
        (
            "La délégation s’est terminée le {until:moment} : l’avis revient à {person}.",
            "The delegation ended on {until:moment}: the opinion is up to {person} again.",
        ),
        (
            "Demandez une nouvelle délégation (DelegateOpinion).",
            "Ask for another delegation (DelegateOpinion).",
        ),
    ),
    "delegation_over": (
        (
            "La délégation serait finie le {until:moment} ; nous sommes le {today:day}.",
            "The delegation would be over on {until:moment}; today is {today:day}.",
        ),
        (
            "Donnez un jour à partir du {today:day}.",
            "Give a day from {today:day} on.",
        ),
    ),
    "not_yours_to_delegate": (
        (
            "Vous représentez {person} : un avis délégué ne se délègue pas.",
            "You stand in for {person}: a delegated opinion is not delegated further.",
        ),
        (
            "{person} peut déléguer à quelqu’un d’autre (DelegateOpinion).",
            "{person} may delegate it to somebody else (DelegateOpinion).",
        ),
    ),
    "nothing_owed": (
        (
            "{person} ne doit pas d’avis : celui qui est donné reste.",
            "{person} owes no opinion: the one given stays.",
        ),
        (
            "Rien à faire ; si le dossier change, un avis est dû à nouveau.",
            "Nothing to do; should the dossier change, an opinion is owed again.",
        ),
    ),
    "conflict_without_reason": (
        (
            "Un conflit d’intérêts se déclare avec son motif.",
            "A conflict of interest is declared with its reason.",
        ),
        (
            "Dites-en la raison.",
            "Say the reason.",
        ),
    ),
    "interests_undeclared": (
        (
            "L’avis suit la déclaration d’intérêts sur « {review:id} ».",
            "The declaration of interests on “{review:id}” comes before the opinion.",
        ),
        (
            "Déclarez vos intérêts d’abord (DeclareInterests).",
            "Declare your interests first (DeclareInterests).",
        ),
    ),
    "no_opinions": (
        (
            "{person} ne doit aucun avis.",
            "{person} owes no opinion.",
        ),
        (
            "Rien à transmettre.",
            "Nothing to hand over.",
        ),
    ),
    "cannot_take_over": (
        (
            "{person} ne peut pas siéger sur : {reviews:id}.",
            "{person} cannot sit on: {reviews:id}.",
        ),
        (
            "Choisissez une autre personne, ou remplacez avis par avis (ReplaceMember) : rien n’a été transmis.",
            "Choose somebody else, or replace review by review (ReplaceMember): nothing was handed over.",
        ),
    ),
}
