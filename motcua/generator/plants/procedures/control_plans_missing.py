"""A plan of procedure control or review that was never issued."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("TTHC-001", "procedure_control_plan", "procedure_review_plan")
