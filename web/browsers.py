"""What somebody recognises a browser by: its maker's name and the system that it runs on."""

_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def browser_of(agent: str) -> str:
    """*Firefox, Windows*; empty for what calls itself nothing that people would know."""
    names = (next((name for part, name in known if part in agent), "") for known in (_BROWSERS, _SYSTEMS))
    return ", ".join(filter(None, names))
