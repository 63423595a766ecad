"""What is missing where a command would have to choose and nothing is left: by command and field, with the remedy."""

from collections.abc import Mapping

from language import Text

_NOBODY_LEFT = (
    Text("Personne d’autre ne remplit les conditions.", "Nobody else meets the conditions."),
    Text("L’administration peut donner un rôle à quelqu’un.", "An administrator can give somebody a role."),
)
_NO_MEMBER = (
    Text("Le collectif n’a encore aucun membre.", "The collective has no member yet."),
    Text("Ajoutez d’abord une partie prenante.", "Add a stakeholder first."),
)
_NO_AMENDMENT = (
    Text("Aucun avenant n’attend cela.", "No amendment waits for this."),
    Text("Un avenant se propose d’abord.", "An amendment is proposed first."),
)
_NO_REPORT = (
    Text("Aucun compte rendu n’est à examiner.", "No report is waiting to be examined."),
    Text("Notez d’abord qu’il est arrivé.", "Record first that it has come."),
)
_NO_BANK_DETAILS = (
    Text("Aucune coordonnée bancaire n’attend de vérification.", "No bank details wait to be checked."),
    Text("Elles se proposent d’abord.", "They are proposed first."),
)

NOTHING_TO_CHOOSE: Mapping[tuple[str, str], tuple[Text, Text]] = {
    ("AdvancePhase", "to"): (
        Text("C’est la dernière phase.", "This is the last phase."),
        Text("La coopération se clôt quand tout est fait.", "The cooperation is closed when all is done."),
    ),
    ("GoBack", "to"): (
        Text("Il n’y a pas de phase avant celle-ci.", "There is no phase before this one."),
        Text("La coopération reste dans sa première phase.", "The cooperation stays in its first phase."),
    ),
    ("MigrateCooperation", "to"): (
        Text(
            "Aucun autre règlement ne peut reprendre ce dossier.",
            "No other rulebook can take this file over.",
        ),
        Text("Publiez d’abord une nouvelle version.", "Publish a new version first."),
    ),
    ("ExtendDeadline", "deadline"): (
        Text(
            "Aucune échéance ne court qui puisse être prolongée.",
            "No deadline is running that could be extended.",
        ),
        Text("Rien n’est à faire.", "There is nothing to do."),
    ),
    ("ExtendFundingDeadline", "deadline"): (
        Text("Aucune échéance ne court pour ce financement.", "No deadline of this funding is running."),
        Text("Rien n’est à faire.", "There is nothing to do."),
    ),
    ("DeliverDeliverable", "deliverable"): (
        Text("Cette phase ne demande aucun livrable.", "This phase asks for no deliverable."),
        Text("Notez plutôt un contact ou un enseignement.", "Record a contact or a lesson instead."),
    ),
    ("DeclareGateItem", "item"): (
        Text("Aucun point de ce passage ne se déclare.", "No item of this gate is declared."),
        Text("Ils tiennent à ce qui est noté dans le dossier.", "They hold by what is recorded in the file."),
    ),
    ("JudgeCriterion", "item"): (
        Text("Aucun point de ce passage n’a de critères.", "No item of this gate has criteria."),
        Text("Ils tiennent à ce qui est noté dans le dossier.", "They hold by what is recorded in the file."),
    ),
    ("WaiveGateItem", "item"): (
        Text("Aucun point du passage ne manque.", "No item of the gate is missing."),
        Text("Il n’y a rien à dispenser.", "There is nothing to waive."),
    ),
    ("CloseExperiment", "experiment"): (
        Text("Aucune expérimentation n’est en cours.", "No experiment is running."),
        Text("Commencez-en une d’abord.", "Start one first."),
    ),
    ("RecordSolution", "problem"): (
        Text("Aucun problème n’est noté.", "No problem is recorded."),
        Text("Notez d’abord le problème.", "Record the problem first."),
    ),
    ("CorrectEntry", "entry"): (
        Text("Rien de ce qui est noté ne peut être corrigé.", "Nothing that is recorded can be corrected."),
        Text("Seuls des faits se corrigent, pas des décisions.", "Facts are corrected, decisions are not."),
    ),
    ("ChangeStakeholder", "stakeholder"): _NO_MEMBER,
    ("RetireStakeholder", "stakeholder"): (
        Text("Aucun membre du collectif ne peut partir.", "No member of the collective can leave."),
        Text(
            "Qui porte l’argent le confie d’abord à un autre membre.",
            "Who carries the money passes that on to another member first.",
        ),
    ),
    ("RecordCommitment", "party"): _NO_MEMBER,
    ("RecordContribution", "stakeholder"): _NO_MEMBER,
    ("SignCharter", "signatories"): (
        Text("Il faut deux membres au moins pour signer.", "It takes at least two members to sign."),
        Text("Ajoutez d’abord les parties prenantes.", "Add the stakeholders first."),
    ),
    ("OpenCooperation", "managers"): (
        Text(
            "Personne ne peut encore être chargé d’un dossier dans cette région.",
            "Nobody can be in charge of a file in this region yet.",
        ),
        Text(
            "L’administration donne d’abord le rôle de chargé·e de mission à quelqu’un, à la page Personnes.",
            "An administrator first makes somebody programme manager, on the page People.",
        ),
    ),
    ("HandOverManagers", "managers"): _NOBODY_LEFT,
    ("SelectApplication", "stage"): (
        Text("La candidature est déjà à la dernière étape.", "The application is at the last stage already."),
        Text("Il n’y a plus rien à sélectionner.", "There is nothing left to select."),
    ),
    ("ResubmitApplication", "answers"): (
        Text("La candidature n’a pas été refusée.", "The application was not refused."),
        Text("Il n’y a rien à redéposer.", "There is nothing to submit again."),
    ),
    ("OpenReview", "question"): (
        Text("Aucune question ne peut être posée à présent.", "No question can be asked at present."),
        Text(
            "Ce sur quoi elle porterait n’existe pas encore, ou elle est déjà posée.",
            "What it would be about is not there yet, or it has been asked already.",
        ),
    ),
    ("InviteMembers", "members"): _NOBODY_LEFT,
    ("RecuseMember", "member"): (
        Text("Personne ne siège.", "Nobody sits."),
        Text("Il n’y a personne à récuser.", "There is nobody to recuse."),
    ),
    ("ReplaceMember", "member"): (
        Text("Personne ne doit plus d’avis.", "Nobody owes an opinion any more."),
        Text("Il n’y a personne à remplacer.", "There is nobody to replace."),
    ),
    ("ReplaceMember", "substitute"): _NOBODY_LEFT,
    ("DelegateOpinion", "to"): _NOBODY_LEFT,
    ("RequestFunding", "request.instrument"): (
        Text("Ce programme n’a pas d’instrument.", "This programme has no instrument."),
        Text("Rien ne peut y être demandé.", "Nothing can be asked for there."),
    ),
    ("SignAgreement", "party"): (
        Text("Aucune signature n’est attendue.", "No signature is awaited."),
        Text("La convention se prépare d’abord.", "The agreement is prepared first."),
    ),
    ("MeetCondition", "condition"): (
        Text("Aucune condition ne reste à remplir.", "No condition is left to be met."),
        Text("Il n’y a rien à noter.", "There is nothing to record."),
    ),
    ("ConfirmCoFunding", "source"): (
        Text("Tous les cofinancements sont confirmés.", "All co-funding is confirmed."),
        Text("Il n’y a rien à noter.", "There is nothing to record."),
    ),
    ("ResubmitFunding", "answers"): (
        Text("La demande n’a été ni refusée ni ajournée.", "The request was neither refused nor deferred."),
        Text("Il n’y a rien à redéposer.", "There is nothing to submit again."),
    ),
    ("DecideAmendment", "amendment"): _NO_AMENDMENT,
    ("SignAmendment", "amendment"): _NO_AMENDMENT,
    ("SignAmendment", "party"): _NO_AMENDMENT,
    ("WithdrawAmendment", "amendment"): _NO_AMENDMENT,
    ("RequestTranche", "tranche"): (
        Text("Aucun versement ne reste à demander.", "No tranche is left to be requested."),
        Text("Il n’y a rien à faire.", "There is nothing to do."),
    ),
    ("ApproveTranche", "tranche"): (
        Text("Aucun versement n’attend de validation.", "No tranche waits for approval."),
        Text("Un versement se demande d’abord.", "A tranche is requested first."),
    ),
    ("ReturnTranche", "tranche"): (
        Text("Aucun versement n’est demandé.", "No tranche is requested."),
        Text("Il n’y a rien à renvoyer.", "There is nothing to send back."),
    ),
    ("OrderPayment", "tranche"): (
        Text("Aucun versement validé n’attend d’être ordonné.", "No approved tranche waits to be ordered."),
        Text("Un versement se valide d’abord.", "A tranche is approved first."),
    ),
    ("ConfirmPayment", "payment"): (
        Text("Aucun paiement n’attend de confirmation.", "No payment waits for confirmation."),
        Text("Un paiement s’ordonne d’abord.", "A payment is ordered first."),
    ),
    ("FailPayment", "payment"): (
        Text("Aucun paiement n’est en cours.", "No payment is on its way."),
        Text("Un paiement s’ordonne d’abord.", "A payment is ordered first."),
    ),
    ("SubmitReport", "report"): (
        Text("Aucun compte rendu n’est attendu.", "No report is awaited."),
        Text("Il n’y a rien à noter.", "There is nothing to record."),
    ),
    ("ReturnReport", "report"): _NO_REPORT,
    ("AcceptReport", "report"): _NO_REPORT,
    ("HoldBackAct", "act"): (
        Text("Aucun acte n’est prévu.", "No act is planned."),
        Text("Il n’y a rien à retenir.", "There is nothing to hold back."),
    ),
    ("ReleaseAct", "act"): (
        Text("Aucun acte n’est retenu.", "No act is held back."),
        Text("Il n’y a rien à libérer.", "There is nothing to release."),
    ),
    ("SettleDelivery", "message"): (
        Text("Aucun message n’est en doute.", "No message is in doubt."),
        Text("Il n’y a rien à régler.", "There is nothing to settle."),
    ),
    ("ConfirmBankDetails", "version"): _NO_BANK_DETAILS,
    ("RejectBankDetails", "version"): _NO_BANK_DETAILS,
    ("RevokeRole", "grant"): (
        Text("Aucun rôle n’est en vigueur.", "No role is in force."),
        Text("Il n’y a rien à retirer.", "There is nothing to take back."),
    ),
    ("HandOverAllFiles", "to_person"): _NOBODY_LEFT,
    ("HandOverOpinions", "to_person"): _NOBODY_LEFT,
}
"""By command and field: what is missing, and what would change it."""

NOTHING_LEFT = (
    Text("Il n’y a rien à choisir à présent.", "There is nothing to choose at present."),
    Text("Revenez quand le dossier aura avancé.", "Come back once the file has moved on."),
)
"""For whatever is not named here."""
