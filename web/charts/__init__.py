"""Charts as geometry: what templates draw as SVG, with classes and attributes alone."""
