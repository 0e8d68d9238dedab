"""Content -> docs folder -> site: the pipeline, the site engines, and the checks before a new site takes its place."""
