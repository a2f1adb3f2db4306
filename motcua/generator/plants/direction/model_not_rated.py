"""A model that nobody rated."""

from motcua.generator.plants.duties import emptied
from motcua.generator.plants.plant import Plant

PLANT = Plant("CDDH-009", "reform_model", emptied("reform_model", "rating"))
