"""A group of posts without a recruitment plan."""

from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant

PLANT = Plant("CDCV-001", "recruitment", not_done("recruitment", "plan_issued"))
