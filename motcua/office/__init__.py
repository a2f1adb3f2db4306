"""What the office keeps and does: Django apps in a declared order."""
