"""Why an entry of a history is there and what it set off, in words: one phrase a relation, in each direction."""

from collections.abc import Mapping, Sequence

from domain.decide.entitled import Entitled
from domain.fundings.circuit import is_role
from domain.kernel.values import Body
from domain.relations.relation import Relation
from domain.reviews.events import VoteCounts
from language import Text, say, t
from wording.findings import FindingTold
from wording.naming import Naming
from wording.punctuation import joined, labelled, quoted, quoted_pair
from wording.roles import AS_ONE_OF
from wording.values import word
from wording.votes import votes_words

OPEN = Text("Pourquoi\u202f? · Et ensuite\u202f?", "Why? · What then?")
ON_ITS_PAGE = Text("Ce qui y a mené, et ce qu’elle a entraîné", "What led to it, and what it set off")
WHY = Text("Pourquoi\u202f?", "Why?")
THEN = Text("Et ensuite\u202f?", "What then?")
NOTHING_BEFORE = Text("Aucune autre entrée du dossier n’y a mené.", "No other entry of the file led to it.")
NOTHING_AFTER = Text(
    "Elle n’a entraîné aucune autre entrée jusqu’ici.", "It has set off no other entry so far."
)
BACK = Text("Revenir à cette entrée dans l’historique", "Back to this entry in the history")
ONE_AT_A_TIME = Text("--why ou --then, pas les deux", "--why or --then, not both")
ONE_AFTER_THE_OTHER = Text("Demandez l’un, puis l’autre.", "Ask for one, then for the other.")
RULES = Text("Règles", "Rules")

LED: Mapping[Relation, Text] = {
    Relation.TOGETHER: Text("Enregistré en même temps que", "Recorded together with"),
    Relation.CAUSED_BY: Text("Déclenché par", "Set off by"),
    Relation.EVIDENCE: Text("Montré par", "Shown by"),
    Relation.RESTS_ON: Text("S’appuie sur", "Rests on"),
    Relation.ANSWERS: Text("Fait suite à", "Follows up on"),
    Relation.RESUBMITS: Text("Présenté de nouveau après", "Submitted again after"),
    Relation.CORRECTS: Text("Corrige", "Corrects"),
    Relation.FLAGS: Text("Met en doute", "Puts in doubt"),
    Relation.REMINDS: Text("Rappelle ce qui court depuis", "Reminds of what has been running since"),
    Relation.SILENT_AFTER: Text("Constate le silence après", "Notes the silence after"),
    Relation.RESERVES: Text("Réserve ce qu’a accordé", "Sets aside what was granted by"),
    Relation.CONSUMES: Text("Prend sur ce qu’avait réservé", "Takes from what was set aside by"),
    Relation.RESTORES: Text("Rend ce qu’avait pris", "Gives back what was taken by"),
    Relation.PAYS: Text("Paie, à la suite de", "Pays, following"),
    Relation.REPLACES: Text("Remplace", "Replaces"),
    Relation.AWAITS: Text("Attend ce qu’a ouvert", "Waits for what was opened by"),
}
"""What led to an entry, by what the entry is to it."""

SET_OFF: Mapping[Relation, Text] = {
    Relation.TOGETHER: Text("Enregistré en même temps", "Recorded with it"),
    Relation.CAUSED_BY: Text("A déclenché", "Set off"),
    Relation.EVIDENCE: Text("A montré un point de", "Showed an item of"),
    Relation.RESTS_ON: Text("A servi d’appui à", "Was the basis of"),
    Relation.ANSWERS: Text("A eu pour suite", "Was followed up by"),
    Relation.RESUBMITS: Text("A été présenté de nouveau", "Was submitted again"),
    Relation.CORRECTS: Text("Corrigé par", "Corrected by"),
    Relation.FLAGS: Text("Mis en doute par", "Put in doubt by"),
    Relation.REMINDS: Text("A donné lieu à un rappel", "Led to a reminder"),
    Relation.SILENT_AFTER: Text("Resté sans réponse", "Stayed without an answer"),
    Relation.RESERVES: Text("Argent réservé", "Money set aside"),
    Relation.CONSUMES: Text("Réserve entamée", "Taken from what was set aside"),
    Relation.RESTORES: Text("Argent rendu", "Money given back"),
    Relation.PAYS: Text("Paiement", "Payment"),
    Relation.REPLACES: Text("Remplacé par", "Replaced by"),
    Relation.AWAITS: Text("Attendu par", "Waited for by"),
}
"""What an entry set off, by what that is to it."""


