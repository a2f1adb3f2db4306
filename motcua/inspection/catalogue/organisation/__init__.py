"""Organisation of the apparatus: structure, decentralised tasks, staff quota, reduction of staff."""
