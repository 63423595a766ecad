"""What each command does, in one line."""

from collections.abc import Mapping

from stack.texts import Text

COMMANDS: Mapping[str, Text] = {
    "FoundOrganisation": Text("Fonder une organisation", "Found an organisation"),
    "RegisterPerson": Text("Enregistrer une personne", "Register a person"),
    "GrantRole": Text("Donner un rôle à une personne", "Give a role to a person"),
    "RevokeRole": Text("Retirer un rôle", "Take back a role"),
    "HandOverAllFiles": Text(
        "Confier tous les dossiers d’une personne à une autre", "Hand over all of somebody’s files"
    ),
    "OpenCooperation": Text("Ouvrir le dossier d’une coopération", "Open a cooperation’s file"),
    "EditSheet": Text("Modifier la fiche", "Edit the sheet"),
    "AddStakeholder": Text("Ajouter une partie prenante", "Add a stakeholder"),
    "ChangeStakeholder": Text("Changer le rôle d’une partie prenante", "Change a stakeholder’s role"),
    "RetireStakeholder": Text("Noter le départ d’une partie prenante", "Record that a stakeholder left"),
    "RecordCommitment": Text(
        "Écrire une ligne du tableau des engagements", "Write a line of the table of commitments"
    ),
    "HandOverManagers": Text("Confier le dossier à d’autres", "Hand the file over"),
    "DraftCharter": Text("Noter un projet de charte", "Record a draft of the charter"),
    "SignCharter": Text("Noter la signature de la charte", "Record the signing of the charter"),
    "RecordContact": Text("Noter une réunion, une visite ou un appel", "Record a meeting, a visit or a call"),
    "DeliverDeliverable": Text("Noter la remise d’un livrable", "Record that a deliverable is there"),
    "DeclareGateItem": Text("Déclarer rempli un point du passage", "Declare a gate item met"),
    "WaiveGateItem": Text("Dispenser d’un point du passage", "Waive a gate item"),
    "RecordQuickWin": Text("Noter une victoire rapide", "Record a quick win"),
    "RecordLesson": Text("Noter un enseignement", "Record a lesson"),
    "RecordProblem": Text("Noter un problème", "Record a problem"),
    "RecordSolution": Text("Noter une solution essayée", "Record a solution that was tried"),
    "RecordEvaluation": Text(
        "Noter une évaluation de la coopération", "Record an evaluation of the cooperation"
    ),
    "CorrectEntry": Text("Corriger une entrée", "Correct an entry"),
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
    "ImportCooperation": Text("Importer le passé d’un dossier", "Import a file’s past"),
    "IssueReminder": Text("Envoyer un rappel (réservé au service)", "Send a reminder (for the service)"),
    "ReportDelivery": Text(
        "Dire ce qu’un message est devenu (réservé au service)", "Report a delivery (for the service)"
    ),
    "SettleDelivery": Text("Décider d’un message en doute", "Decide about a message in doubt"),
}
