"""Words for cards: questions built from clauses, phrases as a person would write them, the Jinja2 filters of rules."""
