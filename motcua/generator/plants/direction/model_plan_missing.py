"""No plan for the friendly-government models."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("CDDH-006", "model_plan")
