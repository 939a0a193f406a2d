import { Client } from 'pg';

/** Everything that connections of this process send while `work` runs, in order; what has one `turn` is sent together. */
export async function recordStatements(work) {
  const sent = [];
  let turn = 0;
  let ending = false;
  const query = Reflect.get(Client.prototype, 'query');
  Client.prototype.query = function recorded(config, values, ...rest) {
    const text = typeof config === 'string' ? config : config.text;
    if (!ending) process.nextTick(() => ((turn += 1), (ending = false)));
    ending = true;
    sent.push({
      turn,
      by: this,
      text,
      values: (typeof config === 'string' ? values : (config.values ?? values)) ?? [],
    });
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
 * The statements of many commands of one kind as one script of pgbench: the same texts, sent together where they were
 * sent together, each time with the ids and regions of another command by chance. What has to be new each time is made
 * by the server; all other values are those of the first command.
 * @param commands of each its statements, and the values that have to be new
 */
export function toScript(commands) {
  const [{ statements }] = commands;
  const turns = Map.groupBy(statements.keys(), (place) => statements[place].turn);
  const script = [...turns.values()].map(
    (together) => `\\startpipeline\n${together.map(line).join('')}\\endpipeline\n`,
  );
  return `\\set n random(1, ${commands.length})\n${script.join('')}`;

  function line(place) {
    const of = commands.map((command) => command.statements[place]);
    if (of.some((other) => other.text !== of[0].text)) throw new Error('the commands are not of one kind');
    return `${of[0].text.replaceAll(/\$(\d+)/g, (_, n) => expression(of.map(({ values }) => values[n - 1])))};\n`;
  }

  function expression(values) {
    const [value] = values;
    const isFresh = commands[0].fresh.has(Array.isArray(value) && value.length === 1 ? value[0] : value);
    // Made once for the statement, so that an index can be looked up by it.
    if (isFresh) return Array.isArray(value) ? 'array[gen_random_uuid()]' : '(select gen_random_uuid())';
    if (!Array.isArray(value)) return chosen(values) ?? literal(value);
    const elements = value.map((_, n) => chosen(values.map((other) => other[n])));
    return elements.length > 0 && elements.every((one) => one !== null)
      ? `array[${elements.join(', ')}]`
      : literal(value);
  }

  /** One of the values by the script's chance; null where they are no ids and no regions. */
  function chosen(values) {
    const type = ['uuid', 'region'].find((name) => values.every((value) => KINDS[name].test(value)));
    if (type === undefined) return null;
    return `(${quoted(`{${values.join(',')}}`)}::${type === 'uuid' ? 'uuid' : 'text'}[])[:n]`;
  }
}

const KINDS = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  region: /^\d{2}\.\d{2}$/,
};

function literal(value) {
  if (value === null || value === undefined) return 'null';
  return quoted(Array.isArray(value) ? `{${value.map(element).join(',')}}` : plain(value));
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
  if (/^[\w. -]*$/.test(text)) return `'${text}'`;
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
}
