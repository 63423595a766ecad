"""Fundings up to their agreement in words: commands, entries, fields."""

from collections.abc import Mapping

from language import Text

COMMANDS: Mapping[str, Text] = {
    "RequestFunding": Text("Demander un financement", "Ask for a funding"),
    "ReviseFunding": Text("Modifier une demande de financement", "Change a request for funding"),
    "WithdrawFunding": Text("Retirer une demande de financement", "Withdraw a request for funding"),
    "DecideFunding": Text("Accorder, refuser ou ajourner un financement", "Grant, refuse or defer a funding"),
    "ResubmitFunding": Text("Redéposer une demande refusée ou ajournée", "Ask again after a refusal"),
    "PrepareAgreement": Text("Préparer la convention de financement", "Prepare the funding agreement"),
    "SignAgreement": Text("Noter la signature de la convention", "Record a signature of the agreement"),
    "MeetCondition": Text("Noter une condition remplie", "Record that a condition is met"),
    "ConfirmCoFunding": Text("Noter un cofinancement confirmé", "Record that co-funding is confirmed"),
    "RecordCitizenContribution": Text(
        "Noter la contribution d’un·e citoyen·ne", "Record a citizen’s contribution"
    ),
    "ProposeAmendment": Text("Proposer un avenant", "Propose an amendment"),
    "DecideAmendment": Text("Accorder ou refuser un avenant", "Grant or refuse an amendment"),
    "SignAmendment": Text("Noter la signature d’un avenant", "Record a signature of an amendment"),
    "WithdrawAmendment": Text("Retirer un avenant proposé", "Take back a proposed amendment"),
    "ExtendFundingDeadline": Text("Prolonger une échéance du financement", "Extend a deadline of a funding"),
    "ReleaseFunds": Text("Rendre à l’enveloppe ce qui n’est pas payé", "Release what is not paid"),
    "ReclaimFunds": Text("Demander un reversement", "Reclaim part of what was paid"),
    "CloseFunding": Text("Solder un financement", "Close a funding"),
}

EVENTS: Mapping[str, Text] = {
    "FundingAsked": Text("Financement demandé", "Funding asked for"),
    "FundingAnswered": Text("Suite d’une demande de financement", "What became of a funding"),
    "FundingRequested": Text("Demande de financement", "Funding requested"),
    "EligibilityAssessed": Text("Éligibilité examinée", "Eligibility assessed"),
    "FundingRevised": Text("Demande modifiée", "Request changed"),
    "FundingWithdrawn": Text("Demande retirée", "Request withdrawn"),
    "FundingGranted": Text("Financement accordé", "Funding granted"),
    "FundingDeclined": Text("Financement refusé ou ajourné", "Funding refused or deferred"),
    "FundingResubmitted": Text("Demande redéposée", "Funding asked for again"),
    "AgreementPrepared": Text("Convention préparée", "Agreement prepared"),
    "AgreementSigned": Text("Convention signée par une partie", "Agreement signed by a party"),
    "ConditionMet": Text("Condition remplie", "Condition met"),
    "CoFundingConfirmed": Text("Cofinancement confirmé", "Co-funding confirmed"),
    "CitizenContributionRecorded": Text("Contribution citoyenne", "Citizen’s contribution"),
    "AmendmentProposed": Text("Avenant proposé", "Amendment proposed"),
    "AmendmentGranted": Text("Avenant accordé", "Amendment granted"),
    "AmendmentRefused": Text("Avenant refusé", "Amendment refused"),
    "AmendmentSigned": Text("Avenant signé par une partie", "Amendment signed by a party"),
    "AmendmentWithdrawn": Text("Avenant retiré", "Amendment withdrawn"),
    "FundsGivenBack": Text("Reliquat rendu à l’enveloppe", "Remainder released"),
    "FundsReclaimed": Text("Reversement demandé", "Funds reclaimed"),
    "FundingClosed": Text("Financement soldé", "Funding closed"),
    "CharterHeard": Text("Charte de la coopération signée", "The cooperation’s charter signed"),
}

