import { uuidv7 } from 'uuidv7';
import { amount, formatAmount, readAmount } from '../../../domain/amount.js';
import { localDate } from '../../../domain/calendar.js';
import type { FactOf } from '../../../domain/facts.js';
import {
  acceptSource,
  COUNTER_READING_REFUSALS,
  isReadingId,
  MOST_READINGS,
  saysTheSame,
  type BatchRefusalCode,
  type ReadingRefusalCode,
} from '../../../domain/integration/accept-readings.js';
import { acceptObservation, OBSERVATION_REFUSALS } from '../../../domain/observation/accept-observation.js';
import { refused, type Refusal } from '../../../domain/outcome.js';
import { takesObservations } from '../../../domain/period/period-state.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import { bareNip } from '../../employees/read-service-row.js';
import type { HasIndicators } from '../../indicators/indicator.store.js';
import { importKeyOf } from '../../observations/import-key.js';
import { observationBounds } from '../../observations/observation-bounds.js';
import type { ObservationRow } from '../../observations/observation.entity.js';
import type { HasObservations } from '../../observations/observation.store.js';

/** One figure of a system. */
export interface CounterReading {
  /** The system's own. */
  readonly id: string;
  readonly employeeId: string | null;
  readonly nip: string | null;
  /** Code of the indicator. */
  readonly indicator: string;
  readonly value: string;
  readonly observedAt: Date;
}

/** What became of one: TAKEN, or REPLAYED where it had been taken before, with its observation; or REFUSED, with why. */
export interface ReadingTaken {
  readonly id: string;
  readonly outcome: 'TAKEN' | 'REPLAYED' | 'REFUSED';
  readonly observationId: string | null;
  readonly refusal: Refusal | null;
}

type Needs = HasEmployees & HasIndicators & HasObservations & HasClock;
type Row = ObservationRow & { readonly importKey: string };
type Judged = { readonly reading: CounterReading; readonly judged: Row | Refusal };

/**
 * Takes what a system has measured, each under its own id: one that is refused holds up no other, and one that comes
 * again is taken once. The scores follow once for each person.
 */
export async function reportCounters(
  tx: Needs,
  actor: Actor,
  { source: name, items }: { readonly source: string; readonly items: readonly CounterReading[] },
  mayTellOf: (employeeId: string) => boolean,
): Promise<Verdict<{ results: readonly ReadingTaken[] }, BatchRefusalCode>> {
  const source = acceptSource(name);
  if (!source.ok) return source;
  if (items.length === 0 || items.length > MOST_READINGS) {
    return refused('READINGS_NUMBER', COUNTER_READING_REFUSALS.READINGS_NUMBER);
  }
  const judge = await createJudge(tx, actor, source.value, items, mayTellOf);
  const judged = items.map((reading): Judged => ({ reading, judged: judge(reading) }));
  // What was taken before is known by its key, also where the rules would refuse it by now: its period is closed.
  const known = new Map<string, ObservationRow>();
  const learn = async (keys: readonly string[]) => {
    for (const row of await tx.observations.byImportKeys(keys)) known.set(row.importKey!, row);
  };
  await learn(items.map(({ id }) => keyOf(source.value, id)));
  const fresh = new Map<string, Row>();
  for (const { judged: row } of judged) {
    if ('code' in row || known.has(row.importKey) || fresh.has(row.importKey)) continue;
    fresh.set(row.importKey, row);
  }
  const ids = await tx.observations.add([...fresh.values()]);
  const added = [...fresh.values()].filter(({ id }) => ids.has(id));
  // Another request has brought the same at the same time.
  if (added.length < fresh.size) {
    await learn([...fresh.values()].filter(({ id }) => !ids.has(id)).map(({ importKey }) => importKey));
  }
  const taken = new Set<string>();
  const results = judged.map(({ reading, judged: row }): ReadingTaken => {
    const { id } = reading;
    const key = keyOf(source.value, id);
    const own = fresh.get(key);
    const before = known.get(key) ?? own;
    const refuse = (refusal: Refusal): ReadingTaken => ({
      ...{ id, outcome: 'REFUSED', observationId: null, refusal },
    });
    if (before === undefined) return refuse(row as Refusal);
    const said = 'code' in row ? judge.said(reading) : row;
    if (said === null || !saysTheSame(asRead(before), said)) return refuse(refusalOf('READING_CONFLICT'));
    const first = before === own && !taken.has(key);
    taken.add(key);
    return { id, outcome: first ? 'TAKEN' : 'REPLAYED', observationId: before.id, refusal: null };
  });
  return did({ results }, added.length === 0 ? [] : [factOf(added)]);
}

