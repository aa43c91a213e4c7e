"""The forms of a report: each takes a page and returns files as bytes, by their path in the report's folder."""
