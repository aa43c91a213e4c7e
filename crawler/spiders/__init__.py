"""One source a file: its card, where it begins, and how its payload becomes ads. No Scrapy in here."""
