"""The field: who may have what, what holds over a batch, what is best, and how it is told."""
