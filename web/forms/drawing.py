"""Drawing a page of a form, with what it carries unseen."""

from datetime import datetime
from typing import Any

from fastapi import Request
from starlette.responses import Response

import links
from queries.forms.about import About
from queries.forms.form import Form
from web.forms.seal import Seal, seal
from web.forms.sent import Sent
from web.page import page
from web.site import site_of
from wording import sums_of_money
from wording.local_hours import hour
from wording.pages import forms as words
from wording.pages import funding as funding_words
from wording.pages import funding_course as course_words


def drawn(
    request: Request,
    known: About,
    form: Form,
    sent: Sent,
    status: int = 200,
    *,
    template: str = "form/form.html",
    **more: Any,
) -> Response:
    """A page of the form, with what it carries unseen."""
    visit = known.visit
    site = site_of(request)
    notice, kept_at = more.get("notice"), more.get("kept_at")
    subject = known.subject
    seen = sent.seen if sent.seen is not None else subject.entry if subject else None
    return page(
        request,
        template,
        status,
        words=words,
        form=form,
        about=known,
        hidden={
            "command_id": sent.command_id,
            "seen": "" if seen is None else str(seen),
            "return": sent.back,
            "part": sent.part,
            "seal": seal(site, Seal(visit.organisation, visit.person, form.command, sent.command_id)),
        },
        address=links.form(visit.organisation, form.command),
        notice=notice,
        kept_at=hour(kept_at) if isinstance(kept_at, datetime) else "",
        subject=subject,
        funding_words=funding_words,
        course_words=course_words,
        money_words=sums_of_money,
        balances=more.pop("balances", ()),
        **{name: value for name, value in more.items() if name not in ("notice", "kept_at")},
    )
