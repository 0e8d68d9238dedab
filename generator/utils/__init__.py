"""What every program needs and no guide knows of: files, Git, cores, and what ships with the package."""
