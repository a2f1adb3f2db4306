"""A model that nobody evaluated."""

from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant

PLANT = Plant("CDDH-008", "reform_model", not_done("reform_model", "evaluated"))