/** Finds everything that the readings name, in a fixed number of statements; then each is judged by itself. */
async function createJudge(
  tx: Needs,
  actor: Actor,
  source: string,
  items: readonly CounterReading[],
  mayTellOf: (employeeId: string) => boolean,
) {
  const given = <T>(values: readonly (T | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const nips = given(items.map(({ nip }) => (nip === null ? null : bareNip(nip))));
  const people = [
    ...(await tx.employees.byIds(given(items.map(({ employeeId }) => employeeId)))),
    ...(nips.length === 0 ? [] : await tx.employees.byNips(nips)),
  ].filter(({ id }) => mayTellOf(id));
  const byId = new Map(people.map((one) => [one.id, one]));
  const byNip = new Map(people.map((one) => [one.nip, one]));
  const indicators = new Map(
    (await tx.indicators.byCodes(given(items.map(({ indicator }) => indicator)))).map((one) => [
      one.code,
      one,
    ]),
  );
  const days = given(items.map(({ observedAt }) => localDate(observedAt)));
  const periods = await tx.indicators.holdPeriods({ days });
  const periodOf = (at: Date) => {
    const day = localDate(at);
    return periods.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) ?? null;
  };
  const employeeOf = ({ employeeId, nip }: CounterReading) =>
    (employeeId === null ? byNip.get(bareNip(nip ?? '')) : byId.get(employeeId)) ?? null;
  const pairs = new Map<string, { employeeId: string; periodCode: string }>();
  for (const reading of items) {
    const [employee, period] = [employeeOf(reading), periodOf(reading.observedAt)];
    if (employee === null || period === null) continue;
    pairs.set(`${employee.id} ${period.code}`, { employeeId: employee.id, periodCode: period.code });
  }
  const planned = new Set(
    (await tx.indicators.targetsOf([...pairs.values()])).map(
      ({ employeeId, periodCode, indicatorId }) => `${employeeId} ${periodCode} ${indicatorId}`,
    ),
  );

  const judge = (reading: CounterReading): Row | Refusal => {
    const { id, employeeId, nip, observedAt } = reading;
    if (!isReadingId(id)) return refusalOf('READING_ID');
    if ((employeeId === null) === (nip === null)) return refusalOf('READING_SUBJECT');
    const employee = employeeOf(reading);
    if (employee === null) return refused('EMPLOYEE_UNKNOWN', OBSERVATION_REFUSALS.EMPLOYEE_UNKNOWN).refusal;
    const indicator = indicators.get(reading.indicator) ?? null;
    if (indicator !== null && indicator.kind === 'BEHAVIOUR') return refusalOf('READING_BEHAVIOUR');
    const period = periodOf(observedAt);
    const verdict = acceptObservation(
      { value: reading.value, observedAt, note: null, behaviour: null },
      {
        employee,
        indicator: indicator && observationBounds(indicator),
        period: period && { ...period, open: takesObservations(period.state) },
        planned:
          period !== null &&
          indicator !== null &&
          planned.has(`${employee.id} ${period.code} ${indicator.id}`),
        observer: null,
        now: tx.now,
      },
    );
    if (!verdict.ok) return verdict.refusal;
    return {
      regionCode: tx.regionCode,
      id: uuidv7(),
      employeeId: employee.id,
      periodCode: period!.code,
      indicatorId: indicator!.id,
      value: formatAmount(verdict.value.value),
      observedAt,
      recordedAt: tx.now,
      recordedBy: actor.id,
      observerId: null,
      // A system saw it, and no person.
      observer: source,
      behaviourCode: null,
      note: null,
      supersedesId: null,
      correctionReason: null,
      withdrawn: false,
      importKey: keyOf(source, id),
    };
  };
  /** What a reading says, whether or not it may still be recorded; null where that cannot be made out. */
  judge.said = (reading: CounterReading) => {
    const [employee, indicator] = [employeeOf(reading), indicators.get(reading.indicator)];
    const value = readAmount(reading.value);
    return employee === null || indicator === undefined || !value.ok
      ? null
      : {
          employeeId: employee.id,
          indicatorId: indicator.id,
          value: formatAmount(value.value),
          observedAt: reading.observedAt,
        };
  };
  return judge;
}

/** A system and its own id of a reading are one fact, whichever token brought it. */
function keyOf(source: string, id: string): string {
  return importKeyOf(['counter', source, id]);
}

function refusalOf(code: ReadingRefusalCode): Refusal {
  return refused(code, COUNTER_READING_REFUSALS[code]).refusal;
}

/** A row as the database gives it back has its value with all six places. */
function asRead(row: ObservationRow) {
  return { ...row, value: formatAmount(amount(row.value)) };
}

function factOf(rows: readonly Row[]): FactOf<'ObservationsImported'> {
  return {
    kind: 'ObservationsImported',
    observations: rows.map(({ id, employeeId, indicatorId, periodCode, value, observedAt, observer }) => ({
      ...{ observationId: id, employeeId, indicatorId, periodCode, value, observedAt, observer },
      coreValue: null,
    })),
  };
}
