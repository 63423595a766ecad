"""What the fields of forms are called on pages, and the hints beside them.

On the command line a field is written as JSON, in cents or as a key; in a form it is a row, an amount or a choice.
"""

from collections.abc import Mapping, Sequence

from language import Text
from wording.fields import label_of
from wording.punctuation import capitalised
from wording.reading import EVERY_REGION, READ_BY_ROLE

_AMOUNT = Text("Le montant", "The amount")
_NAME = Text("Le nom", "The name")
_LABEL = Text("L’intitulé", "The title")
_ADDRESS_END = Text("La fin de l’adresse de sa page", "The end of its page’s address")

_LABELS: Mapping[str, Text] = {
    "RecordContact.kind": Text("De quelle façon", "In which way"),
    "RecordContact.occasion": Text(
        "Un rendez-vous que le programme compte", "An occasion that the programme counts"
    ),
    "RecordContribution.kind": Text("En argent ou en nature", "In cash or in kind"),
    "FoundOrganisation.kind": Text("Pour de vrai ou pour s’exercer", "For real or for practice"),
    "asked_cents": Text("Le montant demandé", "The amount asked for"),
    "granted_cents": Text("Le montant accordé", "The amount granted"),
    "paid_cents": Text("Le montant versé", "The amount paid"),
    "RecordPastReview.title": Text("Ce qui était demandé", "What was asked"),
    "RecordPastFunding.title": Text("Le dispositif, comme on l’appelait", "The instrument, as it was called"),
    "grant": Text("Le rôle à retirer", "The role to take back"),
    "territory": Text("Le territoire", "The territory"),
    "territory.name": Text("Son nom", "Its name"),
    "territory.insee_codes": Text("Les communes", "The municipalities"),
    "territory.zonings": Text("Les zonages", "The zonings"),
    "territory.zonings[].zoning": Text("Le zonage", "The zoning"),
    "territory.zonings[].code": Text("Son code, s’il en a un", "Its code, if it has one"),
    "territory.zonings[].source": Text("D’après quelle source", "According to which source"),
    "territory.zonings[].source_date": Text("La date de cette source", "The date of that source"),
    "stakeholder": Text("La partie prenante", "The stakeholder"),
    "AddStakeholder.stakeholder": _ADDRESS_END,
    "AddStakeholder.role": Text("Son rôle dans la coopération", "Its role in the cooperation"),
    "ChangeStakeholder.role": Text("Son nouveau rôle", "Its new role"),
    "term": Text("La durée du rôle", "How long the role lasts"),
    "document": Text("Le document", "The document"),
    "documents": Text("Les documents", "The documents"),
    "evidence": Text("Ce qui le montre", "What shows it"),
    "experiment": Text("L’expérimentation", "The experiment"),
    "StartExperiment.experiment": _ADDRESS_END,
    "OpenCooperation.cooperation": _ADDRESS_END,
    "OpenReview.review": _ADDRESS_END,
    "RequestFunding.funding": _ADDRESS_END,
    "ProposeAmendment.amendment": _ADDRESS_END,
    "payment_file": Text("Le nom du fichier", "The name of the file"),
    "contribution": Text("La référence de la contribution", "The reference of the contribution"),
    "problem": Text("Le problème", "The problem"),
    "grid": Text("La grille", "The grid"),
    "scores": Text("La grille", "The grid"),
    "entry": Text("L’entrée à corriger", "The entry to correct"),
    "points": Text("Les motifs", "The points"),
    "answers": Text("La réponse à chaque motif", "The answer to each point"),
    "review": Text("La demande d’avis", "The review"),
    "funding": Text("Le financement", "The funding"),
    "message": Text("Le message", "The message"),
    "HoldBackAct.act": Text("Ce que le service ne doit pas faire", "What the service is not to do"),
    "amount_cents": _AMOUNT,
    "cents": _AMOUNT,
    "OpenReview.amount_cents": Text("Le montant proposé", "The amount proposed"),
    "ReviseDossier.amount_cents": Text("Le montant proposé", "The amount proposed"),
    "conditions": Text("Les conditions", "The conditions"),
    "conditions[].condition": _ADDRESS_END,
    "conditions[].label": Text("La condition", "The condition"),
    "conditions[].due": Text("À remplir le", "To be met by"),
    "GiveOpinion.conditions": Text("Les conditions de l’avis", "The conditions of the opinion"),
    "request": Text("Ce qui est demandé", "What is asked for"),
    "request.amount_cents": Text("Le montant demandé", "The amount asked for"),
    "request.beneficiary": Text("Le bénéficiaire", "The beneficiary"),
    "request.beneficiary.identifier": Text(
        "Son numéro SIRET, RNA ou d’un autre registre", "Its SIRET or RNA number, or that of another register"
    ),
    "request.plan": Text("Le plan de dépenses", "The plan of expenses"),
    "plan": Text("Le nouveau plan de dépenses", "The new plan of expenses"),
    "plan[].expense": Text("La sorte de dépense", "The kind of expense"),
    "plan[].label": _LABEL,
    "plan[].cents": _AMOUNT,
    "request.co_funding": Text("Les cofinancements", "The co-funding"),
    "co_funding[].source": _ADDRESS_END,
    "co_funding[].name": Text("Le cofinanceur", "The co-funder"),
    "co_funding[].origin": Text("Public ou privé", "Public or private"),
    "co_funding[].form": Text("En argent ou en nature", "In cash or in kind"),
    "co_funding[].cents": _AMOUNT,
    "request.shares": Text("La part de chaque source", "The share of each source"),
    "request.passed_on": Text(
        "Ce que la structure porteuse reverse à d’autres", "What the carrier passes on to others"
    ),
    "passed_on[].to": Text("À qui", "To whom"),
    "passed_on[].cents": _AMOUNT,
    "DecideFunding.amount_cents": Text("Le montant accordé", "The amount granted"),
    "ProposeAmendment.amount_cents": Text("Le nouveau montant", "The new amount"),
    "parties": Text("Les parties qui signent", "The parties that sign"),
    "parties[].party": _ADDRESS_END,
    "parties[].name": _NAME,
    "contributions": Text("Ce que chaque partie apporte", "What each party brings"),
    "contributions[].party": Text("La partie", "The party"),
    "contributions[].form": Text("En argent ou en nature", "In cash or in kind"),
    "contributions[].cents": _AMOUNT,
    "contributions[].label": _LABEL,
    "clauses": Text("Les clauses", "The clauses"),
    "clauses[].clause": _ADDRESS_END,
    "clauses[].label": Text("La clause, en une ligne", "The clause, in one line"),
    "SignAgreement.party": Text("La partie qui a signé", "The party that signed"),
    "SignAmendment.party": Text("La partie qui a signé", "The party that signed"),
    "source": Text("Le cofinanceur", "The co-funder"),
    "amendment": Text("L’avenant", "The amendment"),
    "payment": Text("Le paiement", "The payment"),
    "RecordRefund.cents": Text("Le montant reçu", "The amount that came"),
    "commitments_cents": Text("Ce qui peut être engagé", "What may be committed"),
    "payments_cents": Text("Ce qui peut être payé", "What may be paid"),
    "account": Text(
        "Le numéro SIRET, RNA ou d’un autre registre de qui est payé",
        "The SIRET or RNA number, or that of another register, of who is paid",
    ),
    "version": Text("Les coordonnées bancaires", "The bank details"),
    "payments": Text("Les paiements", "The payments"),
    "region": Text("La région", "The region"),
    "NameRegion.region": Text("Le mot que les dossiers emploient", "The word that files use"),
    "name_fr": Text("Son nom en français", "Its name in French"),
    "name_en": Text("Son nom en anglais", "Its name in English"),
    "CorrectEntry.void": Text("N’est-ce jamais arrivé ?", "Did it never happen?"),
    "effective_at": Text("C’est arrivé un autre jour ?", "Did it happen on another day?"),
    "envelope": Text("L’enveloppe", "The envelope"),
    "to": Text("Vers", "Where to"),
    "iban": Text("L’IBAN", "The IBAN"),
    "acts": Text("Le fichier du passé", "The file of the past"),
    "rulebook": Text("Le fichier du règlement", "The rulebook’s file"),
}
"""By field, exact or by its name alone."""

