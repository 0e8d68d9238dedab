"""Files -> Content: what authors wrote, and what is wrong with each file on its own."""
