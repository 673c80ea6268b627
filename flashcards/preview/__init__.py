"""A page to look at every card and decide about it, served to this machine only."""