_NOTHING_AS_ASKED = Text(
    "Laissez vide pour accorder ce qui est demandé.", "Leave empty to grant what is asked for."
)
_SLUG = Text(
    "Il vient du titre. Ne le changez que si vous le devez.",
    "It comes from the title. Change it only if you must.",
)

_HINTS: Mapping[str, Text] = {
    "territory.insee_codes": Text(
        "Un code par ligne, cinq signes, le zéro compris : 01004, 2A004.",
        "One code a line, five signs with its zero: 01004, 2A004.",
    ),
    "points": Text(
        "Un motif par ligne, en quelques mots : c’est un titre auquel il faudra répondre.",
        "One point a line, in a few words: a heading that will have to be answered.",
    ),
    "evidence": Text("Cochez ce qui le montre, s’il y a lieu.", "Tick what shows it, if anything does."),
    "OpenReview.amount_cents": Text(
        "Laissez vide pour soumettre ce qui est demandé.", "Leave empty to put what is asked for."
    ),
    "ReviseDossier.amount_cents": Text(
        "Laissez vide pour le laisser tel quel.", "Leave empty to leave it as it is."
    ),
    "DecideFunding.amount_cents": _NOTHING_AS_ASKED,
    "ProposeAmendment.amount_cents": Text(
        "Laissez vide pour garder le même.", "Leave empty to keep the same."
    ),
    "request.plan": Text(
        "Sa somme est le montant demandé et les cofinancements réunis.",
        "Its sum is the amount asked for and all co-funding together.",
    ),
    "request.co_funding": Text("Ce qui vient en nature est valorisé.", "What comes in kind is valued."),
    "request.beneficiary.identifier": Text(
        "Les 14 chiffres du SIRET, ou RNA (W751234567). Il se trouve sur annuaire-entreprises.data.gouv.fr.",
        "The 14 digits of the SIRET, or RNA (W751234567). Look it up on annuaire-entreprises.data.gouv.fr.",
    ),
    "effective_at": Text(
        "Laissez vide pour aujourd’hui. Le jour et le mois peuvent rester vides.",
        "Leave empty for today. Day and month may stay empty.",
    ),
    "happened_at": Text(
        "Le jour et le mois peuvent rester vides s’ils ne sont pas connus.",
        "Day and month may stay empty if they are not known.",
    ),
    "region": Text("La région décide de qui peut lire et agir.", "The region decides who may read and act."),
    "GrantRole.role": READ_BY_ROLE,
    "GrantRole.region": EVERY_REGION,
    "toward": Text("Laissez vide pour toutes.", "Leave empty for all of them."),
    "iban": Text("Copiez-le du relevé d’identité bancaire.", "Copy it from the bank’s statement of account."),
    "document": Text(
        "pdf, odt, ods, docx, xlsx, jpg ou png, 15 Mo au plus.",
        "pdf, odt, ods, docx, xlsx, jpg or png, 15 MB at most.",
    ),
    "documents": Text(
        "pdf, odt, ods, docx, xlsx, jpg ou png, 15 Mo chacun au plus.",
        "pdf, odt, ods, docx, xlsx, jpg or png, 15 MB each at most.",
    ),
    "OpenCooperation.cooperation": _SLUG,
    "AddStakeholder.stakeholder": _SLUG,
    "StartExperiment.experiment": _SLUG,
    "OpenReview.review": _SLUG,
    "RequestFunding.funding": _SLUG,
}
"""By field, exact or by its name alone."""

