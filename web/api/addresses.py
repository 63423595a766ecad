"""The addresses of the API and of its tokens: paths from the root of the site."""

from urllib.parse import quote

API = "/api/v1"
"""What changes in a way that clients could not expect comes under another number."""
DESCRIPTION = f"{API}/openapi.json"


def of(organisation: str, *places: str) -> str:
    """An address in an organisation: a list, or what is in it."""
    return "/".join((f"{API}/o", *(quote(one, safe="") for one in (organisation, *places))))


def of_file(organisation: str, key: str) -> str:
    """A cooperation, a review, a funding or an envelope, by its key."""
    kind, colon, name = key.partition(":")
    if not colon:
        return of(organisation, "cooperations", key)
    return of(organisation, f"{kind}s", *name.split("/"))


def outcome(organisation: str, command_id: str) -> str:
    """What became of a command."""
    return of(organisation, "outcomes", *command_id.split("/"))


def attachment(organisation: str, digest: str, file: str) -> str:
    """A document of a file, by its SHA-256 in hexadecimal digits and the file's key."""
    return f"{of(organisation, 'attachments', digest)}?file={quote(file, safe='')}"


def my_tokens() -> str:
    """The page on which one makes a token for oneself, and ends one."""
    return "/moi/jetons"


def tokens(organisation: str) -> str:
    """The page of everybody's tokens in an organisation, for its administrators."""
    return f"/o/{quote(organisation, safe='')}/organisation/jetons"


def problem(code: str) -> str:
    """What names a kind of problem."""
    return f"/problemes/{quote(code, safe='')}"
