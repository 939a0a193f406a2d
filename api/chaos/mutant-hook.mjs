/**
 * Puts a seeded bug into an API process while its modules are loaded: the product itself has no switch for it. A
 * place that is not there any more ends the process, so that no seeded bug is quietly without effect.
 */
import { registerHooks } from 'node:module';
import { MUTANTS } from './mutants.mjs';

const { code } = MUTANTS.find(({ name }) => name === process.env.CHAOS_MUTANT);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const mine = code.filter(({ file }) => url.endsWith(`/api/dist/${file}`));
    if (mine.length === 0) return loaded;
    const source = mine.reduce((text, { from, to }) => {
      if (!text.includes(from)) throw new Error(`${url} has no ${from}`);
      return text.replace(from, () => to);
    }, Buffer.from(loaded.source).toString());
    return { ...loaded, source };
  },
});
