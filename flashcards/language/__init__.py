"""Post text -> clean prose -> sentences with their parse and clauses; references resolved; word forms."""
