import { createTestDatabase } from '../../testing/database.js';
import { NOON } from '../../testing/small-office.js';
import { startPantau } from '../../testing/start-pantau.js';
import { buildMatrixWorld } from './matrix-world.js';
test('x', async () => {
  const database = await createTestDatabase();
  const pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
  const t = Date.now();
  try {
    const world = await buildMatrixWorld(pantau, database);
    console.log(world.canaries.length, Date.now() - t);
  } finally { await pantau.close(); await database.drop(); }
});
