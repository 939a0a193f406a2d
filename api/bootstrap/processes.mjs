import { readdirSync, readFileSync } from 'node:fs';

/**
 * The living processes (Linux) whose command line or environment mentions a text, with their command lines. Those of
 * other people keep their environment to themselves and are told by the command line alone.
 *
 * @param {string} text
 * @returns {{ pid: number, command: string }[]}
 */
export function processesAbout(text) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => ({ pid: Number(pid), command: read(pid, 'cmdline'), environment: read(pid, 'environ') }))
    .filter(({ command, environment }) => command !== '' && `${command} ${environment}`.includes(text))
    .map(({ pid, command }) => ({ pid, command }));
}

function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
