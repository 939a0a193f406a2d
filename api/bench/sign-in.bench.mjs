/**
 * Whether an unknown login name can be told from a wrong password by how long the answer takes. Pairs in random
 * order, so that whatever the machine does meanwhile falls on both alike. The difference of the means is told in
 * standard errors: within three of them, nothing is told.
 */
import { hashPassword, verifyPassword } from '../dist/platform/auth/password-hash.js';

const SAMPLES = Number(process.env.BENCH_SAMPLES ?? 2000);
const WARM_UP = 20;

const stored = await hashPassword('kopi tubruk di pagi hari');
const cases = { unknown: null, wrong: stored };
const times = { unknown: [], wrong: [] };

for (let round = -WARM_UP; round < SAMPLES; round += 1) {
  const order = Math.random() < 0.5 ? ['unknown', 'wrong'] : ['wrong', 'unknown'];
  for (const name of order) {
    const began = performance.now();
    const right = await verifyPassword(cases[name], `tebakan nomor ${round}`);
    const took = performance.now() - began;
    if (right) throw new Error('a wrong password was let in');
    if (round >= 0) times[name].push(took);
  }
}

const unknown = describe(times.unknown);
const wrong = describe(times.wrong);
const error = Math.hypot(unknown.error, wrong.error);
const difference = unknown.mean - wrong.mean;
const pair = describe(times.unknown.map((took, place) => took - times.wrong[place]));
console.log(`${SAMPLES} samples each; milliseconds`);
console.log(
  `unknown name    mean ${unknown.mean.toFixed(3)}  standard deviation ${unknown.deviation.toFixed(3)}`,
);
console.log(
  `wrong password  mean ${wrong.mean.toFixed(3)}  standard deviation ${wrong.deviation.toFixed(3)}`,
);
console.log(`difference ${difference.toFixed(4)} = ${(difference / error).toFixed(2)} standard errors`);
console.log(`of pairs   ${pair.mean.toFixed(4)} = ${(pair.mean / pair.error).toFixed(2)} standard errors`);

function describe(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, deviation: Math.sqrt(variance), error: Math.sqrt(variance / values.length) };
}
