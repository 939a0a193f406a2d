import { entities } from '../../api/src/app/entities.js';
import { createOrm, type MikroORM } from '../../api/src/platform/database/orm.js';
import { migrate } from '../../api/src/platform/database/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../api/src/testing/database.js';
import { migrations } from './index.js';

describe('the migrations', () => {
  let database: TestDatabase;
  let orm: MikroORM;

  beforeAll(async () => {
    database = await createTestDatabase({ migrated: false });
    orm = createOrm({ url: database.url, entities });
    await orm.connect();
  });
  afterAll(async () => {
    await orm?.close();
    await database?.drop();
  });

  /** Everything that the catalogue says about our tables, as text. */
  const catalogue = async (): Promise<string[]> => {
    const { rows } = await database.client.query(`
      select format('%s.%s %s %s', table_name, column_name, udt_name, is_nullable) as line
        from information_schema.columns where table_schema = 'public' and table_name <> 'migration'
      union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
      union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 'migration'::regclass
      union all select format('%s %s', tgrelid::regclass, tgname) from pg_trigger where not tgisinternal
      union all select proname::text from pg_proc where pronamespace = 'public'::regnamespace
      order by 1`);
    return rows.map(({ line }) => line);
  };

  it('have names in the order in which they run', () => {
    const names = migrations.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(migrations.every((migration) => migration.class.name === migration.name)).toBe(true);
  });

  it('go up, down to nothing, and up again to the same', async () => {
    expect(await migrate(orm)).toEqual(migrations.map(({ name }) => name));
    const first = await catalogue();
    await orm.migrator.down({ to: 0 });
    expect(await catalogue()).toEqual([]);
    await migrate(orm);
    expect(await catalogue()).toEqual(first);
    expect(first.length).toBeGreaterThan(80);
  });

  it('do nothing the second time', async () => {
    expect(await migrate(orm)).toEqual([]);
  });

  it('run once where many processes start at the same time', async () => {
    const fresh = await createTestDatabase({ migrated: false });
    const orms = Array.from({ length: 4 }, () => createOrm({ url: fresh.url, entities }));
    try {
      const ran = await Promise.all(orms.map((one) => migrate(one)));
      expect(ran.flat()).toEqual(migrations.map(({ name }) => name));
    } finally {
      await Promise.all(orms.map((one) => one.close()));
      await fresh.drop();
    }
  });

  it('make the tables that the entities describe', async () => {
    const statements = (await orm.schema.getUpdateSchemaSQL())
      .split(';')
      .map((statement) => statement.trim());
    // Constraints, indexes and triggers are the migrations' alone, and so are the platform's own tables.
    const ownTables =
      /drop table if exists "(change_log|idempotency|stream_head|access_version|one_time_code|pairing|service_use|sign_in_failure|audit_(head|entry|detail|subject))"/;
    const drift = statements.filter(
      (statement) =>
        /create table|drop table|(add|drop|alter|rename) column|add "|drop column|type |set not null|drop not null/i.test(
          statement,
        ) && !ownTables.test(statement),
    );
    expect(drift).toEqual([]);
  });

  it('lead every key with the region', async () => {
    const { rows } = await database.client.query(`
      select i.indrelid::regclass::text as name, a.attname as first
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and c.relname <> 'migration'`);
    expect(rows.filter(({ first }) => first !== 'region_code')).toEqual([]);
  });
});
