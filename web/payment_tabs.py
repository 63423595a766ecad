"""The steps of payments as their page calls them in its address."""

from collections.abc import Mapping
from typing import Literal

from fastapi import Request

from queries.payments_by_step import Step

Tab = Literal["to-approve", "to-order", "to-send", "sent", "to-confirm", "failed"]
TABS: Mapping[Tab, str] = {
    "to-approve": "a-valider",
    "to-order": "a-ordonner",
    "to-send": "a-remettre",
    "sent": "remis",
    "to-confirm": "a-confirmer",
    "failed": "echoues",
}
"""What the address calls them."""
STEP_OF: Mapping[Tab, Step] = {
    "to-approve": "to-approve",
    "to-order": "to-order",
    "to-send": "to-send",
    "sent": "to-confirm",
    "to-confirm": "to-confirm",
    "failed": "failed",
}


def tab_asked(request: Request) -> Tab | None:
    """The step that an address names; None for none that there is."""
    said = request.query_params.get("onglet")
    return next((one for one, named in TABS.items() if named == said), None)
