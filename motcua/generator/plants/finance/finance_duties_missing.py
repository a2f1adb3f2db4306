"""A duty of public finance that was never done."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("TCC-001", "budget_disclosure", "spending_rules", "autonomy_report")
