import { readFileSync } from 'node:fs';

/**
 * The process that started us and the one that started that, as text to compare: npm starts us through a shell, which
 * may outlive npm. Where the system has no /proc only the first is known.
 */
export function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
  try {
    // "<pid> (<name>) <state> <parent> …", and a name may hold anything, also brackets.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
  } catch {
    return '?';
  }
}
