"""Steps between the spider and the network, one a file."""
