import type {
  ConfirmPredicateInput,
  ConfirmPredicateMutation,
  ConfirmedVersionFragment,
  ContestObservationInput,
  ContestObservationMutation,
  ContestWithRulingFragment,
  PersonVerdictsQuery,
  PersonVerdictsQueryVariables,
  RuleContestInput,
  RuleContestMutation,
} from '@pantau/schema';
import { predicateOf } from '../features/appraisals/predicate-of.js';
import { personExplanation } from './explanations.js';
import { fakePersonId } from './fake-ids.js';

type Contest = ContestWithRulingFragment;
type Score = NonNullable<PersonVerdictsQuery['employeeScore']>;
type Contested = ContestObservationMutation['contestObservation'];
type Ruled = RuleContestMutation['ruleContest'];
type Confirmed = ConfirmPredicateMutation['confirmPredicate'];

/** Dewi's appraiser, and whoever rules on her objections. */
export const APPRAISER = { id: fakePersonId(801), name: 'Ratna Kusuma, S.Sos.' };
export const AUTHORITY = { id: fakePersonId(802), name: 'Drs. Hadi Prasetyo, M.Si.' };

const SHORTEST_REASON = 20;
const SHORTEST_NOTE = 10;
const NOTE_OF_17: Contest['observation'] = {
  id: fakePersonId(902),
  value: '34',
  observedAt: '2026-11-17T02:12:00Z',
  note: 'Satu operator sedang dinas lapangan; antrean loket tersisa satu meja sampai pukul 10.30.',
  indicator: {
    id: fakePersonId(700),
    code: 'ADM-03',
    name: 'Waktu tunggu loket (median)',
    kind: 'RESULT',
    measureUnit: 'menit',
  },
};

/** An objection for tests; says only what the test is about. */
export function openContest(contest: Partial<Contest> = {}): Contest {
  return {
    id: fakePersonId(600),
    state: 'OPEN',
    reason:
      'Pada 17 November saya ditugaskan ke RW 05; loket dilayani satu meja atas perintah lurah. Waktu tunggunya bukan akibat kerja saya.',
    evidence: ['Surat tugas 094/411/2026, ada di Sekretariat', 'Saksi: Bambang Santoso, operator loket'],
    periodCode: '2026-Q4',
    openedAt: '2026-11-23T03:15:00Z',
    dueOn: '2026-12-14',
    overdue: false,
    employee: { id: fakePersonId(1), name: 'Dewi Lestari, S.AP.' },
    observation: NOTE_OF_17,
    ifUpheld: { value: '93.52', delta: '1.07', proposal: null },
    ruling: null,
    ...contest,
  };
}

/** A confirmed predicate for tests. */
export function confirmedVersion(version: Partial<ConfirmedVersionFragment> = {}): ConfirmedVersionFragment {
  return {
    id: fakePersonId(500),
    predicate: 'BAIK',
    workResult: 'MEETS',
    behaviour: 'MEETS',
    note: 'Pelayanan loket stabil sepanjang triwulan; dukungan antarmeja terlihat baik.',
    proposed: { predicate: 'BAIK', workResult: 'MEETS', behaviour: 'MEETS' },
    differsFromProposal: false,
    value: '92.45',
    policyVersion: '2026-1',
    periodCode: '2026-Q4',
    confirmedAt: '2027-01-08T03:00:00Z',
    superseded: false,
    stale: false,
    appraiser: APPRAISER,
    ...version,
  };
}

/** What is known of the score beside its explanation. */
export function verdictScore(score: Partial<Score> = {}): Score {
  return {
    openContests: 0,
    proposal: { predicate: 'BAIK', workResult: 'MEETS', behaviour: 'MEETS' },
    confirmed: null,
    confirmations: [],
    verdictBy: APPRAISER,
    employee: {
      id: fakePersonId(1),
      name: 'Dewi Lestari, S.AP.',
      reviewAuthority: AUTHORITY,
    },
    ...score,
  };
}

/** The roots about objections and predicates. */
export interface FakeVerdicts {
  readonly contests: (asked: PersonVerdictsQueryVariables) => PersonVerdictsQuery['contests'];
  readonly employeeScore: (asked: PersonVerdictsQueryVariables) => PersonVerdictsQuery['employeeScore'];
  readonly contestObservation: (asked: { readonly input: ContestObservationInput }) => Contested;
  readonly ruleContest: (asked: { readonly input: RuleContestInput }) => Ruled;
  readonly confirmPredicate: (asked: { readonly input: ConfirmPredicateInput }) => Confirmed;
}

