"""What is offered is what the rules accept, of every command, in every scene, to whoever asks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from application.commands.trial import Trials, Tried
from domain.cooperations.commands.file import ChangeStakeholder
from domain.files.file import KeptFile
from domain.files.reading import Reading
from domain.fundings.commands.requests import DecideFunding, PrepareAgreement, ProposeAmendment, ReviseFunding
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.refusal import refuse
from domain.kernel.values import Role
from domain.registry.commands import COMMAND_TYPES, AnyCommand
from domain.registry.folding import beginning
from domain.rulebook import Rulebook
from domain.tasks.answers import answers_task
from domain.tasks.prefilled import Prefilled
from queries.choices import circumstances
from queries.choosing.circumstances import Circumstances
from queries.offering.attempt import Attempt
from queries.offering.fillings import UNKNOWN, fillings, slots_of
from queries.offering.subjects import can_apply, commands_about, naming_fields
from queries.offers import offer_of, offers_on
from tests.domain.kit import NOW, do
from tests.domain.sample_people import ELECTED, FOUNDED, IN_ROLE, MANAGER, STEERING, organisation
from tests.domain.tasks.filling import accepted, filled
from tests.domain.tasks.scene import Scene
from tests.domain.tasks.scenes import SCENES
from tests.queries.scene_visits import OneRulebook, visit_to
from wording.offers import not_yours
from wording.refusals import NOBODY as NOBODY_NAMED

PEOPLE = organisation(*FOUNDED)
ASKING = tuple(
    IN_ROLE[one]
    for one in (
        *(Role.PROGRAMME_MANAGER, Role.ELECTED_REPRESENTATIVE, Role.STEERING_COMMITTEE),
        *(Role.BOARD, Role.JURY, Role.FINANCE_OFFICER, Role.AUDITOR),
    )
)
FILES = {name: scene for name, scene in SCENES.items() if scene.view}


@pytest.mark.parametrize("name", FILES)
async def test_what_somebody_is_asked_to_do_is_offered_to_whoever_it_would_be_accepted_from(
    name: str,
) -> None:
    """The commands that answer tasks, filled in as people do: accepted by the real rules, they are possible."""
    scene = FILES[name]
    view = scene.view
    assert view
    for line in scene.lines():
        for answer in answers_task(line, view):
            if answer.command not in commands_about(view.file.key, view.file):
                continue
            commands = list(filled(answer, PEOPLE))
            for person in ASKING:
                visit = visit_to(scene, person, PEOPLE)
                if visit.scope.reading(view.file) is Reading.NOTHING:
                    continue
                offer = await offer_of(visit, view.file.key, answer.name, answer.fields)
                if accepted(commands, person, scene, PEOPLE):
                    assert offer, (line.kind, answer)
                    assert offer.state == "possible", (line.kind, answer, person)


def otherwise(
    command: type[Command], file: KeptFile | None, rulebook: Rulebook
) -> Iterator[Mapping[str, Any]]:
    """What people write in commands that answer no task, or of which it depends on the file."""
    if command is ChangeStakeholder:
        yield {"role": "Autre chose"}
    if not isinstance(file, Funding):
        return
    asked = file.request.model_dump(mode="json")
    cents = file.amount_cents + sum(one.cents for one in file.request.co_funding)
    instrument = rulebook.instrument(file.instrument)
    expenses = (*(one.expense for one in (instrument.expenses if instrument else ())), "running")
    plans = [[{"expense": one, "label": "Un poste", "cents": cents}] for one in expenses]
    if command is ReviseFunding:
        asked["beneficiary"]["name"] = "Un autre nom"
        yield from ({"request": asked | plan} for plan in ({}, *({"plan": one} for one in plans)))
    if command is DecideFunding:
        yield from ({"decision": "refused", **WHY_NOT, "review": one} for one in file.reviews)
    if command is ProposeAmendment:
        yield from ({"amendment": "neuf", "plan": one} for one in plans)
    if command is PrepareAgreement:
        parties = [{"party": one, "name": one.upper()} for one in ("rives", "region")]
        yield {"parties": parties, "since": asked["since"], "until": asked["until"]}


WHY_NOT = {"points": ["no_place"], "reasons": "Parce que.", "would_change": "Autre chose."}
SOUGHT = {"AwaitFile"}
"""Which other file it is, lists tell: none stands beside the scenes."""
NOT_FORESEEN = {("a tranche to ask for by hand", ProposeAmendment)}
"""No expense of that instrument is eligible for what was asked: no plan would do, and nobody looks that far ahead."""


def written(command: type[Command], asked: Circumstances, scene: Scene) -> Iterator[AnyCommand]:
    """A command as somebody might write it: what is settled, the first that fits, and a plausible rest."""
    known = dict(asked.known)
    for slot in slots_of(command):
        if slot.chosen and slot.field.required and slot.name not in known and "." not in slot.name:
            fits = fillings(slot, replace(asked, known=known), command)
            if not fits:
                return
            known[slot.name] = fits[0]
    yield from filled(Prefilled(command, known), PEOPLE)
    yield from (
        do(command.__name__, **known, **rest) for rest in otherwise(command, asked.file, scene.rulebook)
    )


@pytest.mark.parametrize("name", FILES)
async def test_whatever_is_offered_would_be_accepted(name: str) -> None:
    """A form that passed, or one that people write; and nothing else would be. The visit has no way to record."""
    scene = FILES[name]
    view = scene.view
    assert view
    states = {**scene.states, ORGANISATION_STREAM: PEOPLE}
    trials = Trials(OneRulebook(scene.rulebook))

    async def tries(command: AnyCommand) -> Tried:
        empty = {one: beginning(one) for one in trials.tried(command, states, NOW).unread}
        return trials.tried(command, {**empty, **states}, NOW)

    for person in ASKING:
        visit = visit_to(scene, person, PEOPLE)
        for command in commands_about(view.file.key, view.file):
            if not can_apply(command, view.file, scene.rulebook):
                continue
            settled = naming_fields(command, view.file.key, view.file)
            asked = circumstances(visit, view, settled, states)
            found = await Attempt(command, asked, settled, tries).found()
            assert found.possible or found.refusal or found.nothing_to_choose, command
            if found.passes:
                assert accepted([found.passes], person, scene, PEOPLE), command
            elif command.__name__ not in SOUGHT and (name, command) not in NOT_FORESEEN:
                would = accepted(written(command, asked, scene), person, scene, PEOPLE)
                assert found.possible == would, command


async def test_who_may_not_is_told_whose_it_is() -> None:
    """The roles that could, or what they have done before themselves; in a file where nothing lacks."""
    waiting = await offer_of(
        visit_to(SCENES["a gate that holds"], ELECTED, PEOPLE), "rives", "AdvancePhase", {}
    )
    assert waiting
    assert waiting.state == "not-yours"
    assert waiting.why == ("Réservé aux chargé·es de mission.", "Reserved for programme managers.")
    own, _ = not_yours(refuse("own_proposal"), NOBODY_NAMED)
    assert own.fr == "Vous l’avez demandé\u00a0: une autre personne en décide."
    again, _ = not_yours(refuse("acted_before", tranche="advance", step="requested"), NOBODY_NAMED)
    assert again.fr == "Vous l’avez demandée\u00a0: une autre personne prend la suite."


async def test_who_reads_the_sheet_alone_is_told_what_they_may_do_and_no_reasons() -> None:
    """Who settles an abandonment on a committee does so; what else the file lacks is not theirs to know."""
    visit = visit_to(SCENES["abandonment"], STEERING, PEOPLE)
    offers = await offers_on(visit, "rives")
    assert "SettleAbandonment" in {one.command for one in offers}
    assert {one.state for one in offers} == {"possible"}


async def test_what_lacks_is_said_in_the_words_of_the_rules_and_without_names_of_commands() -> None:
    """A page has buttons: nobody types a command there."""
    for scene in FILES.values():
        view = scene.view
        assert view
        for offer in await offers_on(visit_to(scene, MANAGER, PEOPLE), view.file.key):
            said = (*(offer.why or ()), *(offer.remedy or ()))
            assert (offer.state == "possible") == (not said)
            assert not any(name in one for one in said for name in COMMAND_TYPES), said
            assert not any(UNKNOWN in one for one in said), offer


async def test_what_can_never_apply_is_left_out() -> None:
    """No application, no grid: no button, not even one that says why not."""
    scene = SCENES["a gate"]
    offered = {one.command for one in await offers_on(visit_to(scene, MANAGER, PEOPLE), "rives")}
    assert "AdvancePhase" in offered
    assert not offered & {
        "SelectApplication",
        "ReleaseAct",
        "SettleDelivery",
        "OpenCooperation",
        "IssueReminder",
    }
    assert await offer_of(visit_to(scene, MANAGER, PEOPLE), "rives", "SelectApplication", {}) is None
