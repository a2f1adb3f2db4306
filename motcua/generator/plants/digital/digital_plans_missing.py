"""A plan of digital transformation, security or emulation that was never issued."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("CQS-009", "digital_plan", "security_plan", "emulation_plan")
