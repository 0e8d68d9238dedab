"""Docs folder -> site: the site engine, and what is looked at before the new site is put in place."""
