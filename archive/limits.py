"""What the reading of one document may take, of the processor and of memory; no honest one comes near."""

SECONDS = 30.0
MEGABYTES = 1500
