"""Guide -> files for other programs: API, feed, redirects, icons, and the data of the form."""
