"""The text of one file: bytes, encoding, positions, suppression comments. Knows nothing about Django."""
