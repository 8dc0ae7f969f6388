"""Runs programs and says what they took."""
import json
import os
import shutil
import subprocess
import sys
import time


def once(command, expected=(0,), feed=os.devnull):
    """(wall seconds, processor seconds of all threads, peak MiB). feed: the file it reads from."""
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, dict(os.environ, LC_ALL="C.UTF-8"), file_actions=[
        (os.POSIX_SPAWN_OPEN, 0, feed, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in expected:
        sys.exit(f"{' '.join(command)}: exit {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def least(command, runs, expected=(0,), feed=os.devnull):
    """The least of each over some runs; None when there is no such program."""
    if shutil.which(command[0]) is None:
        return None
    return tuple(min(values) for values in zip(*(once(command, expected, feed) for _ in range(runs))))


def engine(command):
    """What belie_bench prints, a dictionary a line."""
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines()]
