"""The steps that finish a site which an engine has built."""
