"""The classifier: ads are read; a reading holds label, why, pay, hourly pay, skills and level."""
