"""The columns of sheets: headings, what else people call them, what goes into them, and an example of each."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from language import Text

KINDS: Mapping[str, Text] = {
    "personnes": Text("Personnes et rôles", "People and roles"),
    "dossiers": Text("Dossiers et leurs actes datés", "Files and their dated acts"),
    "contacts": Text("Contacts", "Contacts"),
    "parties-prenantes": Text("Parties prenantes", "Stakeholders"),
    "contributions": Text("Contributions", "Contributions"),
    "contributions-citoyennes": Text("Contributions citoyennes", "Citizens’ contributions"),
    "avis-passes": Text("Avis rendus avant", "Reviews of the past"),
    "financements-passes": Text("Financements d’avant", "Fundings of the past"),
    "paiements": Text("Confirmations de paiement", "Payment confirmations"),
}
"""By their name in addresses."""
ABOUT_KINDS: Mapping[str, Text] = {
    "personnes": Text(
        "Une ligne par personne et par rôle. Une adresse déjà connue n’est pas enregistrée deux fois.",
        "A row for each person and role. An address that is known is not registered twice.",
    ),
    "dossiers": Text(
        "Une ligne par acte, dans l’ordre, l’ouverture d’abord ; les lignes d’un même dossier portent son nom et"
        " sont enregistrées toutes ou aucune.",
        "A row for each act, in order, the opening first; the rows of a file bear its name and are recorded all or"
        " none.",
    ),
    "contacts": Text(
        "Une ligne par réunion, visite ou appel.", "A row for each meeting, visit or phone call."
    ),
    "parties-prenantes": Text(
        "Une ligne par organisation ou groupe d’habitants et par dossier.",
        "A row for each organisation or group of residents, in each file.",
    ),
    "contributions": Text(
        "Une ligne par apport, en numéraire ou en nature.", "A row for each contribution, in cash or in kind."
    ),
    "contributions-citoyennes": Text(
        "Une ligne par contribution à abonder ; sa référence ne dit rien de la personne.",
        "A row for each contribution to be matched; its reference says nothing about the person.",
    ),
    "avis-passes": Text(
        "Une ligne par avis rendu hors de ce service : il est dans l’histoire du dossier, et ne rappelle rien.",
        "A row for each review outside this service: it is in the history of the file, and reminds of nothing.",
    ),
    "financements-passes": Text(
        "Une ligne par financement décidé hors de ce service : aucune enveloppe d’aujourd’hui n’en bouge.",
        "A row for each funding decided outside this service: no envelope of today moves for it.",
    ),
    "paiements": Text(
        "Une ligne par paiement exécuté par la banque.", "A row for each payment that the bank has made."
    ),
}

FILE = Text("Dossier", "File")
HEADINGS: Mapping[str, Text] = {
    "cooperation": FILE,
    "name": Text("Nom", "Name"),
    "email": Text("Adresse électronique", "E-mail address"),
    "language": Text("Langue", "Language"),
    "role": Text("Rôle", "Role"),
    "region": Text("Région", "Region"),
    "since": Text("Depuis le", "Since"),
    "until": Text("Jusqu’au", "Until"),
    "date": Text("Date", "Date"),
    "act": Text("Acte", "Act"),
    "what": Text("Quoi", "What"),
    "note": Text("Note", "Note"),
    "territory": Text("Territoire", "Territory"),
    "insee_codes": Text("Codes INSEE", "INSEE codes"),
    "object": Text("Objet", "Object"),
    "cooperation_type": Text("Type de coopération", "Type of cooperation"),
    "economic_model": Text("Modèle économique", "Economic model"),
    "origin": Text("Origine", "Origin"),
    "relayed_from": Text("Programme relayé", "Relayed programme"),
    "programme": Text("Programme", "Programme"),
    "call": Text("Appel", "Call"),
    "managers": Text("Suivi par", "Followed by"),
    "sector": Text("Secteur", "Sector"),
    "kind": Text("De quelle façon", "In which way"),
    "stakeholder": Text("Partie prenante", "Stakeholder"),
    "stakeholders": Text("Parties prenantes", "Stakeholders"),
    "stakeholder_role": Text("Son rôle", "Its role"),
    "carries_the_money": Text("Structure porteuse", "Carries the money"),
    "amount": Text("Montant (€)", "Amount (€)"),
    "hours": Text("Heures", "Hours"),
    "instrument": Text("Dispositif", "Instrument"),
    "reference": Text("Référence", "Reference"),
    "beneficiary": Text("Numéro SIRET du bénéficiaire", "The beneficiary’s SIRET number"),
    "tranche": Text("Tranche", "Tranche"),
    "bank_reference": Text("Référence de la banque", "The bank’s reference"),
    "executed_on": Text("Exécuté le", "Executed on"),
    "asked": Text("Ce qui était demandé", "What was asked"),
    "whom": Text("Instance", "Panel"),
    "verdict": Text("Avis", "Opinion"),
    "instrument_past": Text("Dispositif", "Instrument"),
    "funder": Text("Financeur", "Funder"),
    "decision": Text("Décision", "Decision"),
    "asked_amount": Text("Demandé (€)", "Asked for (€)"),
    "granted_amount": Text("Accordé (€)", "Granted (€)"),
    "paid_amount": Text("Versé (€)", "Paid (€)"),
}
"""By field; the same in all kinds."""
ALSO: Mapping[str, tuple[str, ...]] = {
    "cooperation": ("coopération", "cooperation", "nom du dossier", "projet"),
    "name": ("nom et prénom", "prénom et nom", "personne", "organisation", "structure"),
    "email": ("courriel", "mail", "e-mail", "email", "adresse mail", "adresse"),
    "date": ("le", "jour", "quand"),
    "note": ("commentaire", "commentaires", "notes", "remarque"),
    "kind": ("type", "nature", "moyen"),
    "managers": ("binôme", "référents", "référent", "chargé de mission"),
    "insee_codes": ("insee", "code insee", "code commune"),
    "amount": ("montant", "amount", "euros", "montant en euros"),
    "beneficiary": ("siret", "n° siret", "numéro siret"),
    "executed_on": ("date d’exécution", "payé le"),
    "stakeholder": ("partenaire", "partner"),
    "stakeholders": ("participants", "présents"),
}
"""What else people call them."""
HINTS: Mapping[str, Text] = {
    "cooperation": Text(
        "Le nom du dossier, ou la fin de son adresse.", "The name of the file, or the end of its address."
    ),
    "email": Text("Une seule, complète.", "One, complete."),
    "language": Text("français si vide", "French if empty"),
    "region": Text(
        "Pour un rôle : une région, ou « toutes les régions ».", "For a role: a region, or “all regions”."
    ),
    "date": Text(
        "31/12/2026, 12/2026 ou 2026 : aussi précis que ce qui est connu.",
        "31/12/2026, 12/2026 or 2026: as precise as what is known.",
    ),
    "insee_codes": Text(
        "Cinq caractères, séparés par des virgules.", "Five characters, separated by commas."
    ),
    "managers": Text(
        "Noms ou adresses, séparés par des virgules.", "Names or addresses, separated by commas."
    ),
    "stakeholders": Text("Leurs noms, séparés par des virgules.", "Their names, separated by commas."),
    "act": Text("Vide : l’ouverture du dossier.", "Empty: the opening of the file."),
    "what": Text(
        "Le livrable, la partie prenante, le titre ; rien pour une réunion.",
        "The deliverable, the stakeholder, the title; nothing for a meeting.",
    ),
    "note": Text("Gardée au coffre, effaçable.", "Kept in the vault, erasable."),
    "amount": Text("30 000,50", "30,000.50"),
    "carries_the_money": Text("oui ou non ; non si vide", "yes or no; no if empty"),
    "instrument": Text(
        "Inutile si le dossier n’a qu’un financement.", "Not needed if the file has one funding only."
    ),
    "reference": Text("Sans rien qui dise qui est la personne.", "With nothing that says who the person is."),
    "tranche": Text("Inutile si un seul paiement attend.", "Not needed if a single payment waits."),
    "amount_paid": Text("Comparé au montant ordonné.", "Compared with the amount ordered."),
}
"""What goes into a column, where its heading does not say it."""

ACTS: Mapping[str, Bilingual] = {
    "open": ("ouverture", "opening"),
    "meeting": ("réunion", "meeting"),
    "visit": ("visite", "visit"),
    "phone": ("appel", "phone call"),
    "stakeholder": ("partie prenante", "stakeholder"),
    "deliverable": ("livrable", "deliverable"),
    "declare": ("point du passage constaté", "gate item declared"),
    "waive": ("point du passage levé", "gate item waived"),
    "advance": ("passage à la phase suivante", "entry into the next phase"),
    "quick-win": ("victoire rapide", "quick win"),
    "lesson": ("enseignement", "lesson"),
    "problem": ("problème", "problem"),
    "pause": ("mise en pause", "pause"),
    "resume": ("reprise", "resumption"),
}
"""The acts of a file that a sheet may tell."""
EVERYWHERE: Bilingual = ("toutes les régions", "all regions")
LANGUAGES: tuple[Bilingual, Bilingual] = (("français", "French"), ("anglais", "English"))
YES = frozenset({"oui", "o", "yes", "y", "vrai", "true", "x", "1"})
NO = frozenset({"non", "n", "no", "faux", "false", "0"})
DAY = Text("dd/mm/yyyy", "yyyy-mm-dd")
"""How days are shown in a sheet."""
EXAMPLE = Text("Exemple", "Example")
EXAMPLES: Mapping[str, Text] = {
    "cooperation": Text("Passage vert", "Passage vert"),
    "name": Text("Camille Exemple", "Camille Exemple"),
    "email": Text("camille.exemple@example.org", "camille.exemple@example.org"),
    "language": Text("français", "French"),
    "role": Text("chargé·e de mission", "programme manager"),
    "region": Text("Occitanie", "Occitanie"),
    "since": Text("01/01/2026", "01/01/2026"),
    "until": Text("31/12/2028", "31/12/2028"),
    "date": Text("22/11/2026", "22/11/2026"),
    "act": Text("réunion", "meeting"),
    "what": Text("Portrait sensible", "Sensitive portrait"),
    "note": Text("Premier échange avec le collectif.", "First exchange with the collective."),
    "territory": Text("Quartier du Passage", "Quartier du Passage"),
    "insee_codes": Text("31555, 01004", "31555, 01004"),
    "object": Text("Un passage planté entre deux quartiers", "A planted passage between two quarters"),
    "cooperation_type": Text("non modélisée", "non-modelled"),
    "economic_model": Text("non marchand", "non-market"),
    "origin": Text("appel d’habitants", "residents’ call"),
    "relayed_from": Text("", ""),
    "programme": Text("Démarche territoriale", "Démarche territoriale"),
    "call": Text("", ""),
    "managers": Text(
        "Camille Exemple, dominique.invente@example.org", "Camille Exemple, dominique.invente@example.org"
    ),
    "sector": Text("association", "association"),
    "kind": Text("réunion", "meeting"),
    "stakeholder": Text("Les Jardins du Passage", "Les Jardins du Passage"),
    "stakeholders": Text(
        "Les Jardins du Passage, Ville de Toulouse", "Les Jardins du Passage, Ville de Toulouse"
    ),
    "stakeholder_role": Text("Anime le collectif", "Facilitates the collective"),
    "carries_the_money": Text("oui", "yes"),
    "amount": Text("1 250,50", "1,250.50"),
    "hours": Text("40", "40"),
    "instrument": Text("", ""),
    "reference": Text("C-2026-014", "C-2026-014"),
    "beneficiary": Text("00012345600017", "00012345600017"),
    "tranche": Text("Première tranche", "First tranche"),
    "bank_reference": Text("VIR20261122-07", "VIR20261122-07"),
    "executed_on": Text("22/11/2026", "22/11/2026"),
    "asked": Text("Entrée en phase 2", "Entry into phase 2"),
    "whom": Text("Jury national", "National jury"),
    "verdict": Text("favorable", "favourable"),
    "instrument_past": Text("Amorçage", "Seed money"),
    "funder": Text("Fonds territorial", "Territorial fund"),
    "decision": Text("accordé", "granted"),
    "asked_amount": Text("15 000", "15,000"),
    "granted_amount": Text("12 000", "12,000"),
    "paid_amount": Text("12 000", "12,000"),
}
"""By field; what a row of a template shows."""
