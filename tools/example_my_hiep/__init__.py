"""Makes the spreadsheets of the second example: records of a commune of the two-level era, January to June 2026."""
