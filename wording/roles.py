"""What roles are called: French, English."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual
from domain.kernel.values import Role

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