MOMENT_LABELS: Mapping[str, Text] = {
    "day": Text("Jour", "Day"),
    "month": Text("Mois", "Month"),
    "year": Text("Année", "Year"),
}

PUBLIC_TITLE = Text("Public : jamais le nom d’une personne.", "Public: never the name of a person.")
KEPT_IN_THE_VAULT = Text("Gardé au coffre, effaçable", "Kept in the vault, erasable")


def page_label(command: str, name: str) -> Text:
    """What a field is called on a page. Raises KeyError for one that has no words."""
    return _found(_LABELS, command, name) or capitalised(label_of(command, name))


def hint_of(command: str, name: str) -> Text | None:
    """What helps to fill it in, where something does."""
    return _found(_HINTS, command, name)


def _found(words: Mapping[str, Text], command: str, name: str) -> Text | None:
    inner = name.removeprefix("request.")
    return words.get(f"{command}.{name}") or words.get(name) or words.get(inner)


def made_words(field: str, of: str, subject: str) -> str:
    """Of what the short name of something is made that has no title: what it is, of what, about what."""
    what = {"amendment": "avenant", "contribution": "contribution", "payment_file": "virements"}.get(
        field, ""
    )
    return " ".join(one for one in (what, of.replace("_", " "), subject) if one)


def usual_points_words(hint: Text | None, names: Sequence[Text]) -> Text:
    """A hint, followed by the points that are usual: whoever writes one in these words means it."""
    before = hint or Text("", "")
    fr, en = " ; ".join(one.fr for one in names), "; ".join(one.en for one in names)
    return Text(f"{before.fr} Motifs habituels : {fr}.".strip(), f"{before.en} Usual points: {en}.".strip())
