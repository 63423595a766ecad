"""The way to what a letter proposes: the address of a page, or, where no pages are reached, the line to type."""

import shlex
from collections.abc import Mapping

import links
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


def address_of(proposal: Proposal, organisation: str, public_url: str) -> str:
    """The address of the page, or of the command's form with every field that is known."""
    what = proposal.what
    if not isinstance(what, Page):
        return links.absolute(public_url, links.form(organisation, what.name, what.fields))
    path = links.file(organisation, what.file) if what.file else links.people(organisation)
    return links.absolute(public_url, path)


def _looking(page: Page) -> str:
    if page.file is None:
        return "people"
    kind, named, key = page.file.partition(":")
    return f"{_SHOWN[kind]} {key}" if named else f"show {page.file}"
