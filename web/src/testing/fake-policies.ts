import type {
  DraftPolicyInput,
  DropPolicyInput,
  PoliciesQuery,
  PolicyNumbersFragment,
  PolicyNumbersInput,
  PolicyOutcomeFragment,
  PolicyPreviewQuery,
  PolicyPreviewQueryVariables,
  SignPolicyInput,
} from '@pantau/schema';
import { fakePersonId, fakeUnitId } from './fake-ids.js';

type Policy = PolicyNumbersFragment;
type Preview = NonNullable<PolicyPreviewQuery['policyPreview']>;

/** More people move than fit a page. */
const MOVED = 63;
const PAGE = 50;
const HUNDRED = 100;
const SHORTEST_NOTE = 10;

/** A scoring policy for tests; says only what the test is about. */
export function scoringPolicy(policy: Partial<Policy> = {}): Policy {
  return {
    version: '2026-1',
    state: 'SIGNED',
    basedOn: null,
    note: 'Angka pertama menurut PP 30/2019 dan PermenPANRB 6/2022.',
    createdAt: '2026-09-01T02:00:00Z',
    createdBy: 'Sekretariat Daerah',
    effectiveFrom: '0001-01-01',
    signedAt: '2026-09-02T03:30:00Z',
    signedBy: 'Sekretariat Daerah',
    signingNote: null,
    attainmentMethod: 'POINTS',
    cap: '120',
    minimumCoverage: '0.6',
    bands: { above: '110', meets: '90', decide: '70' },
    shares: { results: '70', behaviour: '30' },
    behaviour: {
      halfLifeDays: 45,
      minimumObservations: 3,
      minimumObservers: 2,
      minimumValues: 4,
      points: { below: '60', meets: '100', above: '120' },
    },
    minimumPeople: 3,
    contest: { days: 14, calendar: 'WORKING' },
    shownPlaces: 2,
    weightSets: [
      {
        role: 'LOKET',
        weights: [
          { indicator: 'ADM-01', weight: '37.5' },
          { indicator: 'ADM-03', weight: '32.5' },
          { indicator: 'IKM-01', weight: '30' },
        ],
      },
    ],
    ...policy,
  };
}

/** The periods of the invented office: one is over, one is under way, one has been made ready. */
export const FAKE_PERIODS: PoliciesQuery['periods'] = [
  {
    code: '2027-Q1',
    name: 'Triwulan I 2027',
    nameEn: 'First quarter 2027',
    startsOn: '2027-01-01',
    endsOn: '2027-03-31',
    state: 'OPEN',
    policyVersion: '2026-1',
  },
  {
    code: '2026-Q4',
    name: 'Triwulan IV 2026',
    nameEn: 'Fourth quarter 2026',
    startsOn: '2026-10-01',
    endsOn: '2026-12-31',
    state: 'OPEN',
    policyVersion: '2026-1',
  },
  {
    code: '2026-Q3',
    name: 'Triwulan III 2026',
    nameEn: 'Third quarter 2026',
    startsOn: '2026-07-01',
    endsOn: '2026-09-30',
    state: 'CLOSED',
    policyVersion: '2026-1',
  },
];

/** What a draft would move, of everything something. */
export function policyPreview(preview: Partial<Preview> = {}): Preview {
  return {
    version: '2026-2',
    periodCode: '2026-Q4',
    policyVersion: '2026-1',
    people: 104,
    valuesUp: 38,
    valuesDown: 22,
    valuesSame: 41,
    becomeScored: 2,
    loseScore: 1,
    predicatesMoved: 5,
    moved: page(fakeMoves(), null, MOVED),
    units: [
      {
        unit: { id: fakeUnitId(1), code: 'U01', name: 'Dukuh Sutorejo' },
        before: { value: '112.306667', state: 'ABOVE_TARGET' },
        after: { value: '108.94', state: 'ON_TARGET' },
      },
      {
        unit: { id: fakeUnitId(5), code: 'U05', name: 'Manyar Sabrangan' },
        before: { value: '66.952', state: 'NEEDS_DECISION' },
        after: { value: '71.2', state: 'NEEDS_SUPPORT' },
      },
      {
        unit: { id: fakeUnitId(3), code: 'U03', name: 'Kalisari' },
        before: { value: null, state: 'NOT_ENOUGH_DATA' },
        after: { value: '84.1', state: 'NEEDS_SUPPORT' },
      },
    ],
    ...preview,
  };
}

