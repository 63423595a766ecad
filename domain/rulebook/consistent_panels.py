"""Panels, reviews, calls and relays: bodies that can do what is asked of them, stages that are there."""

from collections.abc import Iterator

from domain.rulebook.calls import RECEIVED, Calls
from domain.rulebook.consistent_deadlines import known_ladder
from domain.rulebook.consistent_gates import must_last
from domain.rulebook.findings import Finding, Path, twice, unknown
from domain.rulebook.panels import Panel, Review
from domain.rulebook.whole import Rulebook


def panel_mistakes(rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the panels and with the questions put to them."""
    panels = [one.panel for one in rulebook.panels]
    yield from twice(("panels",), panels, "panel")
    for index, panel in enumerate(rulebook.panels):
        path: Path = ("panels", index)
        yield from known_ladder((*path, "ladder"), panel.ladder, rulebook)
        yield from must_last((*path, "within"), panel.within)
        yield from twice((*path, "members"), [seat.role for seat in panel.members], "role")
        yield from _quorum(path, panel)
        yield from _concluding(path, panel)
    yield from twice(("reviews",), [one.review for one in rulebook.reviews], "review")
    for index, review in enumerate(rulebook.reviews):
        if review.panel not in panels:
            yield unknown(("reviews", index, "panel"), review.panel, panels, "pas d’instance", "no panel")
        yield from _subject(("reviews", index, "about"), review, rulebook)


def _subject(path: Path, review: Review, rulebook: Rulebook) -> Iterator[Finding]:
    """Whether there can be what the question is about."""
    if review.about == "call" and rulebook.calls is None:
        fr, en = "le règlement n’a pas d’appels : ajoutez calls", "the rulebook has no calls: add calls"
        yield Finding(path, fr, en, given=review.about)
    if review.about in ("funding", "amendment") and not rulebook.instruments:
        fr = "le règlement ne finance rien : ajoutez instruments"
        yield Finding(path, fr, "the rulebook funds nothing: add instruments", given=review.about)


def _quorum(path: Path, panel: Panel) -> Iterator[Finding]:
    """Whether there are people, and enough of them."""
    if not panel.members:
        yield Finding((*path, "members"), "une instance sans membres", "a panel without members")
    counts = [seat.members for seat in panel.members]
    known = [count for count in counts if count is not None]
    if counts and len(known) == len(counts) and panel.quorum.at_least > sum(known):
        fr = f"le quorum dépasse les {sum(known)} membres"
        yield Finding((*path, "quorum"), fr, f"the quorum is above the {sum(known)} members")


def _concluding(path: Path, panel: Panel) -> Iterator[Finding]:
    """Whether the panel can come to a conclusion."""
    if panel.concludes == "threshold" and panel.threshold is None:
        fr, en = "conclure par un seuil demande threshold", "to conclude by threshold needs threshold"
        yield Finding((*path, "concludes"), fr, en, given="threshold")
    if panel.threshold is not None and panel.concludes != "threshold":
        fr = f"un seuil ne sert pas à conclure par {panel.concludes}"
        yield Finding((*path, "threshold"), fr, f"a threshold is of no use to conclude by {panel.concludes}")
    if panel.threshold == 0:
        fr, en = "un seuil nul est toujours atteint", "a threshold of nothing is always reached"
        yield Finding((*path, "threshold"), fr, en)
    if panel.concludes == "chair" and panel.mode == "decisive":
        fr = "la présidence conclut seule les avis ; une instance qui décide conclut par une règle"
        en = "a chair concludes opinions alone; a panel that decides concludes by a rule"
        yield Finding((*path, "concludes"), fr, en)
    elif panel.concludes == "chair" and panel.chair is None:
        fr, en = "la présidence conclut : ajoutez chair", "the chair concludes: add chair"
        yield Finding((*path, "concludes"), fr, en, given="chair")


def call_mistakes(rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the ways in: calls, their funnel, the programmes whose files are taken over."""
    if rulebook.calls:
        yield from _funnel(rulebook.calls)
    yield from twice(("relays",), [one.programme for one in rulebook.relays], "programme")
    for index, relay in enumerate(rulebook.relays):
        where: Path = ("relays", index)
        if relay.programme == rulebook.programme:
            fr, en = "un programme ne se relaie pas lui-même", "a programme does not relay itself"
            yield Finding((*where, "programme"), fr, en)
        for earlier, here in relay.phases.items():
            if here not in rulebook.phases:
                yield unknown(
                    (*where, "phases", str(earlier)),
                    here,
                    map(str, rulebook.phases),
                    "pas de phase ici",
                    "no phase here",
                )


def _funnel(calls: Calls) -> Iterator[Finding]:
    yield from twice(("calls", "calls"), [one.call for one in calls.calls], "call")
    yield from twice(("calls", "funnel"), [one.stage for one in calls.funnel], "stage")
    for index, stage in enumerate(calls.funnel):
        if stage.stage == RECEIVED:
            fr, en = (
                f"{RECEIVED} y est déjà : toute candidature",
                f"{RECEIVED} is there already: every application",
            )
            yield Finding(("calls", "funnel", index, "stage"), fr, en)
        if not stage.by:
            fr, en = "personne ne mène à cette étape : ajoutez by", "nobody takes there: fill in by"
            yield Finding(("calls", "funnel", index, "by"), fr, en)
