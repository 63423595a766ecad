"""Tranches, payments, reports, bank details and envelopes in words: commands, entries, fields."""

from collections.abc import Mapping

from language import Text

COMMANDS: Mapping[str, Text] = {
    "RequestTranche": Text("Demander une tranche", "Ask for a tranche"),
    "ApproveTranche": Text("Valider une tranche demandée", "Approve a requested tranche"),
    "ReturnTranche": Text("Renvoyer une demande de tranche", "Send a requested tranche back"),
    "OrderPayment": Text("Ordonner le paiement d’une tranche", "Order the payment of a tranche"),
    "ConfirmPayment": Text("Noter qu’un paiement est fait", "Record that a payment was made"),
    "FailPayment": Text("Noter qu’un paiement a échoué", "Record that a payment failed"),
    "RecordRefund": Text("Noter un reversement reçu", "Record a refund"),
    "SubmitReport": Text("Déposer un rapport du bénéficiaire", "Submit a beneficiary’s report"),
    "ReturnReport": Text("Renvoyer un rapport", "Send a report back"),
    "AcceptReport": Text("Accepter un rapport", "Accept a report"),
    "IssuePaymentFile": Text(
        "Réunir des paiements dans un fichier pour la banque", "Put payments into a file for the bank"
    ),
    "ProposeBankDetails": Text("Proposer des coordonnées bancaires", "Give new bank details"),
    "ConfirmBankDetails": Text("Confirmer des coordonnées bancaires", "Confirm bank details"),
    "RejectBankDetails": Text("Rejeter des coordonnées bancaires", "Reject bank details"),
    "OpenEnvelope": Text("Ouvrir l’enveloppe d’une année", "Open the envelope of a year"),
    "TopUpEnvelope": Text("Abonder une enveloppe", "Add to an envelope"),
    "CarryOver": Text("Reporter le disponible sur une autre enveloppe", "Carry over what is free"),
}

EVENTS: Mapping[str, Text] = {
    "TrancheRequested": Text("Tranche demandée", "Tranche requested"),
    "TrancheApproved": Text("Tranche validée", "Tranche approved"),
    "TrancheReturned": Text("Tranche renvoyée", "Tranche sent back"),
    "PaymentOrdered": Text("Paiement ordonné", "Payment ordered"),
    "PaymentIssued": Text("Paiement remis à la banque", "Payment sent to the bank"),
    "PaymentConfirmed": Text("Paiement fait", "Payment made"),
    "PaymentFailed": Text("Paiement échoué, revenu ou annulé", "Payment failed, returned or cancelled"),
    "RefundRecorded": Text("Reversement reçu", "Refund recorded"),
    "ReportSubmitted": Text("Rapport déposé", "Report submitted"),
    "ReportReturned": Text("Rapport renvoyé", "Report sent back"),
    "ReportAccepted": Text("Rapport accepté", "Report accepted"),
    "PaymentFileIssued": Text("Fichier pour la banque", "File for the bank"),
    "PaymentReferenceTaken": Text("Référence bancaire attribuée", "Bank’s reference taken"),
    "BankDetailsProposed": Text("Coordonnées bancaires proposées", "Bank details proposed"),
    "BankDetailsConfirmed": Text("Coordonnées bancaires confirmées", "Bank details confirmed"),
    "BankDetailsRejected": Text("Coordonnées bancaires rejetées", "Bank details rejected"),
    "EnvelopeOpened": Text("Enveloppe ouverte", "Envelope opened"),
    "EnvelopeToppedUp": Text("Enveloppe abondée", "Envelope topped up"),
    "CarriedOver": Text("Report sur une autre enveloppe", "Carried over to another envelope"),
    "CarryOverReceived": Text("Report d’une autre enveloppe", "Carried over from another envelope"),
    "FundsReserved": Text("Montant réservé", "Funds reserved"),
    "FundsReleased": Text("Montant libéré", "Funds released"),
    "FundsConsumed": Text("Montant consommé", "Funds consumed"),
    "FundsRestored": Text("Montant rétabli", "Funds restored"),
    "FundsRefunded": Text("Montant reversé", "Funds refunded"),
    "PaymentCharged": Text("Paiement imputé à l’année", "Payment charged to the year"),
    "PaymentUncharged": Text("Paiement désimputé de l’année", "Payment no longer charged to the year"),
}

FIELDS: Mapping[str, Text] = {
    "tranche": Text("la tranche", "the tranche"),
    "payment": Text("le numéro du paiement (escale payments)", "the payment’s number (escale payments)"),
    "reference": Text("la référence donnée par la banque", "the reference that the bank gave"),
    "executed_on": Text("le jour où la banque a payé", "the day on which the bank paid"),
    "FailPayment.outcome": Text("ce qui s’est passé", "what happened"),
    "RecordRefund.cents": Text("le montant reçu, en centimes d’euro", "the amount that came, in euro cents"),
    "report": Text("le rapport", "the report"),
    "payment_file": Text("un nom court pour ce fichier", "a short name for this file"),
    "payments": Text("les paiements ordonnés (JSON)", "the ordered payments (JSON)"),
    "execute_on": Text("le jour où la banque doit payer", "the day on which the bank is to pay"),
    "account": Text(
        "à qui est le compte : SIRET, numéro RNA ou d’un autre registre, ou paying pour l’organisation",
        "whose account: SIRET, RNA number or that of another register, or paying for the organisation’s own",
    ),
    "holder": Text("le titulaire du compte", "the account’s holder"),
    "iban": Text("l’IBAN (gardé au coffre)", "the IBAN (kept in the vault)"),
    "bic": Text("le BIC, s’il est connu", "the BIC, if known"),
    "version": Text(
        "le numéro de ces coordonnées bancaires, tel que leur proposition l’a donné",
        "the number of these bank details, as given when they were proposed",
    ),
    "envelope": Text(
        "l’enveloppe : programme/dispositif/année (mon-programme/aide/2026), ou …/total",
        "the envelope: programme/instrument/year (my-programme/aid/2026), or …/total",
    ),
    "commitments_cents": Text(
        "ce qui peut être engagé, en centimes d’euro", "what may be committed, in euro cents"
    ),
    "payments_cents": Text("ce qui peut être payé, en centimes d’euro", "what may be paid, in euro cents"),
    "CarryOver.to": Text("l’enveloppe qui reçoit", "the envelope that receives it"),
}
