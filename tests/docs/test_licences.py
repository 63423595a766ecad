"""Every package that is locked has a licence that the decision on licences names."""

import re
from importlib.metadata import distributions, metadata

import pytest

from tests.docs.pages import ROOT, tables

_PAGE = (ROOT / "docs" / "adr" / "0008-libraries-and-licences.md").read_text()
_CLASSIFIED = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "LGPL-3.0-only": "LGPL-3.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "Artistic License": "Artistic-1.0-Perl",
    "Python Software Foundation License": "PSF-2.0",
}
"""Names that older metadata has for licences."""


def _locked() -> list[str]:
    """The locked packages that this machine and this Python need."""
    lock = (ROOT / "requirements.lock").read_text()
    installed = {_normal(one.metadata["Name"]) for one in distributions()}
    return [name for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE) if _normal(name) in installed]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licences(package: str) -> set[str]:
    """The licences under which it may be had; none if it says nothing."""
    said = metadata(package)
    if stated := said.get_all("License-Expression"):
        names = stated[0].split(" OR ")
    else:
        classifiers = [
            one for one in said.get_all("Classifier") or [] if one.startswith("License :: OSI Approved ::")
        ]
        names = [one.rpartition(" :: ")[2] for one in classifiers] or said.get_all("License") or []
    return {_CLASSIFIED.get(name, name) for name in names}


@pytest.mark.parametrize("package", _locked())
def test_every_locked_package_has_a_licence_that_goes_with_ours(package: str) -> None:
    """A package of an unknown licence does not slip into the lock."""
    accepted = {name for row in tables(_PAGE, "licence") for name in row[0].split(", ")}
    assert _licences(package) & accepted, f"{package}: {_licences(package) or 'no licence stated'}"


@pytest.mark.parametrize("licence", ["MPL-2.0", "LGPL-3.0", "LGPL-2.1-or-later"])
def test_what_is_under_a_copyleft_licence_is_named(licence: str) -> None:
    """The page names all packages under a copyleft licence; those used at run time are used as they are published."""
    [row] = [row for row in tables(_PAGE, "licence") if row[0] == licence]
    at_run_time = {"LGPL-2.1-or-later": ["python-stdnum"], "MPL-2.0": ["certifi"]}.get(licence, [])
    carriers = {package for package in _locked() if licence in _licences(package)}
    for_tools = sorted(carriers - set(at_run_time))
    assert set(at_run_time) <= carriers
    assert row[1:] == [", ".join(at_run_time) or "–", ", ".join(for_tools) or "–"]
