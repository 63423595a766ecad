"""Building Temporal's programs with Go from the module that pins them (``deploy/temporal``)."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

from language import Text
from stack.texts import Progress, StackError

MODULE = Path(__file__).parent.parent / "deploy" / "temporal"
TEMPORAL = "github.com/temporalio/cli/cmd/temporal"
SERVER = "go.temporal.io/server/cmd/server"
SQL_TOOL = "go.temporal.io/server/cmd/tools/sql"
VERSION_VARIABLE = "github.com/temporalio/cli/internal/temporalcli.Version"
OLDEST_GO = (1, 26)
BETWEEN_REPORTS = 5  # seconds


def build(package: str, version: str, target: Path, on_progress: Progress) -> None:
    """Compile `package` to `target`, telling how far it is; minutes the first time, seconds with Go's cache.

    Raises StackError when Go is missing or too old, or when the build fails.
    """
    go = _go()
    name = target.name
    on_progress(Text(f"Sources de {name}", f"Sources of {name}"))
    packages = len(_run(go, "list", "-deps", package).splitlines())
    draft = target.with_suffix(".draft")
    flags = f"-s -w -X {VERSION_VARIABLE}={version}"
    with subprocess.Popen(  # noqa: S603 - our own arguments
        [go, "build", "-v", "-ldflags", flags, "-o", draft, package],
        cwd=MODULE,
        env=_environment(),
        stderr=subprocess.PIPE,
        text=True,
    ) as compiler:
        said = _report(compiler, packages, name, on_progress)
    if compiler.returncode:
        raise _failed(said)
    draft.rename(target)


def _report(compiler: subprocess.Popen[str], packages: int, name: str, on_progress: Progress) -> str:
    lines: list[str] = []
    next_report = time.monotonic()
    for line in compiler.stderr or ():
        lines.append(line)
        if time.monotonic() >= next_report:
            next_report = time.monotonic() + BETWEEN_REPORTS
            done = f"{len(lines)}/{packages}"
            on_progress(Text(f"Compilation de {name} : {done} paquets", f"Building {name}: {done} packages"))
    return "".join(lines[-5:])


def _go() -> str:
    go = shutil.which("go")
    if go is None or not MODULE.exists():
        raise StackError("go-missing", Text("Go n’est pas installé", "Go is not installed"))
    version = tuple(map(int, re.findall(r"\d+", _run(go, "env", "GOVERSION"))[:2]))
    if version < OLDEST_GO:
        needed = ".".join(map(str, OLDEST_GO))
        raise StackError("go-too-old", Text(f"Go est antérieur à {needed}", f"Go is older than {needed}"))
    return go


def _run(go: str, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own arguments
        [go, *arguments], cwd=MODULE, env=_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise _failed(done.stderr[-500:])
    return done.stdout


def _environment() -> dict[str, str]:
    return {**os.environ, "GOFLAGS": "-mod=readonly"}


def _failed(said: str) -> StackError:
    words = " ".join(said.split())
    return StackError(
        "go-build", Text(f"la compilation avec Go a échoué : {words}", f"the build with Go failed: {words}")
    )
