"""What the parts of a rulebook must have in common: every key named is defined, no rule contradicts another."""

from collections.abc import Iterator

from domain.rulebook.consistent_course import course_mistakes
from domain.rulebook.consistent_deadlines import deadline_mistakes
from domain.rulebook.consistent_funding import funding_mistakes
from domain.rulebook.consistent_gates import gate_mistakes, must_last
from domain.rulebook.consistent_panels import call_mistakes, panel_mistakes
from domain.rulebook.findings import Finding, twice
from domain.rulebook.lengths import is_longer
from domain.rulebook.whole import Rulebook


def mistakes(rulebook: Rulebook) -> tuple[Finding, ...]:
    """Everything that keeps the rulebook from being used."""
    return (
        *gate_mistakes(rulebook),
        *deadline_mistakes(rulebook),
        *call_mistakes(rulebook),
        *panel_mistakes(rulebook),
        *funding_mistakes(rulebook),
        *course_mistakes(rulebook),
        *_experiments(rulebook),
        *_evaluation(rulebook),
        *_publication(rulebook),
        *_settling(rulebook),
        *_completion(rulebook),
    )


def _experiments(rulebook: Rulebook) -> Iterator[Finding]:
    rule = rulebook.experiments
    yield from must_last(("experiments", "shortest"), rule.shortest)
    yield from must_last(("experiments", "longest"), rule.longest)
    if rule.shortest and rule.longest and is_longer(rule.shortest, rule.longest):
        fr = "la plus courte durée dépasse la plus longue"
        yield Finding(("experiments", "longest"), fr, "the shortest term is above the longest")


def _evaluation(rulebook: Rulebook) -> Iterator[Finding]:
    if rulebook.evaluation and not rulebook.evaluation.items:
        fr, en = "une grille d’évaluation sans lignes", "an evaluation grid without lines"
        yield Finding(("evaluation", "items"), fr, en)


def _publication(rulebook: Rulebook) -> Iterator[Finding]:
    publication = rulebook.publication
    yield from twice(("publication", "published"), publication.published)
    yield from twice(("publication", "private"), publication.private)
    for index, subject in enumerate(publication.private):
        if subject in publication.published:
            fr, en = f"{subject} est aussi publié", f"{subject} is published as well"
            yield Finding(("publication", "private", index), fr, en)
    yield from twice(("documents",), [one.document for one in rulebook.documents], "document")
    for index, document in enumerate(rulebook.documents):
        yield from twice(("documents", index, "sections"), document.sections)
        if not document.sections:
            fr, en = "un document sans sections", "a document without sections"
            yield Finding(("documents", index, "sections"), fr, en)


def _completion(rulebook: Rulebook) -> Iterator[Finding]:
    """A request for completion holds back what there is: a selection where there are calls, a decision where money."""
    held, path = rulebook.completion_holds, ("completion_holds",)
    yield from twice(path, held)
    if "selection" in held and rulebook.calls is None:
        fr, en = "retient une sélection, sans appel", "holds a selection back, and there is no call"
        yield Finding((*path, held.index("selection")), fr, en)
    if "decision" in held and not rulebook.instruments:
        fr, en = "retient une décision, sans dispositif", "holds a decision back, and there is no instrument"
        yield Finding((*path, held.index("decision")), fr, en)


def _settling(rulebook: Rulebook) -> Iterator[Finding]:
    """Somebody, or silence, must settle a request to abandon: it would never end."""
    rules = (one.silence for one in rulebook.deadlines if one.after == "abandonment-request")
    if not rulebook.settles_abandonment and not any(rules):
        fr = "personne ne tranche un abandon : une demande ne finirait jamais"
        en = "nobody settles an abandonment: a request would never end"
        yield Finding(("settles_abandonment",), fr, en)
