import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { runChild } from './run-child.mjs';

const URL_OF_RUN_CHILD = new URL('./run-child.mjs', import.meta.url).href;

/** Starts a process that runs a shell script as its child, and collects what that says. */
async function startParent(script, { how = {}, env = {} } = {}) {
  const program = `
    import { runChild } from '${URL_OF_RUN_CHILD}';
    const { code, interrupted } = await runChild('sh', ['-c', process.env.SCRIPT], { stdio: ['ignore', 'inherit', 'inherit'] }, ${JSON.stringify(how)});
    console.log('ended', code, interrupted);`;
  const environment = { ...process.env, npm_lifecycle_event: undefined, SCRIPT: script, ...env };
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  parent.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  const closed = once(parent.stdout, 'close');
  while (!said.includes('ready')) {
    await Promise.race([once(parent.stdout, 'data'), closed.then(() => assert.fail(`ended early: ${said}`))]);
  }
  return { parent, said: () => said, closed };
}

/** A program that says when it is asked to stop and goes on for two seconds, whoever started it with which signals ignored. */
const COUNTS_REQUESTS = `exec ${process.execPath} -e "
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => console.log('asked'));
  console.log('ready');
  setTimeout(() => {}, 2000)"`;

function isKnown(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('gives the exit code of the program', async () => {
  const run = (script) => runChild('sh', ['-c', script], { stdio: 'ignore' });
  assert.deepEqual(await run('exit 0'), { code: 0, interrupted: false });
  assert.deepEqual(await run('exit 7'), { code: 7, interrupted: false });
  assert.deepEqual(await run('kill -KILL $$'), { code: 137, interrupted: false });
  await assert.rejects(runChild('/nowhere/program', [], { stdio: 'ignore' }), { code: 'ENOENT' });
});

test('passes copies of one signal on once, and a second request after a while', async () => {
  const hasty = await startParent(COUNTS_REQUESTS);
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM']) hasty.parent.kill(signal);
  await hasty.closed;
  assert.equal(hasty.said().match(/asked/g)?.length, 1);
  assert.match(hasty.said(), /ended 0 true/);

  const patient = await startParent(COUNTS_REQUESTS);
  patient.parent.kill('SIGINT');
  await pause(1100);
  patient.parent.kill('SIGINT');
  await patient.closed;
  assert.equal(patient.said().match(/asked/g)?.length, 2);
});

test('a signal reaches what the program itself started', async () => {
  const { parent, said, closed } = await startParent('sleep 60 & echo ready $!; wait');
  const grandchild = Number(said().match(/ready (\d+)/)[1]);
  parent.kill('SIGTERM');
  await closed;
  // It has ended; the system may need a moment to forget it.
  for (let tries = 0; tries < 40 && isKnown(grandchild); tries++) await pause(50);
  assert.equal(isKnown(grandchild), false);
  assert.match(said(), /ended 143 true/);
});

test('kills what is disposable when it does not obey', async () => {
  const { parent, said, closed } = await startParent(`trap '' TERM; echo ready; sleep 60`, {
    how: { disposable: true },
  });
  parent.kill('SIGTERM');
  await closed;
  assert.match(said(), /ended 137 true/);
});

test('under npm, the death of whoever started us asks the program to stop', async () => {
  const { parent, said, closed } = await startParent(
    `${process.execPath} --input-type=module -e "$INNER" & echo inner $!; wait`,
    {
      env: {
        npm_lifecycle_event: 'start',
        INNER: `
          import { runChild } from '${URL_OF_RUN_CHILD}';
          await runChild('sh', ['-c', \`trap 'echo asked; exit' TERM; echo ready; while :; do sleep 0.1; done\`], { stdio: ['ignore', 'inherit', 'inherit'] });
          console.log('inner ended');`,
      },
    },
  );
  parent.kill('SIGKILL');
  await closed;
  assert.match(said(), /asked\ninner ended/);
});
