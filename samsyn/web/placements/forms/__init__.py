"""What is typed about placements. No field takes a ground, a number of a person, or a word about health."""
