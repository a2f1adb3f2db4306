"""The inspection: rules that mark every case they examine, the engine that counts, what is written from it."""
