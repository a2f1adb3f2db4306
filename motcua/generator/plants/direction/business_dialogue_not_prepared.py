"""A district or province that did not report on its dialogues."""

from motcua.generator.plants.duties import unfulfilled

PLANT = unfulfilled("CDDH-012", "dialogue_report", levels=("district", "province"))
