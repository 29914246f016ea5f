# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""steppe-cluster: a survey measured by many workers."""
import argparse
import contextlib
import logging
import os
import signal
import sys

from distributed import Client, LocalCluster

from steppe_cluster.program import BAD_DATA, TRY_AGAIN, ProgramError
from steppe_cluster.run import Run, RunError


def arguments(given=None):
    parser = argparse.ArgumentParser(
        prog="steppe-cluster",
        description="Measures a survey by the workers of a Dask cluster, and writes its folder here.",
        epilog="What stands after -- is for steppe survey, such as -- --output out --overwrite.")
    parser.add_argument("survey", help="the survey file")
    cluster = parser.add_mutually_exclusive_group(required=True)
    cluster.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, tcp://host:8786")
    cluster.add_argument("--local", metavar="N", type=int, help="N workers on this machine")
    cluster.add_argument(
        "--slurm", metavar="N", type=int,
        help="N workers as Slurm jobs, set up by dask-jobqueue's own configuration")
    parser.add_argument("--parts", type=int, default=16, help="parts to divide the work into (16)")
    parser.add_argument("--jobs", type=int, default=1, help="threads of a part (1)")
    parser.add_argument("--attempts", type=int, default=5, help="times that a part is tried (5)")
    parser.add_argument(
        "--steppe", default=os.environ.get("STEPPE", "steppe"), help="the program (steppe)")
    parser.add_argument("--worker-steppe", metavar="PATH", help="the program on workers")
    parser.add_argument("--worker-survey", metavar="PATH", help="the survey file on workers")
    disk = parser.add_mutually_exclusive_group()
    disk.add_argument(
        "--shared-disk", dest="shared", action="store_true", default=None,
        help="end where a worker does not see the store's disk (default: its tallies travel back)")
    disk.add_argument(
        "--no-shared-disk", dest="shared", action="store_false",
        help="let all tallies travel back, though workers see the disk")
    parser.add_argument(
        "--measure-only", action="store_true", help="leave the survey itself for later")
    parser.add_argument("--log", metavar="FILE", help="write the log to a file too")
    parser.add_argument("--quiet", action="store_true", help="say nothing but warnings and errors")
    given = sys.argv[1:] if given is None else given
    split = given.index("--") if "--" in given else len(given)
    return parser.parse_args(given[:split]), given[split + 1:]


def set_up_log(options):
    handlers = [logging.StreamHandler()]
    handlers[0].setLevel(logging.WARNING if options.quiet else logging.INFO)
    if options.log:
        handlers.append(logging.FileHandler(options.log))
    for handler in handlers:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("steppe_cluster")
    log.handlers = handlers
    log.setLevel(logging.INFO)
    log.propagate = False


@contextlib.contextmanager
def client(options):
    with contextlib.ExitStack() as stack:
        if options.scheduler:
            address = options.scheduler
        elif options.local:
            address = stack.enter_context(
                LocalCluster(
                    n_workers=options.local, threads_per_worker=1, processes=True,
                    dashboard_address=None))
        else:
            try:
                from dask_jobqueue import SLURMCluster
            except ImportError:
                raise RunError("--slurm wants dask-jobqueue: pip install 'steppe-cluster[slurm]'")
            address = stack.enter_context(SLURMCluster())
            address.scale(options.slurm)
        yield stack.enter_context(Client(address))


def main(given=None):
    options, survey_arguments = arguments(given)
    set_up_log(options)
    # The system's request to end is heeded as Ctrl-C is: the workers' processes end.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with client(options) as cluster:
            run = Run(
                cluster, options.survey, program=options.steppe,
                worker_program=options.worker_steppe, worker_survey=options.worker_survey,
                parts=options.parts, jobs=options.jobs, attempts=options.attempts,
                arguments=survey_arguments, shares_disk=options.shared)
            run.measure()
        return 0 if options.measure_only else run.survey_from_tallies()
    except KeyboardInterrupt:
        print("steppe-cluster: interrupted; what was measured is kept", file=sys.stderr)
        return TRY_AGAIN
    except (RunError, ProgramError) as error:
        print(f"steppe-cluster: {error}", file=sys.stderr)
        status = getattr(error, "status", BAD_DATA)
        return status if 0 < status < 126 else 1


if __name__ == "__main__":
    sys.exit(main())
