import { runChild } from './run-child.mjs';

/** A step that did not end well; what it said is on the screen already. */
export class StepFailed extends Error {
  /** @param {number} code exit code that Pantau should end with */
  constructor(title, code) {
    super(title);
    this.code = code;
  }
}

/**
 * Runs a program as one line on the screen: its title and the seconds it took, and all that it said if it fails.
 *
 * @param {string} title what happens, in Indonesian and English
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {NodeJS.WriteStream} [screen]
 * @throws {StepFailed} when the program fails or is interrupted
 */
export async function runStep(title, command, args, options, screen = process.stdout) {
  const began = performance.now();
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`;
  const output = [];
  screen.write(`${title} … `);
  // A terminal shows the seconds as they pass; a log file gets them once.
  const ticking = screen.isTTY && setInterval(() => screen.write(`\r${title} … ${seconds()} `), 1000);

  const { code, interrupted } = await runChild(
    command,
    args,
    { ...options, stdio: ['ignore', 'pipe', 'pipe'] },
    {
      disposable: true,
      onSpawn(child) {
        child.stdout?.on('data', (data) => output.push(data));
        child.stderr?.on('data', (data) => output.push(data));
      },
    },
  ).catch((error) => {
    output.push(Buffer.from(error.message));
    return { code: 127, interrupted: false };
  });
  clearInterval(ticking);

  screen.write(`${screen.isTTY ? `\r${title} … ` : ''}${seconds()}\n`);
  if (interrupted) throw new StepFailed(title, code || 1);
  if (code === 0) return;
  screen.write(`${Buffer.concat(output).toString('utf8').trim()}\n\nGagal · Failed: ${title}\n`);
  throw new StepFailed(title, code);
}
