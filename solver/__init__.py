"""The kernel: options, limits, levels. Knows numbers, not housing; the only room that imports ortools."""
