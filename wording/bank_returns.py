"""Why money comes back, by the codes of ISO 20022 (external return reasons); why a movement matches no payment."""

from collections.abc import Mapping

from language import Text

_REASONS: Mapping[str, Text] = {
    "AC01": Text("numéro de compte faux", "wrong account number"),
    "AC04": Text("compte clos", "account closed"),
    "AC06": Text("compte bloqué", "account blocked"),
    "AG01": Text("opération interdite sur ce compte", "transaction forbidden on this account"),
    "AG02": Text("code d’opération faux", "wrong transaction code"),
    "AM05": Text("virement en double", "duplicate payment"),
    "BE04": Text("adresse du bénéficiaire manquante", "address of the payee missing"),
    "BE05": Text("donneur d’ordre non reconnu", "payer not recognised"),
    "CNOR": Text("banque du bénéficiaire inconnue", "bank of the payee unknown"),
    "DUPL": Text("virement en double", "duplicate payment"),
    "FOCR": Text("rappel de fonds accepté", "recall accepted"),
    "MD07": Text("bénéficiaire décédé", "payee deceased"),
    "MS02": Text("refusé par le bénéficiaire", "refused by the payee"),
    "MS03": Text("refusé par la banque, sans raison dite", "refused by the bank, no reason said"),
    "RC01": Text("code de la banque faux", "wrong code of the bank"),
    "RR01": Text("raison réglementaire", "regulatory reason"),
    "RR02": Text("raison réglementaire", "regulatory reason"),
    "RR03": Text("raison réglementaire", "regulatory reason"),
    "RR04": Text("raison réglementaire", "regulatory reason"),
}
LEFT: Mapping[str, Text] = {
    "announced": Text("annoncé, pas encore comptabilisé", "announced, not booked yet"),
    "no-reference": Text("sans référence de bout en bout", "without an end-to-end reference"),
    "unknown-reference": Text("aucun paiement de cette référence", "no payment of this reference"),
    "other-currency": Text("dans une autre monnaie", "in another currency"),
    "no-amount": Text("sans montant", "without an amount"),
    "other-amount": Text("le paiement a un autre montant", "the payment has another amount"),
    "no-day": Text("sans jour", "without a day"),
    "twice": Text("deux fois dans le relevé", "twice in the statement"),
    "confirmed-already": Text("déjà confirmé", "confirmed already"),
    "failed-already": Text(
        "déjà noté échoué, revenu ou annulé", "recorded as failed, returned or cancelled already"
    ),
    "not-sent": Text("pas encore remis à la banque", "not sent to the bank yet"),
    "money-in": Text(
        "de l’argent qui entre, sans motif de retour", "money that comes in, without a reason of return"
    ),
}
"""By the code of ``queries.bank_statement``."""
_RETURNED = Text("Retour par la banque", "Returned by the bank")
_FOR = Text("Retour par la banque\u00a0: {}", "Returned by the bank: {}")


def return_words(code: str | None, said: str) -> Text:
    """Why money came back: the code in words, the code, what the bank says."""
    if not code:
        return Text(*(" – ".join(filter(None, (one, said))) for one in _RETURNED))
    known = _REASONS.get(code)
    named = [f"{one} ({code})" for one in known] if known else [code, code]
    return Text(
        *(" – ".join(filter(None, (whole.format(one), said))) for whole, one in zip(_FOR, named, strict=True))
    )
