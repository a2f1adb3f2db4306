"""A structure that was not arranged by its day."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("TCBM-001", "structure_arranged")
