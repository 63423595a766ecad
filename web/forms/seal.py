"""What a form carries that only we could have written: whose it is, so that what is written can be kept for them."""

from dataclasses import dataclass
from datetime import timedelta

from web.security.seals import sealed, unsealed
from web.site import Site

_PURPOSE = "form"
_LIFE = timedelta(days=30)
"""As long as the draft that it lets be kept."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Whose form it is: it lets what was written be kept when the session is gone, and nothing else."""

    organisation: str
    person: str
    command: str
    command_id: str


def seal(site: Site, form: Seal) -> str:
    """A form's seal, for a hidden field."""
    return sealed(site, _PURPOSE, [form.organisation, form.person, form.command, form.command_id])


def opened(site: Site, text: str) -> Seal | None:
    """The form that a seal was made for; None if we did not make it, or long ago."""
    parts = unsealed(site, _PURPOSE, text, _LIFE)
    return Seal(*parts) if parts else None
