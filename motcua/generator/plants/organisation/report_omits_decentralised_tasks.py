"""A report that says nothing of decentralised tasks."""

from motcua.generator.plants.duties import section_left_out

PLANT = section_left_out("TCBM-002", "decentralised_tasks", levels=("district", "province"))
