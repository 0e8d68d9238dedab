"""The site engines: MkDocs and Zensical."""
