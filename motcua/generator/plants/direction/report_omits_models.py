"""A report that says nothing of the models."""

from motcua.generator.plants.duties import section_left_out

PLANT = section_left_out("CDDH-007", "models")
