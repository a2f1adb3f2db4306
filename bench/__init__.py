"""The benchmark: one million dossiers from generation to verdicts, the catalogue beside the same questions by hand."""
