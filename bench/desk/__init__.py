"""How many dossiers a desk takes from reception to return in a second, and what its pages cost."""
