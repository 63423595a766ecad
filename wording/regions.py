"""What regions are called: as the organisation names its own, else as they are officially called in France."""

from collections.abc import Mapping

from domain.kernel.text import Bilingual

FRENCH_REGIONS: Mapping[str, Bilingual] = {
    "auvergne-rhone-alpes": ("Auvergne-Rhône-Alpes", "Auvergne-Rhône-Alpes"),
    "bourgogne-franche-comte": ("Bourgogne-Franche-Comté", "Bourgogne-Franche-Comté"),
    "bretagne": ("Bretagne", "Brittany"),
    "centre-val-de-loire": ("Centre-Val de Loire", "Centre-Val de Loire"),
    "corse": ("Corse", "Corsica"),
    "grand-est": ("Grand Est", "Grand Est"),
    "guadeloupe": ("Guadeloupe", "Guadeloupe"),
    "guyane": ("Guyane", "French Guiana"),
    "hauts-de-france": ("Hauts-de-France", "Hauts-de-France"),
    "ile-de-france": ("Île-de-France", "Île-de-France"),
    "la-reunion": ("La Réunion", "Réunion"),
    "martinique": ("Martinique", "Martinique"),
    "mayotte": ("Mayotte", "Mayotte"),
    "normandie": ("Normandie", "Normandy"),
    "nouvelle-aquitaine": ("Nouvelle-Aquitaine", "Nouvelle-Aquitaine"),
    "occitanie": ("Occitanie", "Occitanie"),
    "pays-de-la-loire": ("Pays de la Loire", "Pays de la Loire"),
    "provence-alpes-cote-d-azur": ("Provence-Alpes-Côte d’Azur", "Provence-Alpes-Côte d’Azur"),
}
"""The regions of France by their usual slugs (INSEE, code officiel géographique, regions since 2016)."""

EVERY_REGION: Bilingual = ("toutes", "all")


def region_words(region: str, named: Mapping[str, Bilingual]) -> Bilingual:
    """The name of a region, ``named`` by the organisation; its slug where nobody has named it."""
    if region == "*":
        return EVERY_REGION
    return named.get(region) or FRENCH_REGIONS.get(region) or (region, region)
