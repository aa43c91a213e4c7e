"""The reports: readings are counted, checked, drawn and written."""
