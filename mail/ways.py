"""The way to what a letter proposes: the address of a page, or, where no pages are reached, the line to type."""

import shlex
from collections.abc import Iterable, Mapping, Sequence

import links
from domain.kernel.ids import review_stream
from domain.reviews.commands import ReviewCommand
from mail.topic import Page, Proposal

_LINES = {"IssuePaymentFile": "payments file"}
"""Commands that have a line of their own, which finds out the rest."""
_SHOWN = {"review": "reviews", "funding": "fundings"}
"""What shows a file of a kind; ``show``, a cooperation."""


def line_of(proposal: Proposal) -> str:
    """What to type after ``escale``, with every field that is known."""
    what = proposal.what
    return _looking(what) if isinstance(what, Page) else line_giving(what.name, what.fields)


def line_giving(command: str, fields: Mapping[str, str | int]) -> str:
    """What to type after ``escale`` to give a command, with every field that is known: the rest is asked for."""
    if command in _LINES:
        return _LINES[command]
    options = (f"--{name.replace('_', '-')} {shlex.quote(str(one))}" for name, one in fields.items())
    return " ".join(("do", command, *options))


def ways_of(
    proposals: Iterable[Proposal], organisation: str, public_url: str
) -> Sequence[tuple[str, Proposal]]:
    """The way to each of them; where several lead to one page, to the first."""
    if not public_url:
        return [(f"escale {line_of(one)}", one) for one in proposals]
    led: dict[str, Proposal] = {}
    for one in proposals:
        led.setdefault(address_of(one, organisation, public_url), one)
    return list(led.items())


def address_of(proposal: Proposal, organisation: str, public_url: str) -> str:
    """The address of the page, or of the command's form with every field that is known.

    What members of a panel do for themselves, they do in the room of the review.
    """
    what = proposal.what
    if not isinstance(what, Page):
        if issubclass(what.command, ReviewCommand) and what.command.for_oneself:
            review = review_stream(str(what.fields["review"]))
            return links.absolute(public_url, links.file(organisation, review))
        return links.absolute(public_url, links.form(organisation, what.name, what.fields))
    path = links.file(organisation, what.file) if what.file else links.people(organisation)
    return links.absolute(public_url, path)


def _looking(page: Page) -> str:
    if page.file is None:
        return "people"
    kind, named, key = page.file.partition(":")
    return f"{_SHOWN[kind]} {key}" if named else f"show {page.file}"
