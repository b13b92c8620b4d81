/**
 * A thread beside the one that reads, which may be too busy to look after itself: ends the process where it has grown beyond what is allowed,
 * or where the batch that it works for is gone.
 */
import { workerData } from 'node:worker_threads';

const [limit] = [workerData as Int32Array<SharedArrayBuffer>];
const parent = process.ppid;
const megabyte = 1024 * 1024;

setInterval(() => {
  const allowed = Atomics.load(limit, 0);
  const tooLarge = allowed > 0 && process.memoryUsage.rss() > allowed * megabyte;
  if (tooLarge || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 50);
