"""What a person knows, and when it is asked again: days, faces of cards, FSRS, coverage."""
