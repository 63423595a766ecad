"""Why tranches, payments, reports and bank details are refused: (fr, en), then the remedy (fr, en)."""

from domain.bank.sentences import BANK
from domain.kernel.text import Sentences

PAYMENTS: Sentences = {
    **BANK,
    "unknown_tranche": (
        (
            "Ce financement n’a pas de tranche « {tranche} ».",
            "This funding has no tranche “{tranche}”.",
        ),
        (
            "Choisissez l’une de ses tranches : {known:tranche}.",
            "Choose one of its tranches: {known:tranche}.",
        ),
    ),
    "tranche_stage": (
        (
            "La tranche « {tranche} » est au stade « {stage:tranche-stage} » ; il faudrait « {wanted:tranche-stage} ».",
            (
                "The tranche “{tranche}” is at the stage “{stage:tranche-stage}”; it would have to be "
                "“{wanted:tranche-stage}”."
            ),
        ),
        (
            "Une tranche se demande (RequestTranche), se valide (ApproveTranche), puis se paie (OrderPayment).",
            "A tranche is asked for (RequestTranche), approved (ApproveTranche), then paid (OrderPayment).",
        ),
    ),
    "tranche_of_nothing": (
        (
            "La tranche « {tranche} » ne vaut rien : il n’y a rien à payer.",
            "The tranche “{tranche}” is of nothing: there is nothing to pay.",
        ),
        (
            "Demandez une autre tranche.",
            "Ask for another tranche.",
        ),
    ),
    "agreement_missing": (
        (
            "Au-delà de {above:euros} par an, rien n’est versé sans convention signée de tous.",
            "Above {above:euros} a year nothing is paid without an agreement signed by all.",
        ),
        (
            "Préparez la convention (PrepareAgreement) et faites-la signer (SignAgreement).",
            "Prepare the agreement (PrepareAgreement) and have it signed (SignAgreement).",
        ),
    ),
    "conditions_overdue": (
        (
            "Des conditions de la décision sont échues et ne sont pas remplies : {conditions:own}.",
            "Conditions of the decision are past due and not met: {conditions:own}.",
        ),
        (
            "Constatez qu’elles sont remplies (MeetCondition), ou donnez-leur du temps (ExtendFundingDeadline).",
            "Record that they are met (MeetCondition), or give them more time (ExtendFundingDeadline).",
        ),
    ),
    "tranche_not_due": (
        (
            "Les conditions de la tranche « {tranche} » ne sont pas toutes réunies : {conditions:tranche-condition}.",
            "Not all conditions of the tranche “{tranche}” hold: {conditions:tranche-condition}.",
        ),
        (
            "Demandez-la quand elles le seront.",
            "Ask for it once they do.",
        ),
    ),
    "not_matched": (
        (
            "Les contributions des citoyens appellent {matched:euros} ; « {tranche} » en demande {asked:euros}.",
            "Citizens’ contributions call for {matched:euros}; “{tranche}” asks for {asked:euros}.",
        ),
        (
            "Enregistrez-en d’autres (RecordCitizenContribution), ou proposez un avenant (ProposeAmendment).",
            "Record more of them (RecordCitizenContribution), or propose an amendment (ProposeAmendment).",
        ),
    ),
    "acted_before": (
        (
            "Vous avez déjà {step:did} (tranche « {tranche} ») : une autre personne doit agir.",
            "You have already {step:did} (tranche “{tranche}”): somebody else must act.",
        ),
        (
            "Demandez à quelqu’un qui n’a ni décidé, ni demandé, ni validé.",
            "Ask somebody who has neither decided, nor requested, nor approved.",
        ),
    ),
    "unknown_payment": (
        (
            "Ce financement n’a pas de paiement n° {payment:number}.",
            "This funding has no payment no. {payment:number}.",
        ),
        (
            "Paiements connus : {known:number}.",
            "Known payments: {known:number}.",
        ),
    ),
    "payment_stage": (
        (
            "Le paiement n° {payment:number} est au stade « {stage:payment} » ; il faudrait « {wanted:payment} ».",
            "Payment no. {payment:number} is at the stage “{stage:payment}”; it would have to be “{wanted:payment}”.",
        ),
        (
            "Vérifiez le numéro du paiement, et ce qu’il en est advenu.",
            "Check the number of the payment, and what became of it.",
        ),
    ),
    "executed_when": (
        (
            "Le paiement n’a pas pu être exécuté le {executed_on:day}.",
            "The payment cannot have been executed on {executed_on:day}.",
        ),
        (
            "Donnez un jour entre l’ordre ({since:moment}) et aujourd’hui ({until:moment}).",
            "Give a day between the order ({since:moment}) and today ({until:moment}).",
        ),
    ),
    "payment_reference_taken": (
        (
            "La référence « {reference:id} » est déjà celle d’un paiement du financement « {funding:id} ».",
            "The reference “{reference:id}” already belongs to a payment of the funding “{funding:id}”.",
        ),
        (
            "Vérifiez la référence sur le relevé de la banque : chacune ne sert qu’une fois.",
            "Check the reference on the bank’s statement: each serves once.",
        ),
    ),
    "not_reclaimed": (
        (
            "Il reste {owed:euros} à rembourser ; {asked:euros} ne peuvent pas revenir.",
            "{owed:euros} remain to be refunded; {asked:euros} cannot come back.",
        ),
        (
            "Enregistrez au plus ce qui reste, ou réclamez davantage (ReclaimFunds).",
            "Record at most what remains, or reclaim more (ReclaimFunds).",
        ),
    ),
    "payment_reclaimed": (
        (
            (
                "Le paiement n° {payment:number} ne peut pas revenir : {reclaimed:euros} sont déjà réclamés au "
                "bénéficiaire."
            ),
            (
                "Payment no. {payment:number} cannot come back: {reclaimed:euros} are reclaimed from the "
                "beneficiary already."
            ),
        ),
        (
            "Enregistrez ce qui revient comme un remboursement (RecordRefund).",
            "Record what comes back as a refund (RecordRefund).",
        ),
    ),
    "unknown_report": (
        (
            "Ce financement n’attend pas de rapport « {report} ».",
            "This funding awaits no report “{report}”.",
        ),
        (
            "Rapports attendus : {known:report}.",
            "Reports awaited: {known:report}.",
        ),
    ),
    "report_stage": (
        (
            "Le rapport « {report} » est au stade « {stage:report-stage} » ; il faudrait « {wanted:report-stage} ».",
            (
                "The report “{report}” is at the stage “{stage:report-stage}”; it would have to be "
                "“{wanted:report-stage}”."
            ),
        ),
        (
            "Un rapport arrive (SubmitReport), puis il est accepté (AcceptReport) ou retourné (ReturnReport).",
            "A report comes (SubmitReport), then it is accepted (AcceptReport) or sent back (ReturnReport).",
        ),
    ),
}
