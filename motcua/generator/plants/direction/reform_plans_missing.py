"""A plan of the reform that was never issued."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("CDDH-001", "reform_plan", "index_plan", "communication_plan", "reform_inspection_plan")
