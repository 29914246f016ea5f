# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""What runs on workers."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field

from distributed import WorkerPlugin, get_worker

from steppe_cluster.program import Program, ProgramError, last_line


@dataclass
class Task:
    """A part to be measured."""

    part: int
    parts: int
    plan: str
    program: str
    store: str
    #: What a file in the store must hold for that to be the same disk; None takes no disk for shared.
    token: tuple | None
    survey: str | None = None
    jobs: int = 1


@dataclass
class Measured:
    """A part that was measured."""

    part: int
    seconds: float
    worker: str
    #: Whether it was there already.
    was_kept: bool
    #: Files for the store, by their place in it; none where the store's disk is shared.
    files: dict = field(default_factory=dict)


class Processes(WorkerPlugin):
    """The processes of a worker's tasks: they end when their task is cancelled, or the worker ends."""

    name = "steppe-processes"

    def __init__(self):
        self.lock = None
        self.running = None

    def setup(self, worker):
        self.lock = threading.Lock()
        self.running = {}

    def teardown(self, worker):
        with self.lock:
            for process in self.running.values():
                end(process)

    def transition(self, key, start, finish, **_):
        if finish in ("cancelled", "released", "forgotten"):
            with self.lock:
                if process := self.running.get(key):
                    end(process)

    def wait(self, key, command):
        """Runs a command as a task's process and returns what it printed."""
        with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
                start_new_session=True)
            with self.lock:
                self.running[key] = process
            try:
                status = process.wait()
            finally:
                with self.lock:
                    self.running.pop(key, None)
            output.seek(0)
            errors.seek(0)
            if status != 0:
                raise ProgramError(status, last_line(errors.read()))
            return output.read()


def end(process):
    """Ends a process and all that it started."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
    except ProcessLookupError:
        pass


def versions(program):
    """The versions of a worker's program, or what is wrong with it, as text."""
    try:
        return str(Program(program).versions())
    except ProgramError as error:
        return str(error)


def sees(token):
    """Whether a file is there and holds what it should: whether a disk is shared."""
    path, text = token
    try:
        return pathlib.Path(path).read_text() == text
    except OSError:
        return False


def measure(task, tallies=None):
    """Measures a part, as a process of the program.

    Where the store's disk is shared the part is kept there; else it is kept beside the worker, and
    returned. `tallies` are those that the plan rests on, for workers without that disk.
    """
    worker = get_worker()
    start = time.monotonic()
    is_shared = task.token is not None and sees(task.token)
    home = pathlib.Path(worker.local_directory, "steppe")
    store = pathlib.Path(task.store) if is_shared else home / "store"
    folder = home / f"task-{threading.get_ident()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        plan = folder / "plan.json"
        plan.write_text(task.plan)
        if not is_shared:
            write_all(store, tallies or {})
        command = Program(task.program).command(
            "measure", plan, "--part", f"{task.part}/{task.parts}", "--store", store, "--jobs",
            task.jobs, "--json", "--quiet",
            *(["--survey", task.survey] if task.survey else []))
        printed = worker.plugins[Processes.name].wait(worker.get_current_task(), command)
    except OSError as error:
        # The worker's own disk, before the program began.
        failure = ProgramError(74, f"{error.filename or folder}: {error.strerror}")
        failure.worker = worker.address
        raise failure from None
    except ProgramError as error:
        error.worker = worker.address
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    files = {} if is_shared else taken(store, task, tallies or {})
    return Measured(
        task.part, time.monotonic() - start, worker.address, '"measured":[]' in printed, files)


def taken(store, task, known):
    """The files of a part, which leave the worker's disk, and whole tallies that are not known."""
    files = {}
    for path in store.glob(f"parts/*/{task.part}-of-{task.parts}"):
        files[str(path.relative_to(store))] = path.read_bytes()
        path.unlink()
    for path in store.glob("tallies/[!.]*"):
        name = str(path.relative_to(store))
        if name not in known:
            files[name] = path.read_bytes()
    return files


def write_all(store, files):
    """Writes files into a store, whole and each once."""
    for name, content in files.items():
        path = pathlib.Path(store, name)
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as new:
            try:
                new.write(content)
                new.flush()
                os.fsync(new.fileno())
                os.chmod(new.name, 0o644)
                os.rename(new.name, path)
            except BaseException:
                os.unlink(new.name)
                raise
