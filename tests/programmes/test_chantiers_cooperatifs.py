"""Five work groups: four start with their roadmaps, the fifth waits for them; each meets about once a month."""

from config import Settings
from tests.programmes.figures import Figure, assert_figures
from tests.programmes.stage import Life, Stage, on_stage

PROGRAMME = "chantiers-cooperatifs"
FIGURES: dict[str, Figure] = {
    "period.since": "2023-10-19",
    "phases.exploration.gate.members.needs.at_least": 5,
    "phases.exploration.gate.members.needs.at_most": 15,
    "phases.exploration.gate.referent.needs.at_least": 1,
    "phases.exploration.gate.four_roadmaps.needs.at_least": 4,
    "phases.exploration.gate.joining.needs.at_least": 2,
    "phases.experimentation.gate.meetings.needs.within": "P1M",
    "deadlines.meeting.within": "P1M",
    "figures.work_groups.value": 5,
    "figures.people.value": 45,
    "figures.working_group_before.value": 20,
    "figures.seminars_before.value": 2,
    "figures.first_seminar.value": "2023-03",
    "figures.second_seminar.value": "2023-06",
    "figures.proposals.value": 20,
    "figures.proposals_kept.value": 5,
}
"""Field notes §4.9."""

OTHERS = ("financement", "cooperation", "mesure", "territoires")


async def test_five_work_groups_run_and_the_fifth_waits_for_four_roadmaps(settings: Settings) -> None:
    """Launched on 19 October 2023, not the day before; 5 to 15 members each."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2023-10-18") as stage:
        await stage.cannot_open("outside_period")
        await stage.on("2023-10-19")
        groups = [await stage.open(name) for name in OTHERS]
        advocacy = await stage.open("plaidoyer")
        for other in OTHERS:
            await advocacy.do("AwaitFile", awaited=other)
        await bounded(groups[0])
        for group in (*groups[1:], advocacy):
            await group.gather(["association"] * 5)
        for group in groups:
            await prepared(group)
            await group.lacks("start", "stands_alone", "four_roadmaps")
            await group.do("DeclareGateItem", "committee", item="stands_alone")
        await prepared(advocacy)
        await monthly(stage, groups[0])
        for group in groups:
            await advocacy.lacks("start", "stands_alone", "four_roadmaps")
            await group.leaves()
        await advocacy.leaves()
        for group in (*groups, advocacy):
            await worked(group)


async def bounded(group: Life) -> None:
    """Four members are too few, sixteen too many."""
    rest = ("joining", "charter", "start", "stands_alone", "four_roadmaps", "roadmap")
    await group.gather(["association"] * 4)
    await group.lacks("members", *rest)
    await group.gather(["association"], "cinquieme")
    await group.lacks(*rest)
    await group.gather(["company"] * 11, "arrivee")
    await group.lacks("members", *rest)
    await group.do("RetireStakeholder", stakeholder="arrivee-11", reason="Départ")
    await group.lacks(*rest)


async def prepared(group: Life) -> None:
    """Joined by request and interview, a charter, a roadmap."""
    await group.judge("joining", ["request", "interview"], "manager")
    await group.sign_charter(["membre-1", "membre-2"])
    await group.do("DeliverDeliverable", deliverable="roadmap")


async def monthly(stage: Stage, group: Life) -> None:
    """A meeting is due a month after the start, then a month after each meeting."""
    await stage.on("2023-11-14")
    await meet(group)
    await stage.on("2023-12-15")
    assert await group.reminders("meeting") == [
        ("2023-11-13", "before"),
        ("2023-12-07", "before"),
        ("2023-12-14", "due"),
    ]


async def worked(group: Life) -> None:
    """Nobody closes a work group that has not met within the month."""
    await group.do("DeliverDeliverable", deliverable="result")
    await group.lacks("meetings")
    await meet(group)
    await group.leaves()
    assert (await group.state()).status == "closed"


async def meet(group: Life) -> None:
    """The group meets."""
    await group.do("RecordContact", kind="meeting", occasion="meeting")
