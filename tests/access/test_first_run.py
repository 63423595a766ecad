"""The code of the first run, and whom a provider means."""

from access.access import Access


async def test_the_last_code_is_the_code(access: Access) -> None:
    """However it is typed, until it is spent."""
    first = await access.first_run.new_code()
    code = await access.first_run.new_code()
    assert len(code.replace("-", "")) == 16
    assert not await access.first_run.holds(first)
    assert await access.first_run.holds(code)
    assert await access.first_run.holds(f" {code.lower().replace('-', ' ')} ")
    await access.first_run.spend()
    assert not await access.first_run.holds(code)


async def test_a_provider_means_by_its_own_subject(access: Access) -> None:
    """The same subject of another provider is somebody else."""
    zoe = await access.accounts.ensure("zoe@exemple.fr")
    await access.identities.link("https://un.exemple.fr", "42", zoe)
    assert await access.identities.account_of("https://un.exemple.fr", "42") == zoe
    assert await access.identities.account_of("https://deux.exemple.fr", "42") is None
