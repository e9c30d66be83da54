"""Whole comparisons in one run, printed as ratios; never a timed test. ``python -m benchmarks`` runs them all."""
