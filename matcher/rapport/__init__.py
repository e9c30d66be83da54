"""Pages that explain a batch: for the desk, and for a meeting with others (contract par. 6)."""
