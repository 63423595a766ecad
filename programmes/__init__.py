"""The rulebooks: one YAML file per programme."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the published rulebooks lie."""
