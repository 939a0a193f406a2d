// Written for old versions too: it has to get far enough on them to say what is missing.
import process from 'process';

export const OLDEST_NODE = 20;

/** Ends the process with a sentence when this Node is too old for everything that comes after. */
export function requireNode(version) {
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return;
  process.stderr.write(
    'Pantau memerlukan Node ' +
      OLDEST_NODE +
      ' atau lebih baru; ini Node ' +
      version +
      '. Pasang dari https://nodejs.org.\n' +
      'Pantau needs Node ' +
      OLDEST_NODE +
      ' or newer; this is Node ' +
      version +
      '. Install it from https://nodejs.org.\n',
  );
  process.exit(1);
}
