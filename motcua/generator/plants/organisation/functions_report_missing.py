"""No report on the review of departments' functions."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("TCBM-003", "functions_report")