/** The roots about policies. */
export interface FakePolicies {
  readonly periods: () => PoliciesQuery['periods'];
  readonly policies: () => readonly Policy[];
  readonly policy: (asked: { readonly version: string }) => Policy | null;
  readonly policyPreview: (asked: PolicyPreviewQueryVariables) => Preview | null;
  readonly draftPolicy: (asked: { readonly input: DraftPolicyInput }) => PolicyOutcomeFragment;
  readonly signPolicy: (asked: { readonly input: SignPolicyInput }) => PolicyOutcomeFragment;
  readonly dropPolicy: (asked: { readonly input: DropPolicyInput }) => PolicyOutcomeFragment;
}

/** The policies of the invented office, which can be drafted, signed and dropped as on the real server. */
export function fakePolicies(): FakePolicies {
  const policies = new Map([['2026-1', scoringPolicy()]]);
  const recorded = new Map<string, PolicyOutcomeFragment>();

  /** Under a key that was seen before, the answer of then. */
  function once(key: string, act: () => PolicyOutcomeFragment): PolicyOutcomeFragment {
    const before = recorded.get(key);
    if (before) return before;
    const outcome = act();
    if (outcome.__typename === 'PolicyRecorded') recorded.set(key, outcome);
    return outcome;
  }
  function record(policy: Policy): PolicyOutcomeFragment {
    policies.set(policy.version, policy);
    return { __typename: 'PolicyRecorded', policy, cursor: `1:${policies.size}`, replayed: false };
  }

  return {
    periods: () =>
      FAKE_PERIODS.map((period) => ({ ...period, policyVersion: versionFor(period.startsOn, policies) })),
    policies: () => [...policies.values()].toReversed(),
    policy: ({ version }) => policies.get(version) ?? null,
    policyPreview({ version, period, after = null, first = PAGE }) {
      if (!policies.has(version)) return null;
      if (period !== '2026-Q4') {
        return policyPreview({ version, periodCode: period, ...NOTHING_MOVES, moved: page([], null, first) });
      }
      return policyPreview({ version, periodCode: period, moved: page(fakeMoves(), after, first) });
    },
    draftPolicy: ({ input: { key, basedOn, note, numbers } }) =>
      once(key, () => {
        const basis = policies.get(basedOn)!;
        if (note.length < SHORTEST_NOTE) return NOTE_MISSING;
        const changed = merge(basis, numbers);
        const trouble = troubleOf(changed);
        if (trouble) return trouble;
        return record({
          ...changed,
          version: `2026-${policies.size + 1}`,
          state: 'DRAFT',
          basedOn,
          note,
          effectiveFrom: null,
          signedAt: null,
          signedBy: null,
        });
      }),
    signPolicy: ({ input: { key, version, effectiveFrom, note } }) =>
      once(key, () => {
        if (effectiveFrom < '2026-10-01') return CLOSED_PERIOD;
        const signed = { signedAt: '2026-11-24T05:00:00Z', signedBy: 'Sekretariat Daerah' };
        const policy = policies.get(version)!;
        return record({ ...policy, state: 'SIGNED', effectiveFrom, signingNote: note ?? null, ...signed });
      }),
    dropPolicy: ({ input: { key, version } }) =>
      once(key, () => record({ ...policies.get(version)!, state: 'DROPPED' })),
  };
}

const NOTHING_MOVES = {
  valuesUp: 0,
  valuesDown: 0,
  valuesSame: 104,
  becomeScored: 0,
  loseScore: 0,
  predicatesMoved: 0,
  units: [],
};

