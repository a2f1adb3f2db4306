"""The HTML report: one file with its plots, readable on an old machine with no network."""

from motcua.inspection.report.page import report as report
