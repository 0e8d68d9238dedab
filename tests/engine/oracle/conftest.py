"""What is here needs the extra `oracle`; `dev.py test` says so where it is left out."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pgmpy") else ["test_*.py"]
