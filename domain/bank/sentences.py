"""Why bank details and files for the bank are refused: (fr, en), then the remedy (fr, en)."""

from domain.kernel.text import Sentences

BANK: Sentences = {
    "siret_invalid": (
        (
            "« {account} » n’est pas un SIRET : sa clé est fausse, ou il n’a que des zéros ou un seul chiffre.",
            "“{account}” is no SIRET: its check digit is wrong, or it has zeros or one digit alone.",
        ),
        (
            "Recopiez les 14 chiffres du SIRET de l’avis de situation, ou donnez le numéro d’un autre registre.",
            "Copy the 14 digits of the SIRET from the register, or give the number of another register.",
        ),
    ),
    "iban_invalid": (
        (
            "Ce n’est pas un IBAN ({account}) : longueur, pays ou clé de contrôle sont faux.",
            "This is no IBAN ({account}): length, country or check digits are wrong.",
        ),
        (
            "Recopiez l’IBAN du relevé d’identité bancaire : FR et 25 caractères pour un compte français.",
            "Copy the IBAN from the bank’s statement of account: FR and 25 characters for a French account.",
        ),
    ),
    "bic_invalid": (
        (
            "Ce n’est pas un BIC ({account}).",
            "This is no BIC ({account}).",
        ),
        (
            "Donnez 8 ou 11 caractères comme AGRIFRPP, ou n’en donnez pas.",
            "Give 8 or 11 characters like AGRIFRPP, or give none.",
        ),
    ),
    "iban_outside_sepa": (
        (
            "Cet IBAN ({account}) est d’un pays hors de l’espace SEPA : aucun virement SEPA n’y arrive.",
            "This IBAN ({account}) is of a country outside SEPA: no SEPA credit transfer reaches it.",
        ),
        (
            "Demandez un compte dans un pays de l’espace SEPA, ou payez hors d’Escale par virement international.",
            "Ask for an account in a SEPA country, or pay outside Escale by international transfer.",
        ),
    ),
    "bic_of_another_country": (
        (
            "Le BIC et l’IBAN ({account}) ne sont pas du même pays.",
            "The BIC and the IBAN ({account}) are not of the same country.",
        ),
        (
            "Recopiez les deux du même relevé d’identité bancaire, ou ne donnez que l’IBAN.",
            "Copy both from the same statement of account, or give the IBAN alone.",
        ),
    ),
    "bank_details_pending": (
        (
            "Un changement de RIB ({account}) attend une seconde personne : version {version:number}.",
            "Bank details are about to change ({account}): version {version:number} awaits a second person.",
        ),
        (
            "Faites-la confirmer (ConfirmBankDetails) ou rejeter (RejectBankDetails) ; rien n’est payé d’ici là.",
            "Have it confirmed (ConfirmBankDetails) or rejected (RejectBankDetails); nothing is paid until then.",
        ),
    ),
    "no_bank_details": (
        (
            "Aucune coordonnée bancaire n’est confirmée ({account}).",
            "No bank details are confirmed ({account}).",
        ),
        (
            "Proposez-les (ProposeBankDetails) et faites-les confirmer par quelqu’un d’autre (ConfirmBankDetails).",
            "Propose them (ProposeBankDetails) and have somebody else confirm them (ConfirmBankDetails).",
        ),
    ),
    "nothing_to_confirm": (
        (
            "La version {version:number} des coordonnées bancaires ({account}) n’attend pas de confirmation.",
            "Version {version:number} of the bank details ({account}) awaits no confirmation.",
        ),
        (
            "Version en attente : {pending:number} (0 : aucune).",
            "Version that waits: {pending:number} (0: none).",
        ),
    ),
    "bank_details_changed": (
        (
            "Le paiement n° {payment:number} a été ordonné vers un RIB qui a changé depuis ({account}).",
            "Payment no. {payment:number} was ordered to bank details that have changed since ({account}).",
        ),
        (
            "Annulez-le (FailPayment, « annulé »), puis ordonnez-le de nouveau (OrderPayment).",
            "Cancel it (FailPayment, “cancelled”), then order it again (OrderPayment).",
        ),
    ),
    "payment_file_exists": (
        (
            "Le fichier de paiements « {payment_file:id} » est déjà parti.",
            "The payment file “{payment_file:id}” has left already.",
        ),
        (
            "Choisissez un autre identifiant.",
            "Choose another id.",
        ),
    ),
    "execution_past": (
        (
            "La banque ne peut pas payer le {execute_on:day} : ce jour est passé.",
            "The bank cannot pay on {execute_on:day}: that day is past.",
        ),
        (
            "Donnez un jour à partir du {today:day}.",
            "Give a day from {today:day} on.",
        ),
    ),
    "execution_closed": (
        (
            "Les banques ne paient pas le {execute_on:day} : TARGET est fermé.",
            "Banks do not pay on {execute_on:day}: TARGET is closed.",
        ),
        (
            "Premier jour ouvert : {open:day}.",
            "Next open day: {open:day}.",
        ),
    ),
    "execution_far": (
        (
            "Le {execute_on:day} est à plus d’un an : aucune banque ne garde un ordre si longtemps.",
            "{execute_on:day} is more than a year ahead: no bank keeps an order that long.",
        ),
        (
            "Donnez un jour jusqu’au {furthest:day}.",
            "Give a day up to {furthest:day}.",
        ),
    ),
    "payment_twice": (
        (
            "Nommés deux fois : {payments:number}.",
            "Named twice: {payments:number}.",
        ),
        (
            "Nommez chaque paiement une fois.",
            "Name each payment once.",
        ),
    ),
}
