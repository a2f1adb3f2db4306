"""A district or province that did not plan its dialogues or report on them."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("CDDH-012", "dialogue_plan", "dialogue_report", levels=("district", "province"))
