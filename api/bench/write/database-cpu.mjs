import { readdir, readFile } from 'node:fs/promises';

/** Linux counts processor time in hundredths of a second. */
const MS_PER_TICK = 10;

/**
 * Processor time of a whole PostgreSQL server on this machine so far, in milliseconds: of its processes, and of those
 * that have ended. NaN where it cannot be read.
 */
export async function databaseCpu(client) {
  try {
    const { rows } = await client.query('select pg_backend_pid() as pid');
    const postmaster = (await statOf(rows[0].pid)).parent;
    let ticks = (await statOf(postmaster)).ofEnded;
    for (const name of await readdir('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const stat = await statOf(name).catch(() => null);
      if (stat !== null && (stat.parent === postmaster || Number(name) === postmaster)) ticks += stat.own;
    }
    return ticks * MS_PER_TICK;
  } catch {
    return NaN;
  }
}

async function statOf(pid) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (place) => Number(fields[place - 3]);
  return { parent: at(4), own: at(14) + at(15), ofEnded: at(16) + at(17) };
}
