"""Documents by digest: kept once, known for the files they were handed in for, readable until erased or altered."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from domain.kernel.prose import Altered
from eventstore.pool import open_pool
from tests.eventstore.making import NOW, ORGANISATION
from tests.support.postgres import Database
from tests.vault.documents import PDF, PNG
from vault.attachments import PostgresAttachments, digest_of
from vault.media import AttachmentRefused

PERSON, FILE, OTHER = "p-000000000007", "review:avis", "noailles"


@pytest.fixture
async def attachments(database: Database) -> AsyncIterator[PostgresAttachments]:
    """Of a database of the test's own, as the service."""
    pool = await open_pool(database.service_dsn)
    yield PostgresAttachments(pool)
    pool.terminate()


async def _deposited(attachments: PostgresAttachments, name: str = "plan.pdf", file: str = FILE) -> str:
    return await attachments.deposit(ORGANISATION, file, name, PDF, by=PERSON, at=NOW)


async def test_a_document_is_kept_by_its_digest_with_who_when_and_for_what(
    attachments: PostgresAttachments,
) -> None:
    """Its bytes come back as they were."""
    digest = await _deposited(attachments)
    assert digest == digest_of(PDF)
    [told] = await attachments.about(ORGANISATION, [FILE], [digest])
    assert (told.name, told.deposited_by, told.deposited_at) == ("plan.pdf", PERSON, NOW)
    assert (told.media_type, told.size) == ("application/pdf", len(PDF))
    assert await attachments.content(ORGANISATION, digest) == PDF


async def test_it_is_known_only_for_the_files_it_was_handed_in_for(attachments: PostgresAttachments) -> None:
    """Twice for one file is once; another organisation knows nothing of it; a stream stands for its file."""
    digest = await _deposited(attachments)
    await _deposited(attachments, "again.pdf")
    assert await attachments.about(ORGANISATION, [OTHER], [digest]) == []
    await _deposited(attachments, file=f"cooperation:{OTHER}")
    known = await attachments.about(ORGANISATION, [FILE, OTHER], [digest])
    assert {(one.file, one.name) for one in known} == {(FILE, "plan.pdf"), (OTHER, "plan.pdf")}
    assert await attachments.content("elsewhere", digest) is None


async def test_an_erased_one_is_gone_until_it_is_handed_in_again(attachments: PostgresAttachments) -> None:
    """Bytes and name; a second erasure finds nothing."""
    digest = await _deposited(attachments)
    assert await attachments.erase(ORGANISATION, digest)
    assert not await attachments.erase(ORGANISATION, digest)
    assert await attachments.content(ORGANISATION, digest) is None
    assert await attachments.about(ORGANISATION, [FILE], [digest]) == []
    await _deposited(attachments, "anew.pdf")
    [told] = await attachments.about(ORGANISATION, [FILE], [digest])
    assert told.name == "anew.pdf"


async def test_bytes_that_are_not_its_own_are_not_given_out(
    attachments: PostgresAttachments, database: Database
) -> None:
    """Whoever edits the table below us."""
    digest = await _deposited(attachments)
    superuser = await asyncpg.connect(database.superuser_dsn)
    await superuser.execute("UPDATE vault.attachments SET content = $1", PNG)
    await superuser.close()
    assert await attachments.content(ORGANISATION, digest) == Altered()


async def test_what_is_not_taken_leaves_nothing(attachments: PostgresAttachments) -> None:
    """A page called a document."""
    with pytest.raises(AttachmentRefused):
        await attachments.deposit(ORGANISATION, FILE, "plan.pdf", b"<html>", by=PERSON, at=NOW)
    assert await attachments.content(ORGANISATION, digest_of(b"<html>")) is None


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\Users\\nour\\plan.pdf", "plan.pdf"),
        ("../../etc/plan.pdf", "plan.pdf"),
        ("plan\r\nSet-Cookie: a=b.pdf", "planSet-Cookie: a=b.pdf"),
        ("\u202efdp.plan.pdf", "fdp.plan.pdf"),
        ("x" * 400 + ".pdf", "x" * 176 + ".pdf"),
    ],
)
async def test_names_are_kept_plain(attachments: PostgresAttachments, sent: str, kept: str) -> None:
    """No folder, no second line, nothing that turns text around, not too long, the ending kept."""
    digest = await _deposited(attachments, sent)
    [told] = await attachments.about(ORGANISATION, [FILE], [digest])
    assert told.name == kept
