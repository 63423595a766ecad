"""ACTE (Région Hauts-de-France): a direct grant whose rules depend on maturity, territory and beneficiary."""

from collections.abc import Mapping

from config import Settings
from tests.programmes.stage import Figure, Stage, assert_figures, on_stage

PROGRAMME = "acte"

GRANT = "instruments.acte_grant"
FIGURES: Mapping[str, Figure] = {
    "period.since": "2018-01-01",
    f"{GRANT}.least_cents": 15_000_00,
    f"{GRANT}.most_cents": 60_000_00,
    f"{GRANT}.cap.ordinary": 50,
    f"{GRANT}.cap.raised": 60,
    f"{GRANT}.beneficiaries.epci.more_than_inhabitants": 15_000,
    f"{GRANT}.beneficiaries.epci_group.more_than_inhabitants": 15_000,
    f"{GRANT}.agreement_above_cents": 23_000_00,
    f"{GRANT}.approvals.0.up_to_cents": 23_000_00,
    "maturity.#": 4,
    f"{GRANT}.beneficiaries.epci.maturity.#": 1,
    f"{GRANT}.beneficiaries.epci_group.maturity.#": 1,
    f"{GRANT}.expenses.running_costs.maturity.#": 2,
    f"{GRANT}.expenses.outside_services.maturity.#": 2,
    f"{GRANT}.expenses.animation_and_engineering.maturity.#": 2,
    f"{GRANT}.expenses.experimentation.maturity.#": 2,
    f"{GRANT}.expenses.capitalisation.maturity.#": 2,
    f"{GRANT}.expenses.transfer.maturity.#": 1,
    f"{GRANT}.expenses.tools_and_methods.maturity.#": 1,
}
"""Field notes §4.10; 23 000 €: §7. That two approve above what the law asks an agreement for is ours."""


async def test_an_action_emerges_until_its_grant_is_to_be_decided(settings: Settings) -> None:
    """Not before 2018; an action of two, its project, completed on demand; then only the grant is missing."""
    assert_figures(PROGRAMME, FIGURES)
    async with on_stage(settings, PROGRAMME, "2017-12-31") as stage:
        await stage.cannot_open("outside_period")
        await stage.on("2018-01-02")
        await emerges(stage)


async def emerges(stage: Stage) -> None:
    """Six months to decide, and the two weeks for which the applicant was waited for."""
    life = await stage.open()
    await life.gather(["association"])
    await life.lacks("collective", "project", "grant")
    await life.gather(["company"], prefix="autre")
    await life.do("DeliverDeliverable", deliverable="project")
    await stage.on("2018-02-01")
    await life.do("AskForCompletion", what="Le budget par nature de dépenses")
    await stage.on("2018-02-15")
    await life.do("ReceiveCompletion")
    await stage.on("2018-08-17")
    assert await life.reminders("grant") == [
        ("2018-06-18", "before"),  # 16 June 2018 is a Saturday
        ("2018-07-16", "due"),
        ("2018-08-16", "escalation"),
    ]
    assert await life.told("grant") == [("before", "manager"), ("due", "manager"), ("escalation", "board")]
    await life.lacks("grant")
