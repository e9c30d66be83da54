"""Records, columns, reading, writing, messages and the demo region. Knows nothing of the other rooms."""
