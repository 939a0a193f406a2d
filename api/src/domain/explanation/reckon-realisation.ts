import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { Aggregation, Measurement } from '../scoring/realisation.js';
import type { ServiceDays } from '../scoring/score-employee.js';
import { over, times, wholeNumber, type Arithmetic } from './arithmetic.js';
import { keyOf, OTHERS, type Counted, type Reckoning } from './reckoning.js';
import type { ExplanationTerm } from './explanation-node.js';
import { DAYS, howMany, OBSERVATIONS } from './how-many.js';
import type { CountedObservations } from './score-to-explain.js';
import { shareOutSigned } from './share-out-signed.js';

/** A realisation with what it was made from. */
export interface Realised {
  readonly realised: Amount;
  readonly measurement: Measurement;
  /** Exactly those that were measured. */
  readonly observations: CountedObservations;
  readonly service: ServiceDays;
  readonly measureUnit: Sentence;
  /** Writes an amount in that unit, after the calculation that it comes from. */
  readonly tell: (result: Amount, arithmetic?: Arithmetic) => Sentence;
}

/** Tells how a realisation was made from its observations (rules RE and LV). */
export function reckonRealisation(of: Realised, aggregation: Aggregation): Reckoning {
  switch (aggregation) {
    case 'MEAN':
      return reckonMean(of);
    case 'SUM':
      return of.service.served === of.service.ofDays ? reckonSum(of) : reckonPace(of);
    case 'LATEST':
      return reckonLatest(of);
  }
}

function reckonMean(of: Realised): Reckoning {
  const { realised, measurement, tell } = of;
  const { count, total } = measurement;
  const [all, told] = [howMany(count, OBSERVATIONS), tell(realised, over(total, wholeNumber(count)))];
  return {
    ruleId: 'RE1',
    terms: [totalTerm(of), countTerm(of)],
    sentence: { id: `Rata-rata ${all.id}: ${told.id}.`, en: `The mean of ${all.en}: ${told.en}.` },
    brought: bringEach(of, 'RE1', 1, count),
  };
}

function reckonSum(of: Realised): Reckoning {
  const { realised, measurement, tell } = of;
  const [all, told] = [howMany(measurement.count, OBSERVATIONS), tell(realised)];
  return {
    ruleId: 'RE2',
    terms: [countTerm(of)],
    sentence: { id: `Jumlah ${all.id}: ${told.id}.`, en: `The sum of ${all.en}: ${told.en}.` },
    brought: bringEach(of, 'RE2', 1, 1),
  };
}

function reckonPace(of: Realised): Reckoning {
  const { realised, measurement, service, tell } = of;
  const { count, total } = measurement;
  const [served, ofDays] = [service.served, service.ofDays].map(wholeNumber) as [Amount, Amount];
  const [all, sum] = [howMany(count, OBSERVATIONS), tell(total)];
  const [days, period] = [howMany(service.served, DAYS), howMany(service.ofDays, DAYS)];
  const told = tell(realised, over(times(total, ofDays), served));
  return {
    ruleId: 'LV1',
    terms: [
      totalTerm(of),
      countTerm(of),
      { name: { id: 'hari bertugas', en: 'days served' }, value: served, measureUnit: null },
      { name: { id: 'hari dalam periode', en: 'days of the period' }, value: ofDays, measureUnit: null },
    ],
    sentence: {
      id: `Jumlah ${all.id}: ${sum.id} dalam ${days.id} bertugas. Untuk ${period.id} periode penuh: ${told.id}.`,
      en: `The sum of ${all.en}: ${sum.en} in ${days.en} served. For the ${period.en} of the whole period: ${told.en}.`,
    },
    brought: bringEach(of, 'LV1', service.ofDays, service.served),
  };
}

function reckonLatest(of: Realised): Reckoning {
  const { realised, measurement, observations, tell } = of;
  const latest = observations.shown.find(({ value }) => value === measurement.latestValue)?.id ?? OTHERS;
  const [all, told] = [howMany(measurement.count, OBSERVATIONS), tell(realised)];
  return {
    ruleId: 'RE3',
    terms: [countTerm(of)],
    sentence: { id: `Yang terakhir dari ${all.id}: ${told.id}.`, en: `The latest of ${all.en}: ${told.en}.` },
    brought: (one) =>
      keyOf(one) === latest
        ? { contribution: realised, ruleId: 'RE3', terms: [], sentence: IS_LATEST }
        : { contribution: null, ruleId: 'RE3', terms: [], sentence: IS_NOT_LATEST },
  };
}

const IS_LATEST: Sentence = {
  id: 'Ini yang terakhir, jadi inilah realisasinya.',
  en: 'It is the latest, and so the realisation.',
};

const IS_NOT_LATEST: Sentence = {
  id: 'Hanya yang terakhir yang dihitung.',
  en: 'Only the latest counts.',
};

/** Each brings its value × `factor` ÷ `divisor`, such that all together bring exactly the realisation. */
function bringEach(
  { realised, observations, tell }: Realised,
  ruleId: string,
  factor: number,
  divisor: number,
): Reckoning['brought'] {
  const { shown, others } = observations;
  const claims = [...shown, others].map((one) => ({
    key: keyOf(one),
    numerator: valueOf(one) * BigInt(factor),
  }));
  const contributions = shareOutSigned(realised, claims, BigInt(divisor));
  const part = (value: Amount): Arithmetic => {
    const multiplied = factor === 1 ? value : times(value, wholeNumber(factor));
    return divisor === 1 ? multiplied : over(multiplied, wholeNumber(divisor));
  };
  return (one) => {
    const contribution = contributions.get(keyOf(one))!;
    const told = tell(contribution, part(valueOf(one)));
    return {
      contribution,
      ruleId,
      terms: [],
      sentence: { id: `Sumbangannya: ${told.id}.`, en: `It brings ${told.en}.` },
    };
  };
}

function valueOf(one: Counted): Amount {
  return 'id' in one ? one.value : one.total;
}

function totalTerm({ measurement, measureUnit }: Realised): ExplanationTerm {
  return { name: { id: 'jumlah', en: 'sum' }, value: measurement.total, measureUnit };
}

function countTerm({ measurement }: Realised): ExplanationTerm {
  return {
    name: { id: 'banyak pengamatan', en: 'number of observations' },
    value: wholeNumber(measurement.count),
    measureUnit: null,
  };
}
