"""A role held without a decision."""

from motcua.generator.plants.duties import emptied
from motcua.generator.plants.plant import Plant

PLANT = Plant("CDDH-017", "focal_point", emptied("focal_point", "decision_no"))
