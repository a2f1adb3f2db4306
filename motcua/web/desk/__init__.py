"""The officers' desk: reception, work in hand, results, books and reports."""
