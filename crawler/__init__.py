"""The crawler: ads come in, are kept as published, versioned, opened and closed."""
