import type {
  SignInMutation,
  SignInMutationVariables,
  SignInOptionsQuery,
  ViewerQuery,
} from '@pantau/schema';
import { fakePersonId, fakeUnitId } from './fake-ids.js';

type Viewer = ViewerQuery['viewer'];

/** Who the fake server takes the visitor for. */
export interface FakeVisitor {
  /** In whose name something can be done; null: no employee. */
  speakAs(employeeId: string | null): void;
  /** Nobody is signed in from now on. */
  signOut(): void;
  /** Somebody is signed in again. */
  signIn(): void;
}

const ROLES = ['OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR'] as const;
/** What the fake server lets anybody in with. */
export const FAKE_PASSWORD = 'coba-pantau-mulyorejo';

const PUBLIC: Viewer = {
  kind: 'PUBLIC',
  region: null,
  expiresAt: null,
  secondFactorDue: false,
  is: ['PUBLIC'],
  account: null,
  employee: null,
};

/** Somebody who may do everything, in the name of this employee. */
export function fakeViewer(part: Partial<Viewer> = {}, employeeId: string | null = fakePersonId(1)): Viewer {
  return {
    kind: 'PERSON',
    region: '35.78',
    expiresAt: '2026-11-25T22:00:00Z',
    secondFactorDue: false,
    is: ['PUBLIC', 'SIGNED_IN', 'OFFICE', 'ACCOUNT', 'SELF', 'MEMBER', ...ROLES],
    account: {
      id: fakePersonId(501),
      login: 'serba.bisa',
      name: 'Serba Bisa',
      demo: true,
      secondFactorOn: false,
      grants: ROLES.map((role, n) => ({ id: fakePersonId(510 + n), role, unit: null })),
    },
    employee: employeeId && {
      id: employeeId,
      name: 'Serba Bisa',
      position: 'Petugas Loket',
      unitId: fakeUnitId(2),
    },
    ...part,
  } as Viewer;
}

/** The roots that tell who asks, and how one gets in. */
export function fakeVisits() {
  let speaker: string | null = fakePersonId(1);
  let here = true;
  const visitor: FakeVisitor = {
    speakAs(employeeId) {
      speaker = employeeId;
    },
    signOut() {
      here = false;
    },
    signIn() {
      here = true;
    },
  };
  const answers = {
    viewer: (): Viewer => (here ? fakeViewer({}, speaker) : PUBLIC),
    signInOptions: (): SignInOptionsQuery['signInOptions'] => ({
      signOn: false,
      setUpDue: false,
      demo: [
        {
          login: 'serba.bisa',
          password: FAKE_PASSWORD,
          purpose: 'Semua halaman, atas nama siapa pun',
          purposeEn: 'Every page, in anybody’s name',
        },
      ],
    }),
    signIn({ input }: SignInMutationVariables): SignInMutation['signIn'] {
      if (input.password !== FAKE_PASSWORD) {
        return {
          __typename: 'SignInRefused',
          code: 'SIGN_IN_WRONG',
          field: null,
          message: 'Nama masuk atau kata sandi tidak cocok.',
          messageEn: 'Login name and password do not match.',
        };
      }
      here = true;
      return {
        __typename: 'SignedIn',
        expiresAt: '2026-11-25T22:00:00Z',
        token: null,
        secondFactorDue: false,
      };
    },
    signOut() {
      here = false;
      return { sessions: 1 };
    },
  };
  return { visitor, answers };
}
