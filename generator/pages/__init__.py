"""Guide -> what is served: pages as Markdown."""
