import { randomUUID } from 'node:crypto';
import { openStores, type Stores } from '../../app/stores.js';
import { amount, formatAmount } from '../../domain/amount.js';
import type { ExplanationNode } from '../../domain/explanation/explanation-node.js';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import {
  composeSmallOffice,
  NIPS,
  NOON,
  PERIOD,
  REGION,
  type SmallOffice,
} from '../../testing/small-office.js';
import { correctObservation } from '../observations/correct-observation.js';
import { logObservation } from '../observations/log-observation.js';
import { explainEmployee } from './explain-employee.js';
import { explainUnitScore } from './explain-unit-score.js';

const NOW = { asOf: null, knownAt: null };
const DAY_MS = 86_400_000;

describe('explanations over the record', () => {
  let clock = NOON;
  let pantau: SmallOffice;
  let stores: Stores;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    pantau = await composeSmallOffice(() => clock);
    stores = openStores(pantau.orm.em.fork(), REGION, NOON);
    const { rows } = await pantau.database.client.query(
      `select nip as name, id from employee union all select code, id from indicator
       union all select code, id from org_unit`,
    );
    for (const { name, id } of rows) ids[name] = id;
  });
  afterAll(async () => {
    await pantau?.close();
  });

  const log = async (nip: string, indicator: string, value: string, daysAgo: number, observer?: string) => {
    const input = {
      employeeId: ids[nip]!,
      indicatorId: ids[indicator]!,
      value,
      observedAt: new Date(NOON.getTime() - daysAgo * DAY_MS),
      note: `hari ke-${daysAgo}`,
      observerId: observer === undefined ? null : ids[observer]!,
      behaviour: null,
    };
    const command = {
      verb: 'logObservation' as const,
      actor: COMMAND_LINE,
      regionCode: REGION,
      key: randomUUID(),
      input,
    };
    const done = await pantau.unitOfWork.run(command, (tx) => logObservation(tx, COMMAND_LINE, input));
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value.observationId;
  };

  /** Where contributions are told they add up exactly to the value above them. */
  const addsUp = (nodes: readonly ExplanationNode[]) => {
    for (const parent of nodes) {
      const parts = nodes.filter(
        ({ parentId, contribution }) => parentId === parent.id && contribution !== null,
      );
      if (parts.length === 0) continue;
      const sum = parts.reduce((total, { contribution }) => total + contribution!, 0n);
      expect([parent.id, formatAmount(sum)]).toEqual([parent.id, formatAmount(parent.value!)]);
    }
  };

  it('lead from the score down to each observation, and what is listed adds up', async () => {
    for (let day = 1; day <= 25; day += 1) await log(NIPS.sari, 'ADM-03', String(12 + (day % 9)), day);
    await log(NIPS.sari, 'ADM-01', '94.3', 2);
    for (const code of ['AKH-1', 'AKH-2', 'AKH-3', 'AKH-7']) {
      for (const [n, observer] of [NIPS.budi, NIPS.dewi, NIPS.budi].entries()) {
        await log(NIPS.sari, code, String(n - 1 || 1), 3 + n, observer);
      }
    }
    const pair = { employeeId: ids[NIPS.sari]!, periodCode: PERIOD };
    const { nodes, computed, ifUpheld } = (await explainEmployee(stores, pair, NOW))!;
    addsUp(nodes);
    expect(ifUpheld).toBeNull();
    expect(computed.score.proposed).not.toBeNull();
    expect(nodes[0]).toMatchObject({ kind: 'SCORE', parentId: null, value: computed.score.value });
    const kinds = new Set(nodes.map(({ kind }) => kind));
    for (const kind of [
      'WORK_RESULT',
      'BEHAVIOUR',
      'INDICATOR',
      'CORE_VALUE',
      'TARGET',
      'REALISATION',
      'EVIDENCE',
    ]) {
      expect(kinds).toContain(kind);
    }
    const others = nodes.filter(({ kind }) => kind === 'OTHER_OBSERVATIONS');
    expect(others).toHaveLength(1);
    expect(nodes.filter(({ kind, id }) => kind === 'OBSERVATION' && id.includes('ADM-03'))).toHaveLength(20);
    const stored = await stores.scores.get(pair.employeeId, PERIOD);
    expect(formatAmount(computed.score.value!)).toBe(formatAmount(amount(stored!.value!)));
  });

  it('show a late correction on both clocks', async () => {
    const wrong = await log(NIPS.budi, 'ADM-01', '80', 20);
    await log(NIPS.budi, 'ADM-03', '15', 20);
    const before = new Date(NOON.getTime() + 1);
    clock = new Date(NOON.getTime() + 3 * DAY_MS);
    const correction = {
      observationId: wrong,
      value: '95',
      observedAt: new Date(NOON.getTime() - 20 * DAY_MS),
      note: null,
      reason: 'Dua belas KK tercatat pada tanggal yang salah',
    };
    await pantau.unitOfWork.run(
      {
        verb: 'correctObservation',
        actor: COMMAND_LINE,
        regionCode: REGION,
        key: randomUUID(),
        input: correction,
      },
      (tx) => correctObservation(tx, COMMAND_LINE, correction),
    );
    clock = NOON;
    const pair = { employeeId: ids[NIPS.budi]!, periodCode: PERIOD };
    const value = async (view: { asOf: Date | null; knownAt: Date | null }) => {
      const explained = await explainEmployee(stores, pair, view);
      if (explained !== null) addsUp(explained.nodes);
      return explained?.computed.score.value ?? null;
    };
    // 60 % of the weight at 40 points and 40 % at 100; after the correction both stand at their targets.
    expect(await value({ asOf: null, knownAt: before })).toBe(amount('64'));
    expect(await value(NOW)).toBe(amount('100'));
    // What had happened by an earlier day, as it is known now: nothing yet.
    expect(await value({ asOf: new Date(NOON.getTime() - 21 * DAY_MS), knownAt: null })).toBeNull();
    // Before the plans were recorded there was nobody to score.
    expect(await value({ asOf: null, knownAt: new Date('2026-01-01') })).toBeNull();
  });

  it('of a unit name nobody and add up too, now and in the past', async () => {
    await log(NIPS.joko, 'ADM-01', '90', 4);
    await log(NIPS.joko, 'ADM-03', '20', 4);
    for (const view of [NOW, { asOf: null, knownAt: new Date(NOON.getTime() + 5 * DAY_MS) }]) {
      const explained = (await explainUnitScore(stores, ids['35.78.26']!, PERIOD, view))!;
      addsUp(explained.nodes);
      const sums = (await stores.scores.unitsOf(PERIOD)).find(({ unitId }) => unitId === ids['35.78.26'])!;
      const told = JSON.stringify(explained.nodes, (_, value) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      expect(explained.score.value).toBe(
        (sums.scoreTotal + BigInt(sums.scoredDays) / 2n) / BigInt(sums.scoredDays),
      );
      for (const name of ['Sari', 'Budi', 'Dewi', 'Suparman', ...Object.values(NIPS)])
        expect(told).not.toContain(name);
    }
    expect(await explainUnitScore(stores, randomUUID(), PERIOD, NOW)).toBeNull();
    expect(await explainUnitScore(stores, ids['35.78.26']!, '2031-Q1', NOW)).toBeNull();
  });
});
