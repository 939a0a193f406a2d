/**
 * Loaded into the attacked process before its own program: tells over the channel to its parent what it costs, from
 * inside, and of every error that nobody caught. Changes nothing of what the program does.
 */
const LOOK_EVERY_MS = 5;
let seen = process.threadCpuUsage();
let longestBlockMs = 0;
/**
 * How long the event loop is held, in CPU time of its thread between two of its turns: on a busy machine it also
 * stands still because others run, and that is not its doing.
 */
setInterval(() => {
  const { user, system } = process.threadCpuUsage(seen);
  seen = process.threadCpuUsage();
  longestBlockMs = Math.max(longestBlockMs, (user + system) / 1_000);
}, LOOK_EVERY_MS).unref();
let began = process.cpuUsage();
const tell = (message) => process.send?.(message, undefined, undefined, () => undefined);

process.on('uncaughtExceptionMonitor', (error, origin) =>
  tell({ uncaught: origin, message: error?.message }),
);
process.on('message', (question) => {
  if (question === 'begin') {
    began = process.cpuUsage();
    longestBlockMs = 0;
    return tell({ began: true });
  }
  // What is garbage is held by nobody; but to collect it is as dear as most cases, and is asked for where it matters.
  if (question === 'collect') {
    globalThis.gc();
    return tell({ collected: memory() });
  }
  const { user, system } = process.cpuUsage(began);
  tell({ ended: { cpuMs: (user + system) / 1_000, longestBlockMs, ...memory() } });
});
// Whoever ends the run in the middle leaves no server behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
process.channel?.unref();

function memory() {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, held: heapUsed + external };
}
