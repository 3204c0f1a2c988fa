# Runs a command, and writes what it and all processes that it leaves behind used to the file named by USAGE_FILE:
# user and system CPU and wall time in ms, the peak memory of the largest process in MB. Linux.
# usage: python3 usage.py <command> [argument...]
import ctypes, json, os, resource, subprocess, sys, time

PR_SET_CHILD_SUBREAPER = 36

# Chromium's zygote does not wait for its children: orphans come to this process, which does, and so counts them.
if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
    sys.exit("cannot become the parent of orphans")
start = time.monotonic()
child = subprocess.Popen(sys.argv[1:])
status = 0
while True:
    try:
        pid, ended, _ = os.wait3(0)
    except ChildProcessError:
        break
    if pid == child.pid:
        status = os.waitstatus_to_exitcode(ended)
wall = (time.monotonic() - start) * 1000
used = resource.getrusage(resource.RUSAGE_CHILDREN)
figures = {"cpu": (used.ru_utime + used.ru_stime) * 1000, "wall": wall, "rss": used.ru_maxrss / 1024}
with open(os.environ["USAGE_FILE"], "w") as file:
    json.dump(figures, file)
sys.exit(status)
