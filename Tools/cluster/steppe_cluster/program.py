# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""The steppe program, as a process."""
import json
import pathlib
import re
import shutil
import subprocess
from dataclasses import dataclass

# Exit statuses of the program; see steppe --help.
BAD_DATA, NO_INPUT, CANNOT_CREATE, WRITE_FAILED, TRY_AGAIN = 65, 66, 73, 74, 75


class ProgramError(Exception):
    """A run of the program that failed."""

    def __init__(self, status, message):
        super().__init__(status, message)
        #: The worker that ran it, where one did.
        self.worker = None
        self.status = status
        self.message = message

    def __str__(self):
        cause = f"ended by signal {-self.status}" if self.status < 0 else f"ended with {self.status}"
        return f"{self.message or 'steppe said nothing'} ({cause})"


@dataclass(frozen=True)
class Versions:
    """What decides a tally beside the data."""

    steppe: str
    libraries: str

    def __str__(self):
        return f"Steppe {self.steppe}, {self.libraries}"


class Program:
    """The program at a path, or of that name in PATH."""

    def __init__(self, path="steppe"):
        self.path = path

    def command(self, *arguments):
        """The command line; a process that is started so ends with whoever started it."""
        if shutil.which(self.path) is None:
            raise ProgramError(127, f"'{self.path}' is no program here; name it by --steppe")
        guard = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        return [*guard, self.path, *map(str, arguments)]

    def run(self, *arguments):
        """Runs the program to its end and returns what it printed."""
        done = subprocess.run(
            self.command(*arguments), stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            raise ProgramError(done.returncode, last_line(done.stderr))
        return done.stdout, done.stderr

    def versions(self):
        """Which version it is, and by which libraries it reads rasters."""
        version = self.run("--version")[0].strip()
        notes = self.run("schemes", "--verbose")[1]
        libraries = re.search(r"GDAL \S+, PROJ \S+", notes)
        return Versions(version, libraries[0] if libraries else "unknown libraries")

    def plan(self, survey, file, parts, arguments=()):
        """Plans a survey, divided into parts, and returns the plan."""
        self.run(
            "survey", survey, *arguments, "--plan", file, "--parts", parts, "--overwrite", "--quiet")
        return Plan(pathlib.Path(file).read_text())


class Plan:
    """What `steppe survey --plan` wrote."""

    def __init__(self, text):
        self.text = text
        content = json.loads(text)
        self.parts = len(content["parts"])
        self.loads = content["parts"]
        self.store = pathlib.Path(content["setting"]["store"])
        self.versions = Versions(
            content["setting"]["steppe"],
            f"GDAL {content['setting']['gdal']}, PROJ {content['setting']['proj']}")
        needs = [need for need in content["needs"] if need.get("key")]
        self.open = sorted({need["key"] for need in needs if not need["kept"]})
        self.kept = sorted({need["key"] for need in needs if need["kept"]})


def last_line(text):
    """What the program said last, which is why it ended."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].removeprefix("steppe: ") if lines else ""
