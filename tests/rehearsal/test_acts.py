"""Acts in a rehearsal: people leave to the service what it does by itself, and do by hand what it cannot."""

from typing import Any

from application.rehearsal.act_rows import ActTold
from application.rehearsal.rehearsing import Rehearsal, rehearse
from domain.files.act_events import ActAnnounced, ActPerformed, ActRefused
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from exports.rehearsal_words import because, what
from tests.life.panels import RULEBOOKS as ACTING
from tests.rehearsal import playing
from tests.rehearsal.staging import item, phase, rehearsed, rules

ASKED: dict[str, Any] = {
    "act": "ask",
    "name": {"fr": "Avis demandé", "en": "Opinion asked"},
    "does": "open-review",
    "review": "choice",
    "ladder": "usual",
}
PANEL: dict[str, Any] = {
    "panel": "jury",
    "name": {"fr": "Jury", "en": "Jury"},
    "mode": "advisory",
    "members": [{"role": "jury"}],
    "within": "P30D",
    "ladder": "usual",
}
CHOICE = {"review": "choice", "name": {"fr": "Choix", "en": "Choice"}, "panel": "jury", "about": "gate"}


def acting() -> Rulebook:
    """The programme in which everything that may be done by itself is."""
    found = ACTING.current(Organisation(), "acting")
    assert found
    return found


def acts(shown: Rehearsal) -> list[tuple[str, str, type[ActTold]]]:
    """What became of acts: the day, the occurrence, announced, done or refused."""
    return [
        (f"{row.at:%Y-%m-%d}", row.occurrence, type(row.event))
        for row in shown.rows
        if isinstance(row.event, ActTold)
    ]


def given(shown: Rehearsal, *kinds: str) -> list[str]:
    """The commands of these types that people gave."""
    return [one.command.type for one in shown.given if one.command.type in kinds]


def asking(when: dict[str, Any], **parts: Any) -> Rulebook:
    """A phase of half a year whose gate wants a declaration and an opinion, which the service asks for ``when``."""
    gate = (item("go", rule="declared"), item("opinion", rule="review", review="choice"))
    first = {**phase(*gate, expected="P6M"), "course": [{**ASKED, "when": when}]}
    return rules(**{"phases": {"exploration": first}, "panels": [PANEL], "reviews": [CHOICE], **parts})


def test_people_leave_to_the_service_what_it_does_by_itself() -> None:
    """In the life of the programme that acts, they ask no panel, record no decision, ask for no tranche."""
    shown = rehearsed(acting())
    assert shown.status == "closed"
    assert given(shown, "OpenReview", "DecideFunding", "RequestTranche", "WaiveGateItem") == []
    assert given(shown, "AdvancePhase") == ["AdvancePhase"], "from the phase that the service does not leave"
    assert given(shown, "OpenEnvelope", "RecordEvaluation") == ["OpenEnvelope", *["RecordEvaluation"] * 2]
    done = [occurrence.partition("/")[0] for _, occurrence, became in acts(shown) if became is ActPerformed]
    assert done == [
        "ask_territory",
        "ask_portrait",
        "to_diagnosis",
        "put",
        "decide",
        "ask_tranche",
        "ask_tranche",
        "ask_evaluation",
        "ask_work",
        "ask_evaluation",
        "ask_work",
    ]
    assert {one.code for one in shown.absurdities} <= {"day-off"}


def test_a_regular_opinion_is_asked_for_again_after_each_answer() -> None:
    """Every four months after the last answer, for as long as the phase lasts."""
    once = item("go", rule="declared")
    course = [{**ASKED, "when": {"after": "cadence", "every": "P4M"}}]
    shown = rehearsed(
        rules(
            phases={"exploration": {**phase(once, expected="P18M"), "course": course}},
            panels=[PANEL],
            reviews=[CHOICE],
        )
    )
    assert acts(shown) == [
        ("2027-05-04", "ask/p1/n1", ActPerformed),
        ("2027-09-30", "ask/p1/n2", ActPerformed),
        ("2028-02-28", "ask/p1/n3", ActPerformed),
    ]


def test_people_do_by_hand_what_the_service_would_do_too_late() -> None:
    """A panel that is asked after a year is asked by hand when all else is there."""
    shown = rehearsed(asking({"after": "cadence", "every": "P1Y"}))
    assert given(shown, "OpenReview", "WaiveGateItem") == ["OpenReview"]
    assert (acts(shown), shown.status) == ([], "closed")


def test_a_refused_act_is_a_row_an_absurdity_and_done_by_hand() -> None:
    """A panel without members: to be done by hand; who is told, and why."""
    shown = rehearse(playing.stage_of("acting", "acts.yaml", ACTING, years=1))
    assert ("2027-01-11", "ask_territory/p1", ActRefused) in acts(shown)
    assert ("2027-01-25", "ask_territory/p1", ActPerformed) in acts(shown), "once somebody sits"
    [row] = [one for one in shown.rows if isinstance(one.event, ActRefused) and one.file == "rehearsal"]
    assert what(row, shown) == "À faire à la main : Avis sur le territoire"
    assert "dès que « Contacts qualifiés » est acquis" in because(row, shown.stage.rulebook)
    told = [one for one in shown.absurdities if one.code == "refused"]
    assert [one.subject for one in told] == ["ask_territory/p1", "decide/r-request-c502067e32"]


def test_rows_say_what_the_service_did_why_then_and_what_it_announced() -> None:
    """In words: the opinion asked for, what it waited for; going on announced, and until when."""
    shown = rehearsed(acting())
    told = [
        (f"{row.at:%Y-%m-%d}", what(row, shown), because(row, shown.stage.rulebook))
        for row in shown.rows
        if isinstance(row.event, ActAnnounced | ActPerformed)
    ]
    assert told[:3] == [
        (
            "2027-03-05",
            "Avis demandé par le service : Avis sur le territoire",
            "dès que « Contacts qualifiés » est acquis",
        ),
        (
            "2027-03-31",
            "Annoncé par le service : Passage au diagnostic, à faire après le 7 avril 2027",
            "une fois acquis tous les points de passage",
        ),
        ("2027-04-08", "Demandé par le service : Portrait à rendre", "dès l’entrée dans la phase"),
    ]


def test_nobody_has_to_do_what_is_only_announced() -> None:
    """No due date for it among those that people are to meet."""
    shown = rehearsed(acting())
    due = {row.occurrence for row in shown.rows if row.kind == "due"}
    assert not any("/announced/" in one for one in due)


def test_in_a_life_forgotten_the_service_asks_and_reminds() -> None:
    """Nobody does anything: what is due on entering the phase is asked for, and its ladder runs."""
    course = {
        "act": "news",
        "name": {"fr": "Des nouvelles", "en": "News"},
        "does": "ask-for",
        "what": "contact",
        "when": {"after": "phase-entry"},
        "within": "P1M",
        "ladder": "usual",
    }
    shown = rehearsed(
        rules(phases={"exploration": {**phase(item("go", rule="declared")), "course": [course]}}), "forgotten"
    )
    rungs = [(f"{row.at:%Y-%m-%d}", row.rung) for row in shown.rows if row.occurrence == "news/asked/p1"]
    assert rungs == [
        ("2027-01-04", "asked"),
        ("2027-01-21", "before"),
        ("2027-02-04", ""),
        ("2027-02-04", "due"),
        ("2027-02-18", "escalation"),
    ]
