"""What each command does, in one line."""

from collections.abc import Mapping

from language import Text
from wording import of_acts, of_fundings, of_payments, of_reviews

COMMANDS: Mapping[str, Text] = {
    "FoundOrganisation": Text("Fonder une organisation", "Found an organisation"),
    "RegisterPerson": Text("Enregistrer une personne", "Register a person"),
    "ChangePerson": Text(
        "Changer le nom, l’adresse ou la langue d’une personne", "Change somebody’s name, address or language"
    ),
    "NameRegion": Text("Nommer une région", "Name a region"),
    "GrantRole": Text("Donner un rôle à une personne", "Give a role to a person"),
    "RevokeRole": Text("Retirer un rôle", "Take back a role"),
    "HandOverAllFiles": Text(
        "Confier tous les dossiers d’une personne à une autre", "Hand over all of somebody’s files"
    ),
    "RecordOutage": Text(
        "Noter une interruption de service (réservé au service)", "Record an outage (for the service)"
    ),
    "OpenCooperation": Text("Ouvrir le dossier d’une coopération", "Open a cooperation’s file"),
    "EditSheet": Text("Modifier la fiche", "Edit the sheet"),
    "AddStakeholder": Text("Ajouter une partie prenante", "Add a stakeholder"),
    "ChangeStakeholder": Text("Changer le rôle d’une partie prenante", "Change a stakeholder’s role"),
    "RetireStakeholder": Text("Noter le départ d’une partie prenante", "Record that a stakeholder left"),
    "RecordCommitment": Text(
        "Écrire une ligne du tableau des engagements", "Write a line of the table of commitments"
    ),
    "RecordContribution": Text(
        "Noter la contribution d’une partie prenante", "Record a stakeholder’s contribution"
    ),
    "AwaitFile": Text("Attendre qu’un autre dossier avance", "Wait for another file to move on"),
    "HandOverManagers": Text("Confier le dossier à d’autres", "Hand the file over"),
    "DraftCharter": Text("Noter un projet de charte", "Record a draft of the charter"),
    "SignCharter": Text("Noter la signature de la charte", "Record the signing of the charter"),
    "RecordContact": Text("Noter un contact", "Record a contact"),
    "DeliverDeliverable": Text("Noter la remise d’un livrable", "Record that a deliverable is there"),
    "DeclareGateItem": Text("Déclarer rempli un point du passage", "Declare a gate item met"),
    "JudgeCriterion": Text("Juger un critère du passage", "Judge a criterion of the gate"),
    "WaiveGateItem": Text("Dispenser d’un point du passage", "Waive a gate item"),
    "StartExperiment": Text("Commencer une expérimentation", "Begin an experiment"),
    "CloseExperiment": Text(
        "Clore une expérimentation sur son constat", "Close an experiment with its finding"
    ),
    "RecordQuickWin": Text("Noter une victoire rapide", "Record a quick win"),
    "RecordLesson": Text("Noter un enseignement", "Record a lesson"),
    "RecordProblem": Text("Noter un problème", "Record a problem"),
    "RecordSolution": Text("Noter une solution essayée", "Record a solution that was tried"),
    "RecordEvaluation": Text(
        "Noter une évaluation de la coopération", "Record an evaluation of the cooperation"
    ),
    "RecordPastReview": Text(
        "Noter un avis rendu avant, hors de ce service", "Record a review of the past, outside this service"
    ),
    "RecordPastFunding": Text(
        "Noter un financement d’avant, hors de ce service",
        "Record a funding of the past, outside this service",
    ),
    "CorrectEntry": Text("Corriger une entrée", "Correct an entry"),
    "SelectApplication": Text(
        "Retenir une candidature pour l’étape suivante", "Take an application to its next stage"
    ),
    "DeclineApplication": Text(
        "Refuser une candidature, avec ses motifs", "Refuse an application, with reasons"
    ),
    "ResubmitApplication": Text("Redéposer une candidature refusée", "Bring a refused application back"),
    "AskForCompletion": Text("Demander des compléments", "Ask for what a file lacks"),
    "ReceiveCompletion": Text("Noter l’arrivée des compléments", "Record that what was asked for has come"),
    "AdvancePhase": Text("Passer à la phase suivante", "Enter the next phase"),
    "GoBack": Text("Revenir à une phase antérieure", "Go back to an earlier phase"),
    "ExtendDeadline": Text("Prolonger une échéance", "Extend a deadline"),
    "PauseCooperation": Text("Mettre en pause", "Pause"),
    "ResumeCooperation": Text("Reprendre", "Resume"),
    "RequestAbandonment": Text("Demander l’abandon", "Ask to abandon"),
    "WithdrawAbandonment": Text("Retirer la demande d’abandon", "Withdraw the request to abandon"),
    "SettleAbandonment": Text("Répondre à la demande d’abandon", "Settle the request to abandon"),
    "CloseCooperation": Text("Clore le dossier", "Close the file"),
    "ReopenCooperation": Text("Rouvrir un dossier clos", "Reopen a closed file"),
    "MigrateCooperation": Text(
        "Faire passer le dossier sous un autre règlement", "Move the file to another rulebook"
    ),
    "ImportCooperation": Text("Importer le passé d’un dossier", "Import a file’s past"),
    "IssueReminder": Text("Envoyer un rappel (réservé au service)", "Send a reminder (for the service)"),
    "CountSilence": Text(
        "Faire compter un silence (réservé au service)", "Let silence count (for the service)"
    ),
    "ReportDelivery": Text(
        "Dire ce qu’un message est devenu (réservé au service)", "Report a delivery (for the service)"
    ),
    "SettleDelivery": Text("Décider d’un message en doute", "Decide about a message in doubt"),
    **of_acts.COMMANDS,
    **of_reviews.COMMANDS,
    **of_fundings.COMMANDS,
    **of_payments.COMMANDS,
}
