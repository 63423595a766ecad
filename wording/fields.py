"""What each field of the commands asks for."""

from collections.abc import Mapping

from language import Text
from wording import of_acts, of_fundings, of_payments, of_reviews

FIELDS: Mapping[str, Text] = {
    "acts": Text("les actes, dans l’ordre", "the acts, in order"),
    "asked_cents": Text("le montant demandé, en centimes d’euro", "the amount asked for, in euro cents"),
    "funder": Text("qui finançait", "who funded"),
    "granted_cents": Text("le montant accordé, en centimes d’euro", "the amount granted, in euro cents"),
    "paid_cents": Text("le montant versé, en centimes d’euro", "the amount paid, in euro cents"),
    "whom": Text("l’instance, comme on l’appelait", "the panel, as it was called"),
    "actor": Text("qui agit", "who acts"),
    "administrator_email": Text("adresse de l’administrateur·rice", "the administrator’s address"),
    "administrator_name": Text("nom de l’administrateur·rice", "the administrator’s name"),
    "amount_cents": Text("le montant, en centimes d’euro", "the amount, in euro cents"),
    "answers": Text(
        'la réponse à chaque motif : --answers.motif "…" (JSON : {"motif": "…"})',
        'the answer to each point: --answers.point "…" (JSON: {"point": "…"})',
    ),
    "awaited": Text("le dossier attendu", "the file to wait for"),
    "brings": Text("ce que la partie apporte", "what the party brings"),
    "call": Text("l’appel à projets, s’il y en a un", "the call, if there is one"),
    "carries_the_money": Text(
        "reçoit-elle l’argent pour les autres (structure porteuse) ?", "does it carry the money?"
    ),
    "code": Text("le code, s’il y en a un", "the code, if there is one"),
    "command_id": Text("l’identifiant de la commande, choisi par vous", "the command’s id, chosen by you"),
    "cooperation": Text("le dossier concerné", "the file it concerns"),
    "cooperation_type": Text("le type de coopération", "the type of cooperation"),
    "criterion": Text("le critère", "the criterion"),
    "deadline": Text("l’échéance", "the deadline"),
    "decision": Text("ce que vous décidez", "what you decide"),
    "deliverable": Text("le livrable", "the deliverable"),
    "delivery": Text("ce que le message est devenu", "what became of the message"),
    "document": Text("l’empreinte du document (sha256:…)", "the document’s digest (sha256:…)"),
    "economic_model": Text("le modèle économique", "the economic model"),
    "effective_at": Text("quand c’est arrivé ; maintenant, si rien", "when it happened; now, if nothing"),
    "email": Text("l’adresse électronique", "the e-mail address"),
    "entry": Text("le numéro de l’entrée (escale history)", "the entry’s number (escale history)"),
    "evidence": Text("les numéros des entrées qui le montrent", "the numbers of the entries that show it"),
    "expects": Text("ce que la partie attend", "what the party expects"),
    "experiment": Text("l’expérimentation (nom court)", "the experiment (short name)"),
    "finding": Text("le constat de l’expérimentation", "the experiment’s finding"),
    "from_person": Text("la personne qui cède ses dossiers", "the person who hands over"),
    "grant": Text(
        "l’identifiant de la commande qui a donné le rôle", "the id of the command that gave the role"
    ),
    "grid": Text("la grille, chaque point de 0 à 4 (JSON)", "the grid, each item from 0 to 4 (JSON)"),
    "handed_to": Text("l’instance locale qui prend le relais", "the local body that takes over"),
    "happened_at": Text("quand c’est vraiment arrivé", "when it really happened"),
    "hours": Text("les heures de travail", "the hours of work"),
    "item": Text("le point du passage", "the gate item"),
    "kind": Text("la sorte", "the kind"),
    "language": Text("la langue", "the language"),
    "managers": Text(
        "les personnes chargées du dossier, une à quatre", "those in charge of the file, one to four"
    ),
    "met": Text("le critère est-il rempli ?", "is the criterion met?"),
    "message": Text("l’identifiant du message", "the message’s id"),
    "name": Text("le nom", "the name"),
    "note": Text("une note privée", "a private note"),
    "object": Text("l’objet, en une ligne", "the object, in one line"),
    "occasion": Text(
        "le rendez-vous que le programme compte, s’il y en a un",
        "the occasion that the programme counts, if any",
    ),
    "occurrence": Text("l’occurrence de l’échéance", "the deadline’s occurrence"),
    "origin": Text("d’où vient la coopération", "where the cooperation came from"),
    "outcome": Text("l’issue", "the outcome"),
    "party": Text("la partie qui s’engage", "the party that commits itself"),
    "person": Text("la personne", "the person"),
    "phase": Text(
        "la phase où poursuivre, si le nouveau règlement n’a pas la présente",
        "the phase to go on in, if the new rulebook lacks the present one",
    ),
    "points": Text(
        "les motifs du refus, en clés (sans_habitants)", "the reasons of the refusal, as keys (no_residents)"
    ),
    "problem": Text("le numéro de l’entrée du problème", "the number of the problem’s entry"),
    "programme": Text("le programme", "the programme"),
    "reasons": Text("les raisons du refus", "the reasons of the refusal"),
    "reason": Text("la raison", "the reason"),
    "name_fr": Text("son nom en français", "its name in French"),
    "name_en": Text("son nom en anglais ; le même, si rien", "its name in English; the same, if nothing"),
    "NameRegion.region": Text(
        "le mot qui la désigne dans les dossiers (par exemple paca-corse)",
        "the word that files have for it (paca-corse)",
    ),
    "region": Text("la région (par exemple occitanie)", "the region (for example occitanie)"),
    "relayed_from": Text("le programme antérieur, pour un relais", "the earlier programme, for a relay"),
    "role": Text("le rôle", "the role"),
    "rung": Text("l’échelon", "the rung"),
    "sector": Text("le secteur", "the sector"),
    "settlement": Text("la réponse", "the answer"),
    "signatories": Text("les signataires, au moins deux", "the signatories, at least two"),
    "seen": Text(
        "la dernière entrée du dossier que vous avez lue : si d’autres ont décidé depuis, vous l’apprenez d’abord",
        "the last entry of the file that you have read: if others decided since, you are told first",
    ),
    "since": Text("le premier jour", "the first day"),
    "solved": Text("le problème est-il résolu ?", "is the problem solved?"),
    "stage": Text("l’étape où entrer", "the stage to enter"),
    "stakeholder": Text("la partie prenante (nom court)", "the stakeholder (short name)"),
    "stakeholders": Text("les parties prenantes présentes", "the stakeholders who took part"),
    "term.since": Text("le premier jour du rôle", "the role’s first day"),
    "term.until": Text("le dernier jour du rôle", "the role’s last day"),
    "territory.inhabitants": Text("le nombre d’habitants", "the number of inhabitants"),
    "territory.insee_codes": Text("les codes INSEE des communes", "the municipalities’ INSEE codes"),
    "territory.name": Text("le nom du territoire", "the territory’s name"),
    "territory.zonings": Text("les zonages (JSON)", "the zonings (JSON)"),
    "title": Text("le titre, sans nom de personne", "the title, without anybody’s name"),
    "to": Text(
        "où aller : une phase, ou un règlement (programme@2)",
        "where to: a phase, or a rulebook (programme@2)",
    ),
    "to_person": Text("la personne qui reprend les dossiers", "the person who takes over"),
    "toward": Text("l’autre partie ; toutes, si rien", "the other party; all, if nothing"),
    "type": Text("le nom de la commande", "the command’s name"),
    "until": Text("le dernier jour", "the last day"),
    "void": Text("n’est-ce jamais arrivé ?", "did it never happen?"),
    "what": Text("de quoi il s’agit", "what it is about"),
    "would_change": Text("ce qui changerait la décision", "what would change the decision"),
    "zone": Text("le fuseau horaire", "the time zone"),
    **of_acts.FIELDS,
    **of_reviews.FIELDS,
    **of_fundings.FIELDS,
    **of_payments.FIELDS,
}


def label_of(command: str, field: str) -> Text:
    """What a field of a command asks for: in its own words, where those of its namesakes do not fit."""
    return FIELDS.get(f"{command}.{field}") or FIELDS[field]