function refusal(code: string, field: string, message: string, messageEn: string): PolicyOutcomeFragment {
  return { __typename: 'PolicyRefused', code, field, message, messageEn, mender: 'POLICY_OWNER' };
}

const NOTE_MISSING = refusal(
  'NOTE_MISSING',
  'note',
  'Tulis apa yang diubah dan mengapa, paling sedikit 10 karakter: semua yang dinilai dapat membacanya.',
  'Write what changes and why, at least 10 characters: everybody who is scored can read it.',
);
const CLOSED_PERIOD = refusal(
  'EFFECTIVE_IN_CLOSED_PERIOD',
  'effectiveFrom',
  'Triwulan III 2026 sudah ditutup. Pilih hari sesudahnya.',
  'The third quarter of 2026 is closed. Choose a later day.',
);

function troubleOf({ shares, weightSets }: Policy): PolicyOutcomeFragment | null {
  if (Number(shares.results) + Number(shares.behaviour) !== HUNDRED) {
    const given = `${shares.results} + ${shares.behaviour}`;
    return refusal(
      'SHARES_NOT_100',
      'shares',
      `Porsi hasil kerja dan perilaku harus berjumlah 100; yang diterima ${given}. Tulis misalnya 70 dan 30.`,
      `The shares of work result and behaviour must add up to 100; received ${given}.`,
    );
  }
  for (const { role, weights } of weightSets) {
    const sum = weights.reduce((all, { weight }) => all + Number(weight), 0);
    if (sum === HUNDRED) continue;
    return refusal(
      'WEIGHTS_NOT_100',
      `weightSets.${role}`,
      `Bobot peran ${role} berjumlah ${sum}, seharusnya 100. Sesuaikan bobotnya.`,
      `The weights of the role ${role} add up to ${sum}, not 100. Adjust them.`,
    );
  }
  return null;
}

function versionFor(startsOn: string, policies: ReadonlyMap<string, Policy>): string {
  const inForce = [...policies.values()].filter(
    ({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= startsOn,
  );
  return inForce.at(-1)!.version;
}

/** What is left out stays as in the policy that the draft is based on. */
function merge<Whole extends object>(whole: Whole, part: PolicyNumbersInput | object): Whole {
  const merged = { ...whole } as Record<string, unknown>;
  for (const [name, value] of Object.entries(part)) {
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
    merged[name] = nested ? merge(merged[name] as object, value as object) : value;
  }
  return merged as Whole;
}

function fakeMoves(): Preview['moved']['edges'][number]['node'][] {
  const names = ['Dewi Lestari, S.AP.', 'Siti Wahyuni', 'Bambang Halim', 'Nur Hidayat', 'Agus Kusuma'];
  return Array.from({ length: MOVED }, (_, n) => {
    const [before, after] = [(70 + ((n * 7) % 40) + 0.25).toFixed(2), (71 + ((n * 11) % 41)).toFixed(2)];
    const gains = n === 3;
    return {
      employee: { id: fakePersonId(n + 1), name: n < 5 ? names[n]! : `${names[n % 5]!.split(',')[0]} ${n}` },
      before: {
        value: gains ? null : before,
        proposal: { predicate: 'BAIK', workResult: 'MEETS', behaviour: 'MEETS' },
      },
      after: {
        value: after,
        proposal:
          n === 1
            ? { predicate: 'SANGAT_BAIK', workResult: 'ABOVE', behaviour: 'ABOVE' }
            : { predicate: 'BAIK', workResult: 'MEETS', behaviour: 'MEETS' },
      },
      delta: gains ? null : (Number(after) - Number(before)).toFixed(2),
    };
  });
}

function page(moves: ReturnType<typeof fakeMoves>, after: string | null, first: number): Preview['moved'] {
  const from = after === null ? 0 : Number(after);
  const end = Math.min(from + first, moves.length);
  return {
    edges: moves.slice(from, end).map((node) => ({ node })),
    pageInfo: { hasNextPage: end < moves.length, endCursor: String(end) },
  };
}
