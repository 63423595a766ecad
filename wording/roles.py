"""What roles are called, and those who have them: French, English."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from domain.kernel.values import Role
from language import Text

ROLES: Mapping[Role, Bilingual] = {
    Role.ADMINISTRATOR: ("administration", "administrator"),
    Role.PROGRAMME_MANAGER: ("chargé·e de mission", "programme manager"),
    Role.ELECTED_REPRESENTATIVE: ("élu·e", "elected representative"),
    Role.REGIONAL_COMMISSION: ("commission régionale", "regional commission"),
    Role.JURY: ("jury national", "national jury"),
    Role.STEERING_COMMITTEE: ("comité de pilotage", "steering committee"),
    Role.BOARD: ("conseil d’administration", "board"),
    Role.ACCOMPANYING_ORGANISATION: ("accompagnateur", "accompanying organisation"),
    Role.FACILITATOR: ("animation", "facilitator"),
    Role.FINANCE_OFFICER: ("finances", "finance officer"),
    Role.AUDITOR: ("audit", "auditor"),
}

AS_ONE_OF: Mapping[Role, Text] = {
    Role.ADMINISTRATOR: Text("administrateur ou administratrice", "an administrator"),
    Role.PROGRAMME_MANAGER: Text("chargé·e de mission", "a programme manager"),
    Role.ELECTED_REPRESENTATIVE: Text("élu·e", "an elected representative"),
    Role.REGIONAL_COMMISSION: Text(
        "membre de la commission régionale", "a member of the regional commission"
    ),
    Role.JURY: Text("membre du jury", "a member of the jury"),
    Role.STEERING_COMMITTEE: Text("membre du comité de pilotage", "a member of the steering committee"),
    Role.BOARD: Text("membre du conseil d’administration", "a member of the board"),
    Role.ACCOMPANYING_ORGANISATION: Text(
        "membre de l’organisme accompagnateur", "a member of the accompanying organisation"
    ),
    Role.FACILITATOR: Text("animateur ou animatrice", "a facilitator"),
    Role.FINANCE_OFFICER: Text("responsable financier ou financière", "a finance officer"),
    Role.AUDITOR: Text("auditeur ou auditrice", "an auditor"),
}
"""Somebody as one of those who have the role: *you follow this file as*."""
