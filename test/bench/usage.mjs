// Preloaded into a measured process: writes what it used, threads and all, to the file named by USAGE_FILE when it ends.
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const file = process.env.USAGE_FILE;
if (file && isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cpu = (userCPUTime + systemCPUTime) / 1000;
    // performance.now() counts from the start of the process.
    writeFileSync(file, JSON.stringify({ cpu, wall: performance.now(), rss: maxRSS / 1024 }));
  });
}
