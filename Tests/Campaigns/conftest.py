"""Where the campaigns keep their files."""

import os
import pathlib
import tempfile

import pytest


@pytest.fixture
def shelf():
    """A folder in memory, where it is there: a disk that is made to fail need not be a slow one."""
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield pathlib.Path(folder)
