"""Another time of a milestone, asked for by its board: the form, the list, the decision."""
