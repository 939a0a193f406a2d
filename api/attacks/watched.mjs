/**
 * Loaded into the attacked process before its own program: tells over the channel to its parent what it costs, from
 * inside, and of every error that nobody caught. Changes nothing of what the program does.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let began = process.cpuUsage();
const tell = (message) => process.send?.(message, undefined, undefined, () => undefined);

process.on('uncaughtExceptionMonitor', (error, origin) =>
  tell({ uncaught: origin, message: error?.message }),
);
process.on('message', (question) => {
  if (question === 'begin') {
    began = process.cpuUsage();
    delay.reset();
    return tell({ began: true });
  }
  const { user, system } = process.cpuUsage(began);
  const longestBlockMs = delay.count === 0 ? 0 : delay.max / 1e6;
  globalThis.gc();
  tell({ ended: { cpuMs: (user + system) / 1_000, longestBlockMs, ...memory() } });
});
// Whoever ends the run in the middle leaves no server behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
process.channel?.unref();

function memory() {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, held: heapUsed + external };
}
