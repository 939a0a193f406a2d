/** What has to hold of every answer, and what a case expects of its own. Gives one line for each thing that does not. */
import { ERRORS } from '../dist/platform/graphql/errors.js';

/** The bounds of one case; a case that sends thousands of messages names its own. */
export const BOUNDS = { cpuMs: 250, blockMs: 100, heldBytes: 8 * 1024 * 1024, answerBytes: 8 * 1024 };

/** Stacks, statements, paths and hints belong to us, not into an answer. */
const LEAKS = [
  /Did you mean/,
  /\bat (?:async )?[\w.<>]+ \(/,
  /node_modules|file:\/\/|\/dist\/|\.[jt]s:\d+/,
  /\b(?:select|insert into|update|delete from) ["\w]+ ?(?:\.|,|\(|from|set|values)/,
  /ECONN|SQLSTATE|relation "|violates|syntax error at or near/,
  /postgres:\/\/|PANTAU_HOME|\/var\/lib/,
];

export function codesOf(answer) {
  const texts = [];
  const collect = (errors) => {
    for (const error of Array.isArray(errors) ? errors : []) texts.push(error?.extensions?.code ?? 'no code');
  };
  if (answer.text !== '') {
    try {
      collect(JSON.parse(bodyOf(answer.text)).errors);
    } catch {
      // What is no JSON has no code; whether that may be, the caller knows.
    }
  }
  for (const { type, payload } of answer.messages) {
    if (type === 'error') collect(payload);
    if (type === 'next') collect(payload?.errors);
  }
  return texts;
}

/** Whether it says why as files do (RFC 9457), with a code. */
function tellsProblem({ headers, text }) {
  return (
    (headers['content-type'] ?? '').startsWith('application/problem+json') && /"code":"[A-Z_]+"/.test(text)
  );
}

/** What stands below the head of a raw answer. */
function bodyOf(text) {
  return text.startsWith('HTTP/1.1') ? text.slice(text.indexOf('\r\n\r\n') + 4) : text;
}

/** The members of result unions that say why nothing was done. */
function refusalsOf(answer) {
  const payloads = [
    ...(answer.text.startsWith('{') ? [JSON.parse(answer.text)] : []),
    ...answer.messages.filter(({ type }) => type === 'next').map(({ payload }) => payload),
  ];
  return payloads.flatMap((payload) =>
    Object.values(payload?.data ?? {}).flatMap((field) => field?.code ?? []),
  );
}

function dataOf(answer) {
  if (answer.text.startsWith('{')) return JSON.parse(answer.text).data ?? null;
  return answer.messages.find(({ type }) => type === 'next')?.payload?.data ?? null;
}

export function judgeAnswer(one, answer) {
  const { expect } = one;
  const wrong = [];
  const codes = codesOf(answer);
  const said = answer.text + JSON.stringify(answer.messages);
  for (const code of new Set(codes)) {
    if (!Object.hasOwn(ERRORS, code)) wrong.push(`${code} is not on the closed list`);
    if (code === 'INTERNAL' && !expect.codes?.includes('INTERNAL')) wrong.push('INTERNAL');
  }
  if (!expect.data) for (const leak of LEAKS) if (leak.test(said)) wrong.push(`tells ${leak}`);
  if (answer.bytes > BOUNDS.answerBytes && !expect.data && !expect.large)
    wrong.push(`answers ${answer.bytes} bytes`);
  if (answer.headers['x-powered-by'] !== undefined) wrong.push('says what it is made of');
  if (Object.keys(answer.headers).some((name) => name.startsWith('access-control')))
    wrong.push('lets other sites read');

  const met = [];
  const wish = (name, holds, got) => {
    if (expect[name] === undefined) return;
    met.push(holds);
    if (!holds) wrong.push(`${name}: expected ${JSON.stringify(expect[name])}, got ${JSON.stringify(got)}`);
  };
  const closed = answer.close !== null && (expect.close ?? []).includes(answer.close);
  if (!(closed && expect.codes !== undefined))
    wish('codes', codes.length > 0 && codes.every((code) => expect.codes?.includes(code)), codes);
  const needsClose = one.transport === 'socket' || (one.transport === 'ws' && expect.codes === undefined);
  if (needsClose) wish('close', closed, answer.close ?? answer.failed);
  if (one.transport === 'http' || one.transport === 'request' || one.transport === 'turns')
    wish('status', expect.status?.includes(answer.status), answer.status ?? answer.failed);
  if (one.transport === 'socket') {
    wish('status', expect.status?.includes(answer.status), answer.status);
    wish('open', answer.open === expect.open, answer.close ?? answer.open);
  }
  if (one.transport === 'raw') {
    const ok =
      expect.status?.includes(answer.status) ||
      (expect.closed && answer.status === null && answer.closed === 'closed');
    wish(expect.status ? 'status' : 'closed', ok, [answer.status, answer.closed]);
    if (answer.answers > (expect.answers ?? 1)) wrong.push(`${answer.answers} answers to one connection`);
  }
  wish(
    'refused',
    refusalsOf(answer).some((code) => expect.refused?.includes(code)),
    [refusalsOf(answer), codes],
  );
  wish(
    'data',
    codes.length === 0 && dataOf(answer) !== null,
    codes.length > 0 ? codes : (answer.close ?? answer.failed),
  );
  wish(
    'header',
    Object.entries(expect.header ?? {}).every(([name, value]) =>
      new RegExp(value).test(answer.headers[name] ?? ''),
    ),
    answer.headers,
  );
  wish(
    'noHeader',
    (expect.noHeader ?? []).every((name) => answer.headers[name] === undefined),
    answer.headers,
  );
  wish('text', new RegExp(expect.text ?? '').test(said), said.slice(0, 200));
  wish(
    'counts',
    Object.entries(expect.counts ?? {}).every(([text, count]) => said.split(text).length - 1 === count),
    said.slice(0, 300),
  );
  wish('never', !new RegExp(expect.never ?? '$^').test(said), said.slice(0, 300));
  if (met.length === 0 && wrong.length === 0 && !(closed && expect.codes))
    wrong.push('the case expects nothing that could be looked at');
  if (answer.failed !== null && answer.failed !== 'refused' && met.includes(false))
    wrong.push(`(${answer.failed})`);
  if (answer.status !== null && answer.status >= 500 && !expect.status?.includes(answer.status))
    wrong.push(`status ${answer.status}`);
  if (one.transport === 'request' || one.transport === 'http') {
    if (
      answer.status >= 400 &&
      codes.length === 0 &&
      !tellsProblem(answer) &&
      one.request.method !== 'HEAD' &&
      !expect.page
    )
      wrong.push('an error without a code');
  }
  if (answer.close === 1011 || answer.close === 4500)
    wrong.push(`closed with ${answer.close}: its client stays away for good`);
  return wrong;
}

/** What a case cost, before and after it. */
export function judgeCost(one, before, after) {
  const wrong = [];
  const bounds = { ...BOUNDS, ...one.bounds };
  if (after.cpuMs > bounds.cpuMs) wrong.push(`took ${Math.round(after.cpuMs)} ms of CPU`);
  if (after.longestBlockMs > bounds.blockMs)
    wrong.push(`held everybody for ${Math.round(after.longestBlockMs)} ms`);
  const held = after.held - before.held;
  if (held > bounds.heldBytes) wrong.push(`keeps ${Math.round(held / 1024 / 1024)} MiB`);
  return wrong;
}

/** What is written down about requests that change nothing: who looked, who failed, who was refused. */
const TRAIL = new Set(['audit_entry', 'audit_detail', 'audit_subject', 'sign_in_failure', 'service_use']);

/** The tables that have other rows than before. */
export function judgeRows(before, after) {
  return Object.entries(after).flatMap(([table, count]) =>
    TRAIL.has(table) || count === before[table]
      ? []
      : [`${table}: ${before[table]} rows before, ${count} after`],
  );
}
