"""Files of the repo that the program writes: what it makes of the example notes, and what can be said of its rules.

`make golden` (`python -m tests.written`) writes them anew; tests/test_written.py says which one is out of date.
"""
