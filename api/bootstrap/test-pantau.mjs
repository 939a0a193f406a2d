import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, TURBO, TURBO_ENVIRONMENT } from './build.mjs';
import { conclude } from './conclude.mjs';
import { installIfNeeded } from './install.mjs';
import { BOOTSTRAP, ROOT, repositoryEnvironment } from './repository.mjs';
import { runChild } from './run-child.mjs';
import { StepFailed } from './step.mjs';
import { readTally } from './tally.mjs';
import { NamedToolMissing, provideTools } from './test-tools.mjs';

process.exitCode = await test(process.argv.slice(2));

/**
 * @param {readonly string[]} jestArguments with any, only the workspaces' own tests run, those that jest then chooses
 * @returns {Promise<number>} exit code
 */
async function test(jestArguments) {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'pantau-test-'));
  try {
    await installIfNeeded();
    const tools = await provideTools(repositoryEnvironment());
    await build();
    const environment = { ...tools.environment, PANTAU_TALLY: process.env.PANTAU_TALLY || folder };
    const codes = [
      jestArguments.length === 0 ? await testBootstrap(environment) : 0,
      await testWorkspaces(jestArguments, environment),
    ];
    const conclusion = conclude({
      counts: readTally(environment.PANTAU_TALLY),
      ranWell: codes.every((code) => code === 0),
      missing: tools.missing.map((tool) => tool.name),
      mustBeComplete: !['', '0', 'false'].includes(process.env.CI ?? ''),
      seconds: Math.round((performance.now() - began) / 1000),
    });
    process.stdout.write(`\n${conclusion.text}\n`);
    return conclusion.passed ? 0 : 1;
  } catch (error) {
    if (error instanceof StepFailed) return error.code;
    if (!(error instanceof NamedToolMissing)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function testBootstrap(environment) {
  const files = readdirSync(BOOTSTRAP).filter((name) => name.endsWith('.test.mjs'));
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[`--test-reporter=${join(BOOTSTRAP, 'count-node-tests.mjs')}`, '--test-reporter-destination=stderr'],
  ];
  const options = { cwd: BOOTSTRAP, env: environment, stdio: 'inherit' };
  return runToTheEnd(process.execPath, ['--test', ...reporters, ...files], options);
}

async function testWorkspaces(jestArguments, environment) {
  const [command, script] = TURBO;
  const options = { cwd: ROOT, env: { ...environment, ...TURBO_ENVIRONMENT }, stdio: 'inherit' };
  const counter = ['--reporters=default', `--reporters=${join(BOOTSTRAP, 'count-jest-tests.mjs')}`];
  // A test that was asked for lives in one workspace; the others have nothing of that name.
  const chosen = jestArguments.length === 0 ? [] : ['--passWithNoTests', ...jestArguments];
  // Arguments after -- count as a change of everything that turbo runs, and what was just built would be built again.
  // One workspace after the other: jest fills the machine by itself, and a browser that starves fails for no reason.
  const args = ['run', 'test', '--only', '--continue', '--concurrency=1', '--', ...counter, ...chosen];
  return runToTheEnd(command, [script, ...args], options);
}

/** The exit code of tests that ran; who asked to stop wants no further tests. */
async function runToTheEnd(command, args, options) {
  const { code, interrupted } = await runChild(command, args, options);
  if (interrupted) throw new StepFailed('npm test', code || 1);
  return code;
}
