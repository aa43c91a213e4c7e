"""Steps between the spider and the store, one a file."""
