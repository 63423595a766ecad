"""Figures, measured in pairs: ours and the other, in turn, in one run. ``python -m benchmarks.run``."""
