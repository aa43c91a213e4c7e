"""Stores on both databases: a file, and a server of our own that lives as long as the tests."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

_numbers = itertools.count()


def binaries():
    """Return the folder of PostgreSQL's server programs; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    named = shutil.which("initdb")
    return Path(named).parent if named else found[-1].parent if found else None


def own_user():
    """Return the arguments that make `subprocess.run` run as who may start a server: PostgreSQL refuses root."""
    if os.getuid():
        return {}
    try:
        return {"user": "postgres", "group": pwd.getpwnam("postgres").pw_gid, "extra_groups": []}
    except KeyError:
        pytest.skip("PostgreSQL does not run as root, and there is no user `postgres`")


@pytest.fixture(scope="session")
def postgresql():
    """Yield the address of a server on a free port of loopback; skip where its programs or its driver are not here."""
    pytest.importorskip("psycopg", reason="psycopg is not here")
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL's server programs are not here")
    who, folder = own_user(), Path(tempfile.mkdtemp(prefix="verava-postgresql-"))
    if who:
        shutil.chown(folder, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}

    def call(program, *arguments):
        command = [str(programs / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd=folder, env=environment, stdout=subprocess.DEVNULL, **who)

    call("initdb", "-U", "verava", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-h 127.0.0.1 -p {port} -k '' -c fsync=off -c max_connections=300 -c synchronous_commit=off"
    call("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
    yield f"postgresql://verava@127.0.0.1:{port}/postgres"
    call("pg_ctl", "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture
def new_schema(postgresql):
    """Return a function that returns the address of an empty store on the server."""

    def make():
        name = f"store_{next(_numbers)}"
        engine = create_engine(postgresql.replace("postgresql:", "postgresql+psycopg:"))
        with engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
        engine.dispose()
        return f"{postgresql}?options=-csearch_path%3D{name}"

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    """Return the address of an empty store: what is promised of one is promised on both databases."""
    if request.param == "sqlite":
        return str(tmp_path / "ads.sqlite")
    return request.getfixturevalue("new_schema")()


@pytest.fixture
def bytes_of(tmp_path):
    """Return a function: a store → all bytes that its files, or its tables on the server, hold."""

    def read(store):
        if store.engine.dialect.name == "sqlite":
            return b"".join(file.read_bytes() for file in tmp_path.iterdir())
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("CHECKPOINT"))
            query = text(
                "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class"
                " WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i')"
            )
            return b"".join(bytes(row[0]) for row in connection.execute(query))

    return read
