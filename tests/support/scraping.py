"""Reading an endpoint of metrics as Prometheus does."""

import re
import urllib.request
from dataclasses import dataclass

_LINE = re.compile(r"^(?P<name>[a-zA-Z_:][\w:]*)(?:\{(?P<labels>[^}]*)\})? (?P<value>\S+)$")
_LABEL = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Scraped:
    """What an endpoint showed."""

    samples: tuple[tuple[str, dict[str, str], float], ...]

    @property
    def names(self) -> frozenset[str]:
        """Every name that has a value."""
        return frozenset(name for name, _, _ in self.samples)

    def value(self, name: str, **labels: str) -> float:
        """The sum of what is shown under a name with these labels at least; 0 if nothing is."""
        return sum(
            value for known, has, value in self.samples if known == name and labels.items() <= has.items()
        )


def scrape(port: int) -> Scraped:
    """Look at an endpoint of this machine."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    found = [_LINE.match(line) for line in lines if line and not line.startswith("#")]
    return Scraped(
        tuple(
            (one["name"], dict(_LABEL.findall(one["labels"] or "")), float(one["value"]))
            for one in found
            if one
        )
    )