def led(relation: Relation, entry: str) -> str:
    """What led to an entry."""
    return labelled(say(LED[relation]), entry)


def set_off(relation: Relation, entry: str) -> str:
    """What an entry set off."""
    return labelled(say(SET_OFF[relation]), entry)


def item(name: str, held: str) -> str:
    """How an item of a gate held: *Avis de la commission : rempli*."""
    return labelled(name, word(held, "gate-item"))


def counts(votes: VoteCounts) -> str:
    """How the votes were counted, and nobody’s own: *3 pour, 1 contre, 0 abstention ; 4 avis comptés sur 5*."""
    said = [say(votes_words(votes.favourable, votes.unfavourable, votes.abstentions))]
    if votes.with_conditions:
        said.append(
            t(
                f"dont {votes.with_conditions} sous conditions",
                f"{votes.with_conditions} of these with conditions",
            )
        )
    counted = "avis compté" if votes.present < 2 else "avis comptés"  # noqa: PLR2004 - French counts 0 and 1 as one
    opinions = "opinion" if votes.present == 1 else "opinions"
    said.append(
        t(
            f"{votes.present} {counted} sur {votes.effective}, quorum {votes.quorum}",
            f"{votes.present} {opinions} counted of {votes.effective}, quorum {votes.quorum}",
        )
    )
    return joined(said)


def finding(found: FindingTold) -> str:
    """What a rule of eligibility found: *Plafond : 30 000 € – respecté*."""
    holds = t("respecté", "met") if found.holds else t("non respecté", "not met")
    said = say(found.has) or say(found.wants)
    return labelled(say(found.rule), f"{said} – {holds}" if said else holds)


BY_ITSELF = Text(
    "Fait par le service, comme le règlement le prescrit", "Done by the service, as the rulebook prescribes"
)


def decided(entitled: Entitled, name: str | None, body: Body | None, naming: Naming) -> str:
    """Who decided, and as what: by a role, for a panel, as one of those in charge; ``name``: None for the service."""
    if name is None:
        return say(BY_ITSELF)
    capacities = [say(AS_ONE_OF[one]) for one in entitled.held if one in entitled.could]
    if body and not is_role(body):
        capacities.append(t("pour ", "for ") + say(quoted_pair(naming.one("body", body))))
    if entitled.was_in_charge and not capacities:
        capacities.append(t("en charge du dossier", "in charge of the file"))
    return ", ".join([t("Décidé par ", "Decided by ") + name, *capacities])


def could(entitled: Entitled, naming: Naming, *, besides: bool) -> str:
    """Whom it was up to, ``besides`` the service or alone; empty where no rule asks for a role."""
    whom = [say(naming.one("body", one)) for one in entitled.could]
    if entitled.in_charge:
        whom.append(t("qui est en charge du dossier", "whoever is in charge of the file"))
    label = (
        t("Pouvait le faire aussi", "Could do it too") if besides else t("Cela revenait à", "It was up to")
    )
    return labelled(label, ", ".join(whom)) if whom else ""


def no_such_entry(typed: str, last: int) -> Text:
    """That there is no such entry, and which there are."""
    name = quoted(typed)
    if last == 0:
        return Text(f"Aucune entrée {name.fr} dans cet historique.", f"No entry {name.en} in this history.")
    return Text(
        f"Aucune entrée {name.fr}\u00a0: elles vont de 1 à {last}.",
        f"No entry {name.en}: they go from 1 to {last}.",
    )


def how_to_name(others: Sequence[str]) -> Text:
    """How entries are named, those of reviews and fundings too."""
    if not others:
        return Text(
            "`escale history` montre les numéros des entrées.",
            "`escale history` shows the numbers of entries.",
        )
    example = f"{others[0]}#1"
    return Text(
        f"`escale history` montre les numéros\u202f; une entrée d’un avis ou d’un financement se dit {example}.",
        f"`escale history` shows the numbers; an entry of a review or a funding is named {example}.",
    )
