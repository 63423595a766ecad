"""What is not finished is told: forms, and jobs of which something is left, each to its person alone."""

from eventstore.pool import open_pool
from tests.eventstore.making import ORGANISATION
from tests.support.postgres import Database
from workspace.begun import begun
from workspace.drafts import Drafts
from workspace.jobs import JobItem, Jobs

ALIX, CAMILLE = "person-alix", "person-camille"


async def test_a_job_is_begun_until_its_last_item_is_settled(database: Database) -> None:
    """With how far it has come; refused is settled, too."""
    pool = await open_pool(database.service_dsn)
    jobs = Jobs(pool)
    await Drafts(pool).keep(ORGANISATION, ALIX, "form-1", "GiveOpinion", {})
    for person, job in ((ALIX, "lot-1"), (ALIX, "lot-2"), (CAMILLE, "lot-3")):
        await jobs.make(ORGANISATION, person, job, "PauseCooperation", {}, ["noailles", "citees"])
    await jobs.settle(ORGANISATION, ALIX, "lot-1", [JobItem("noailles", "recorded")])
    await jobs.settle(ORGANISATION, ALIX, "lot-2", [JobItem("noailles", "recorded")])
    await jobs.settle(ORGANISATION, ALIX, "lot-2", [JobItem("citees", "refused", ("Non.", "No."))])
    left = await begun(pool, ORGANISATION, ALIX)
    pool.terminate()
    assert [one.key for one in left.forms] == ["form-1"]
    assert [(one.key, one.settled, one.items) for one in left.jobs] == [("lot-1", 1, 2)]
