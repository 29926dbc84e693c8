"""Learns the weights of the extraction engine from annotated articles; pure Python."""
