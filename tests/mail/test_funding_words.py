"""What people are told about fundings: which step is due, how much it is about, and the command that meets it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from domain.fundings.state import Funding
from domain.kernel.values import Language, Role
from domain.reviews.proposal import Condition
from tests.domain.paying import (
    BOARD,
    FINANCE,
    IN_FILE,
    ON_ITS_WAY,
    PAID_BY,
    PREPARED,
    SIGNED,
    SUBMITTED,
    TO_APPROVE,
    TO_PAY,
    awarded,
    funding_of,
    request,
    requested,
)
from tests.mail.beside import Reminding, parsed

GOLDEN = Path(__file__).parent / "golden"
LARGE = request(cents=4_800_000)
CONDITIONS = (Condition(condition="lease", label="Bail signé", due=date(2026, 12, 1)),)
STEPS: dict[str, tuple[Funding, str, str]] = {
    "decision": (funding_of(requested(request())), "DecideFunding --funding menuiserie", "20 000,00 €"),
    "agreement": (
        funding_of(*awarded(LARGE)),
        "PrepareAgreement --funding menuiserie",
        "48 000,00 €",
    ),
    "agreement, prepared": (
        funding_of(*awarded(LARGE), PREPARED),
        "SignAgreement --funding menuiserie",
        "48 000,00 €",
    ),
    "condition": (
        funding_of(*awarded(conditions=CONDITIONS)),
        "MeetCondition --funding menuiserie --condition lease",
        "(Bail signé)",
    ),
    "request": (
        funding_of(*awarded()),
        "RequestTranche --funding menuiserie --tranche advance",
        "10 000,00 €",
    ),
    "approval": (
        funding_of(*TO_APPROVE),
        "ApproveTranche --funding menuiserie --tranche advance",
        "(advance (nom))",
    ),
    "payment": (funding_of(*TO_PAY), "OrderPayment --funding menuiserie --tranche advance", "10 000,00 €"),
    "payment, issued": (
        funding_of(*IN_FILE),
        "ConfirmPayment --funding menuiserie --payment 1",
        "10 000,00 €",
    ),
    "report": (
        funding_of(*awarded()),
        "SubmitReport --funding menuiserie --report final",
        "20 000,00 €",
    ),
    "acceptance": (
        funding_of(*awarded(), SUBMITTED),
        "AcceptReport --funding menuiserie --report final",
        "(final (nom))",
    ),
    "renewal": (funding_of(*awarded(), *SIGNED), "ProposeAmendment --funding menuiserie", "20 000,00 €"),
}
"""By the deadline: the funding, the command that meets it, and what else is said."""


def to_finance(step: str, language: Language = Language.FRENCH) -> Reminding:
    """A reminder to a finance officer that a step is due."""
    key = step.partition(",")[0]
    return Reminding(STEPS[step][0], PAID_BY, key, "due", FINANCE, Role.FINANCE_OFFICER, language)


@pytest.mark.parametrize("step", STEPS)
async def test_each_step_proposes_the_command_that_meets_it(step: str) -> None:
    """With the funding and what it is about, so that only the rest is asked for; and the amount."""
    _, command, said = STEPS[step]
    text = (await to_finance(step).plain()).replace("\xa0", " ").replace("\u202f", " ")
    assert f"escale do {command}\n" in text
    assert said in text
    assert ("ExtendFundingDeadline" in text) == (step != "renewal")
    assert "escale fundings menuiserie\n" in text


async def test_an_ordered_payment_waits_for_a_file() -> None:
    """That is no command of one funding."""
    ordered = Reminding(funding_of(*ON_ITS_WAY), PAID_BY, "payment", "due", FINANCE, Role.FINANCE_OFFICER)
    assert "escale payments file\n" in await ordered.plain()


@pytest.mark.parametrize(
    ("name", "language"), [("tranche.fr", Language.FRENCH), ("tranche.en", Language.ENGLISH)]
)
async def test_a_reminder_about_a_funding_reads_as_agreed(name: str, language: Language) -> None:
    """The sample: a tranche to be approved."""
    said = await to_finance("approval", language).plain()
    assert said == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


async def test_a_request_says_what_silence_will_make_of_it() -> None:
    """Where the rulebook lets silence refuse."""
    said = await Reminding(STEPS["decision"][0], PAID_BY, "decision", "escalation", BOARD, Role.BOARD).plain()
    assert "la demande comptera comme refusée" in " ".join(said.split())


async def test_messages_of_one_funding_stand_in_the_thread_of_its_cooperation() -> None:
    """Whatever its own key is."""
    message = await to_finance("approval").message()
    assert message.file == "funding:menuiserie"
    assert str(parsed(message)["References"]) == "<rives.fondation@exemple.fr>"


async def test_where_pages_are_reached_a_letter_links_to_them_and_names_no_line_to_type() -> None:
    """In both parts: the page of the file, and the forms of the commands with what is known."""
    linked = replace(to_finance("approval"), public_url="https://escale.example.org")
    html, plain = parsed(await linked.message()).get_body(("html",)), await linked.plain()
    assert html is not None
    form = "https://escale.example.org/o/fondation/faire/ApproveTranche?funding=menuiserie&tranche=advance"
    assert f"  {form}\n      valider la tranche\n" in plain
    assert "https://escale.example.org/o/fondation/financements/menuiserie\n" in plain
    page = ET.fromstring(html.get_content())  # noqa: S314 - our own letter
    assert (form, "valider la tranche") in {(one.get("href"), one.text) for one in page.iter("a")}
    assert "escale do" not in plain + html.get_content()