_CENTS_FR, _CENTS_EN = "en centimes d’euro : 1500000 pour 15 000 €", "in euro cents: 1500000 for €15,000"
_REQUEST: Mapping[str, Text] = {
    "instrument": Text("le dispositif", "the instrument"),
    "amount_cents": Text(f"le montant demandé, {_CENTS_FR}", f"the amount asked for, {_CENTS_EN}"),
    "since": Text("le premier jour de l’action", "the first day of the action"),
    "until": Text("le dernier jour de l’action", "the last day of the action"),
    "beneficiary.kind": Text("la sorte de bénéficiaire", "the beneficiary’s kind"),
    "beneficiary.name": Text("le nom de l’organisme bénéficiaire", "the beneficiary body’s name"),
    "beneficiary.identifier": Text(
        "son SIRET (14 chiffres), son numéro RNA (W751234567) ou celui d’un autre registre",
        "its SIRET (14 digits), its RNA number (W751234567) or that of another register",
    ),
    "beneficiary.inhabitants": Text("son nombre d’habitants", "its number of inhabitants"),
    "beneficiary.employees": Text("son nombre de salarié·es", "its number of employees"),
    "plan": Text(
        "le plan de dépenses (JSON, en centimes) ; sa somme est le montant et les cofinancements",
        "the plan of expenses (JSON, in cents); its sum is the amount and all co-funding",
    ),
    "co_funding": Text(
        "les cofinancements (JSON, en centimes) ; ce qui vient en nature est valorisé",
        "the co-funding (JSON, in cents); what comes in kind is valued",
    ),
    "shares": Text(
        'la part de chaque source (JSON, en centimes : {"public": 500000})',
        'each source’s share (JSON, in cents: {"public": 500000})',
    ),
    "maturity": Text("le stade de maturité du projet", "the project’s stage of maturity"),
    "carrier": Text(
        "la partie prenante qui porte l’argent (structure porteuse)",
        "the stakeholder that carries the money",
    ),
    "passed_on": Text(
        "ce que la structure porteuse reverse à d’autres (JSON, en centimes)",
        "what the carrier passes on to others (JSON, in cents)",
    ),
    "fast_track": Text("ce que le circuit accéléré doit soutenir", "what the fast track is asked to support"),
}

FIELDS: Mapping[str, Text] = {
    **{f"request.{field}": text for field, text in _REQUEST.items()},
    "funding": Text("le financement concerné (nom court)", "the funding it concerns (short name)"),
    "RequestFunding.funding": Text("un nom court pour ce financement", "a short name for this funding"),
    "DecideFunding.amount_cents": Text(
        f"le montant accordé, {_CENTS_FR} ; tout ce qui est demandé, si rien",
        f"the amount granted, {_CENTS_EN}; all that is asked for, if nothing",
    ),
    "ProposeAmendment.amount_cents": Text(
        f"le nouveau montant, {_CENTS_FR} ; le même, si rien",
        f"the new amount, {_CENTS_EN}; the same, if nothing",
    ),
    "conditions": Text(
        "les conditions, chacune avec sa date (JSON)", "the conditions, each with its day (JSON)"
    ),
    "parties": Text("les parties qui signent (JSON)", "the parties that sign (JSON)"),
    "SignAgreement.party": Text("la partie qui a signé (nom court)", "the party that signed (short name)"),
    "SignAmendment.party": Text("la partie qui a signé (nom court)", "the party that signed (short name)"),
    "contributions": Text(
        "ce que chaque partie apporte (JSON, en centimes)", "what each party brings (JSON, in cents)"
    ),
    "clauses": Text("les clauses, en une ligne chacune (JSON)", "the clauses, in one line each (JSON)"),
    "condition": Text("la condition", "the condition"),
    "source": Text("le cofinanceur (nom court du plan)", "the co-funder (short name in the plan)"),
    "contribution": Text(
        "la référence de la contribution, sans rien dire de la personne",
        "the contribution’s reference, which says nothing about the person",
    ),
    "cents": Text("le montant, en centimes d’euro", "the amount, in euro cents"),
    "amendment": Text("l’avenant (nom court)", "the amendment (short name)"),
    "plan": Text(
        "le nouveau plan de dépenses (JSON, en centimes)", "the new plan of expenses (JSON, in cents)"
    ),
    "subject": Text(
        "de quel rapport, condition, tranche ou avenant il s’agit, s’il y en a plusieurs",
        "which report, condition, tranche or amendment, where there are several",
    ),
}
