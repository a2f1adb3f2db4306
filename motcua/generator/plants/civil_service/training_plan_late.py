"""A training plan that was never issued."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("CDCV-004", "training_plan")
