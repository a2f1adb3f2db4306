"""A commune without a plan of dialogues."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("CDDH-011", "dialogue_plan", levels=("commune",))
