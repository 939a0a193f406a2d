import { Client } from 'pg';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Everything that connections of this process send while `work` runs, one after another. */
export async function recordStatements(work) {
  const sent = [];
  const { query } = Client.prototype;
  Client.prototype.query = function recorded(config, values, ...rest) {
    const text = typeof config === 'string' ? config : config.text;
    sent.push({ text, values: (typeof config === 'string' ? values : (config.values ?? values)) ?? [] });
    return query.call(this, config, values, ...rest);
  };
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return sent;
}

/**
 * The statements of one command as a script of pgbench: the same texts with the same values, but that what has to be
 * new each time is made by the server.
 * @param fresh values that have to be new, as texts
 */
export function toScript(statements, fresh) {
  return statements
    .map(({ text, values }) => `${text.replaceAll(/\$(\d+)/g, (_, n) => literal(values[n - 1], fresh))};\n`)
    .join('');
}

function literal(value, fresh) {
  if (value === null || value === undefined) return 'null';
  // Made once for the statement, so that an index can be looked up by it.
  if (fresh.has(value)) return '(select gen_random_uuid())';
  if (Array.isArray(value) && value.length === 1 && fresh.has(value[0])) return 'array[gen_random_uuid()]';
  if (Array.isArray(value)) return quoted(`{${value.map(element).join(',')}}`);
  return quoted(plain(value));
}

function element(value) {
  if (value === null || value === undefined) return 'NULL';
  return `"${plain(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function plain(value) {
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return String(value);
}

/** A colon begins a variable of pgbench also inside a text. */
function quoted(text) {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a');
  return UUID.test(text) || /^[\w. -]*$/.test(text) ? `'${text}'` : `E'${escaped}'`;
}
