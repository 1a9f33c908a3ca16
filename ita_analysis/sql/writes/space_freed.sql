-- Writes the file anew where rows were taken away, so that their space is used again.
checkpoint;
