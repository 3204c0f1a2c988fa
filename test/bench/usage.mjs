// Preloaded into a measured process: writes what it used to the file named by USAGE_FILE when it ends.
import { writeFileSync } from 'node:fs';

const file = process.env.USAGE_FILE;
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  if (file)
    writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 }));
});
