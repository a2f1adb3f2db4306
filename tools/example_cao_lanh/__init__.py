"""Makes the spreadsheets of the example: records of a commune and a district as their offices would export them."""