/** Objections and predicates that can be made, ruled on and confirmed as on the real server; at first there is one objection, Dewi's. */
export function fakeVerdicts(): FakeVerdicts {
  const contests = [openContest()];
  const confirmations = new Map<string, readonly ConfirmedVersionFragment[]>();
  const keys = new Set<string>();
  const recorded = (key: string) => {
    const replayed = keys.has(key);
    keys.add(key);
    return { cursor: `1:${keys.size}`, replayed };
  };
  return {
    contests: ({ employee, period }) => ({
      edges: contests
        .filter((contest) => contest.employee.id === employee && contest.periodCode === period)
        .map((node) => ({ node })),
    }),
    employeeScore({ employee: id, period }) {
      const open = contests.filter(
        ({ state, periodCode, employee }) => state === 'OPEN' && periodCode === period && employee.id === id,
      );
      const versions = confirmations.get(`${id} ${period}`) ?? [];
      return verdictScore({
        openContests: open.length,
        confirmed: versions[0] ?? null,
        confirmations: [...versions],
      });
    },
    contestObservation({ input: { key, employeeId, observationId, reason, evidence } }) {
      if (reason.length < SHORTEST_REASON) return REASON_MISSING;
      const said = recorded(key);
      const node = personExplanation().nodes.find(
        (node) => node.kind === 'OBSERVATION' && node.observationId === observationId,
      );
      const contest = openContest({
        id: fakePersonId(600 + contests.length),
        reason,
        evidence,
        openedAt: '2026-11-24T05:00:00Z',
        dueOn: '2026-12-15',
        employee: { ...openContest().employee, id: employeeId },
        observation: { ...NOTE_OF_17, id: observationId, value: node?.value ?? '0' },
      });
      if (!said.replayed) contests.unshift(contest);
      return { __typename: 'ContestOpened', contest: contests[0]!, ...said };
    },
    ruleContest({ input: { key, contestId, decision, value = null, note } }) {
      if (decision === 'AMENDED' && value === null) return VALUE_NEEDED;
      if (note.length < SHORTEST_NOTE) return RULING_NOTE_MISSING;
      const place = contests.findIndex(({ id }) => id === contestId);
      const contest: Contest = {
        ...contests[place]!,
        state: decision,
        ifUpheld: null,
        overdue: false,
        ruling: {
          decision,
          value,
          note,
          ruledAt: '2026-11-24T06:00:00Z',
          ruledBy: AUTHORITY,
          replacement: null,
        },
      };
      contests[place] = contest;
      return { __typename: 'RulingRecorded', contest, ...recorded(key) };
    },
    confirmPredicate({ input: { key, employeeId, period, workResult, behaviour, note } }) {
      if (note.length < SHORTEST_NOTE) return NOTE_MISSING;
      const place = `${employeeId} ${period}`;
      const earlier = confirmations.get(place) ?? [];
      const confirmed = confirmedVersion({
        id: fakePersonId(500 + earlier.length),
        predicate: predicateOf(workResult, behaviour),
        workResult,
        behaviour,
        note,
        periodCode: period,
        differsFromProposal: workResult !== 'MEETS' || behaviour !== 'MEETS',
      });
      confirmations.set(place, [confirmed, ...earlier]);
      return { __typename: 'PredicateConfirmed', confirmed, ...recorded(key) };
    },
  };
}

const REASON_MISSING: Contested = {
  __typename: 'ContestRefused',
  code: 'CONTEST_REASON_MISSING',
  field: 'reason',
  message:
    'Jelaskan keberatan Anda, paling sedikit 20 karakter: atasan pejabat penilai memutus atas dasar penjelasan itu.',
  messageEn:
    'Explain your objection, at least 20 characters: the superior of the appraiser rules on these grounds.',
  mender: 'SENDER',
};
const VALUE_NEEDED: Ruled = {
  __typename: 'RulingRefused',
  code: 'VALUE_NEEDED',
  field: 'value',
  message: 'Putusan ini mengubah nilai, tetapi nilainya belum ada. Tulis nilai yang seharusnya.',
  messageEn: 'This ruling changes the value, and none is given. Write the right one.',
  mender: 'SENDER',
};
const RULING_NOTE_MISSING: Ruled = {
  __typename: 'RulingRefused',
  code: 'RULING_NOTE_MISSING',
  field: 'note',
  message: 'Tulis alasan putusan, paling sedikit 10 karakter: pegawai yang mengajukan keberatan membacanya.',
  messageEn: 'Write why, at least 10 characters: the employee who objected reads it.',
  mender: 'SENDER',
};
const NOTE_MISSING: Confirmed = {
  __typename: 'ConfirmationRefused',
  code: 'NOTE_MISSING',
  field: 'note',
  message: 'Tulis dasar penilaian Anda, paling sedikit 10 karakter: pegawai yang bersangkutan membacanya.',
  messageEn: 'Write what your appraisal rests on, at least 10 characters: the employee concerned reads it.',
  mender: 'SENDER',
};
