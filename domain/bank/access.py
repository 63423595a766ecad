"""Who may keep bank details."""

from domain.kernel.values import Role

KEEP_BANK_DETAILS = (Role.FINANCE_OFFICER, Role.ADMINISTRATOR)
