// A process that owns an embedded database until it is killed: node owner.fixture.mjs <home> [uid]
// It runs the TypeScript source as it stands, since a test may run where nothing has been built.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const source = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return next(source ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

const [home, uid] = process.argv.slice(2);
const { startEmbeddedPostgres } = await import('../embedded.ts');
if (uid !== undefined) {
  process.setgroups([]);
  process.setgid(Number(uid));
  process.setuid(Number(uid));
}

try {
  const postgres = await startEmbeddedPostgres({ home, say: () => undefined });
  await postgres.announce('http://127.0.0.1:4000');
  process.once('SIGTERM', () => void postgres.stop());
  process.stdout.write(`${postgres.url}\n`);
} catch (error) {
  process.stdout.write(`${error.name}: ${error.message}\n`);
  process.exitCode = 1;
}
