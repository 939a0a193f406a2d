import { PEOPLE, PERSON_KEYS, UNITS } from './matrix-world.js';
import type { Canary, MatrixActor, MatrixWorld, PersonKey, UnitKey } from './matrix-world.js';

/**
 * What the product promises, written down a second time: by hand, from its rules, in its own words, over the names of
 * the matrix's world. It reads neither the policy tables nor the code that works out scopes, so that a mistake in
 * those is a difference here.
 */
export type Relation =
  /** Anybody at all. */
  | 'public'
  /** A person, a wall or a service of the region. */
  | 'office'
  /** A person of the region who has signed in. */
  | 'person'
  | 'self'
  | 'appraiser'
  /** Appraised the person on the last day of a period that waits to be confirmed. */
  | 'last appraiser'
  | 'review'
  | 'superior'
  | 'author'
  | 'leader'
  | 'observer'
  | 'facilitator'
  | 'auditor'
  | 'administrator'
  /** Works in the unit or below it. */
  | 'member'
  | 'wall'
  /** A wall in a room without visitors. */
  | 'inner wall'
  | 'UNITS'
  | 'PEOPLE'
  | 'NIP'
  | 'SCORES'
  | 'PREDICATES'
  | 'PROVISION'
  | 'COUNTERS'
  | 'owner';

/** What a row is about. */
export interface About {
  readonly region: string;
  readonly person?: PersonKey;
  readonly unit?: UnitKey;
  /** Who recorded it, as the name of an actor. */
  readonly author?: string;
  /** Whose account it is, as the name of an actor. */
  readonly account?: string;
}

const work: Relation[] = ['self', 'appraiser', 'last appraiser', 'review', 'leader', 'SCORES'];
const names: Relation[] = [
  ...work,
  'superior',
  'observer',
  'administrator',
  'PEOPLE',
  'PREDICATES',
  'PROVISION',
];
const figures: Relation[] = [
  ...(['member', 'observer', 'facilitator', 'leader', 'auditor', 'administrator', 'UNITS', 'wall'] as const),
  'inner wall',
];
const predicates: Relation[] = [...work, 'PREDICATES'];
const handedOn: Relation[] = ['leader', 'PREDICATES'];
const office: Relation[] = ['office'];
/** A forum is held in public: whoever was let in may know of those of the whole region. */
const forum: Relation[] = office;
/** Names of signers and pictures are for those who prepare the minutes, or check them. */
const minutes: Relation[] = ['facilitator', 'leader', 'auditor'];

/** Who may read the fields of a type; one list where all its fields are alike; a part goes with what holds it. */
export type TypeRule = readonly Relation[] | 'part' | Readonly<Record<string, readonly Relation[]>>;

/** Each type that a question leads to. A type of the API without a row here fails the matrix. */
export const TYPE_RULES: Readonly<Record<string, TypeRule>> = {
  Region: ['public'],
  Unit: office,
  Indicator: office,
  Period: office,
  PeriodStep: 'part',
  CalendarDay: office,
  ScoringPolicy: office,
  PolicyBands: 'part',
  PolicyBehaviour: 'part',
  PolicyContest: 'part',
  PolicyPoints: 'part',
  PolicyShares: 'part',
  PolicyWeight: 'part',
  PolicyWeightSet: 'part',
  PolicyPreview: ['leader'],
  PolicyMove: work,
  PolicyScore: 'part',
  PolicyUnitMove: figures,
  PolicyUnitScore: 'part',

  // A name and a post are known to those who work with them; the whole NIP tells birth date and sex.
  Employee: { '*': names, nip: ['self', 'administrator', 'NIP', 'PROVISION'] },
  // Whoever recorded something goes on seeing it.
  Observation: [...work, 'author'],
  Contest: work,
  ContestRuling: 'part',
  ScoreIfUpheld: 'part',
  // Regional HR takes predicates over without the scores under them.
  EmployeeScore: {
    '*': work,
    id: predicates,
    employee: predicates,
    periodCode: predicates,
    confirmed: predicates,
    confirmations: predicates,
    verdictBy: predicates,
  },
  BehaviourScore: 'part',
  CoreValueScore: 'part',
  WorkResultScore: 'part',
  ScorePart: 'part',
  ProposedPredicate: 'part',
  ConfirmedPredicate: predicates,
  ScoreExplanation: work,
  ExplanationNode: 'part',
  ExplanationTerm: 'part',

  ChangesPage: 'part',
  Change: 'part',
  ReportingLine: names,
  PreviousScore: work,
  PreviousPredicate: predicates,

  UnitScore: figures,
  UnitScoreExplanation: figures,
  WallSnapshot: office,
  WallChange: office,
  WallHeartbeat: office,
  UnitScoreUpdate: office,
  ReasonsUpdate: office,
  Heartbeat: office,
  WallUnit: figures,
  // Visitors read figures, not what just happened in the office.
  WallHappening: figures.filter((relation) => relation !== 'wall'),
  // Handed on in SIASN's fields: to leadership, and to programs that take predicates over. The list of who took what is
  // for who took it, and for administrators.
  KinerjaPeriodik: handedOn,
  KinerjaPeriodikBefore: 'part',
  KinerjaPeriodikCheck: handedOn,
  KinerjaPeriodikReport: 'part',
  ExportFinding: 'part',
  ExportFindingCount: 'part',
  ExportNote: 'part',
  Delivery: ['author', 'administrator'],
  DistributionCheck: 'part',
  DistributionFinding: 'part',
  PredicateCount: 'part',

  // Walls and tokens are kept by administrators.
  WallDevice: ['administrator'],
  Service: ['administrator'],
  Webhook: ['administrator'],
  WebhookDelivery: ['administrator'],

  // Master data come in by administrators and programs that provision.
  ImportDraft: ['administrator', 'PROVISION'],
  ImportRow: ['administrator', 'PROVISION'],
  ImportFieldChange: 'part',
  ImportFinding: ['administrator', 'PROVISION'],
  // Data about oneself are put right by an administrator.
  DataCorrection: ['self', 'administrator'],
  // Citizens' complaints are for those who handle them, of their units.
  Complaint: ['facilitator', 'leader'],
  // Whoever has the code was given it; units have names that everybody knows.
  TrackedComplaint: 'part',
  ComplaintOffice: 'part',
  // What they say at the counter likewise; the sheet that hangs there is for everybody.
  ServiceCounter: ['facilitator', 'leader'],
  Feedback: ['facilitator', 'leader'],
  FeedbackSummary: ['facilitator', 'leader'],
  ElementRating: 'part',
  FeedbackElement: 'part',
  SurveyWave: 'part',
  FeedbackLeftOut: 'part',
  PublicCounter: 'part',
  // What was agreed in a forum is public; who signed is not.
  ForumSeries: forum,
  ForumSession: forum,
  ForumAgendaItem: 'part',
  ForumAttendance: 'part',
  ForumOutcome: forum,
  ForumAlternative: 'part',
  ForumSignature: minutes,
  ForumPhoto: minutes,
  ForumSessionUpdate: 'part',
  ForumScanUpdate: 'part',
  ForumHall: 'part',
  ForumHallCode: ['facilitator', 'leader'],
  Commitment: forum,
  CommitmentStep: 'part',
  CommitmentPhoto: 'part',
  WallCommitment: figures,
  PublicForumUnit: 'part',
  PublicForumSession: 'part',
  PublicForumPhoto: 'part',
  PublicOutcome: 'part',
  PublicPromises: 'part',
  PublicCommitment: 'part',
  TrackedOutcome: 'part',
  RecordPurpose: 'part',
  // Who looked at one's data, and how one's own score moves, is told to oneself, by questions that name nobody else.
  LookAtMe: 'part',
  MyScoreUpdate: 'part',
  AuditEntry: ['auditor'],
  AuditActor: 'part',
  AuditedPerson: 'part',

  Account: ['owner', 'administrator'],
  RoleGrant: 'part',
  Viewer: 'part',
  Session: 'part',
  SignInOptions: 'part',
  DemoAccount: 'part',

  CreditPoints: 'part',
  CreditPointsRefused: 'part',
  SatisfactionIndex: 'part',
  SatisfactionIndexRefused: 'part',
  ElementMean: 'part',
};

/** A NIP alone opens nothing. */
const services: Relation[] = ['UNITS', 'PEOPLE', 'SCORES', 'PREDICATES', 'PROVISION', 'COUNTERS'];
const walls: Relation[] = ['wall', 'inner wall'];
const region: RootRule = { to: ['person', ...services] };

/** Who may ask a question at all; `of` names what it is asked about, where that alone decides. */
export interface RootRule {
  readonly to: readonly Relation[];
  readonly of?: 'region' | 'unit';
}

export const ROOT_RULES: Readonly<Record<string, RootRule>> = {
  region: { to: ['public'] },
  regions: { to: ['public'] },
  viewer: { to: ['public'] },
  signInOptions: { to: ['public'] },
  serverNow: { to: ['public'] },
  accounts: { to: ['administrator'], of: 'region' },
  units: { to: ['person', ...services, ...walls] },
  periods: { to: ['person', ...services, ...walls] },
  indicators: region,
  node: region,
  nodes: region,
  policies: region,
  policy: region,
  calendarDays: region,
  creditPoints: region,
  satisfactionIndex: region,
  unitScores: { to: ['person', 'UNITS', ...walls] },
  employees: region,
  employee: region,
  observations: { to: ['person', 'SCORES'] },
  observation: { to: ['person', 'SCORES'] },
  employeeScore: { to: ['person', 'SCORES'] },
  employeeScores: { to: ['person', 'SCORES'] },
  explainScore: { to: ['person', 'SCORES'] },
  contests: { to: ['person', 'SCORES'] },
  contest: { to: ['person', 'SCORES'] },
  confirmedPredicates: { to: ['person', 'SCORES', 'PREDICATES'] },
  kinerjaPeriodik: { to: handedOn },
  kinerjaPeriodikReport: { to: handedOn },
  kinerjaPeriodikChecks: { to: handedOn },
  deliveries: { to: [...handedOn, 'administrator'] },
  explainUnitScore: { to: figures, of: 'unit' },
  distributionCheck: { to: ['leader'], of: 'unit' },
  wall: { to: ['person', ...walls] },
  reasons: { to: ['person', ...walls] },
  unitScore: { to: figures, of: 'unit' },
  myScore: { to: ['self'] },
  policyPreview: { to: ['leader'], of: 'region' },
  wallDevices: { to: ['administrator'], of: 'region' },
  services: { to: ['administrator'], of: 'region' },
  imports: { to: ['administrator', 'PROVISION'], of: 'region' },
  importDraft: { to: ['administrator', 'PROVISION'], of: 'region' },
  webhooks: { to: ['administrator'], of: 'region' },
  webhookDeliveries: { to: ['administrator'], of: 'region' },
  corrections: { to: ['self', 'administrator'] },
  complaintOffices: { to: ['public'] },
  trackComplaint: { to: ['public'] },
  complaints: { to: ['facilitator', 'leader'] },
  feedbackCounter: { to: ['public'] },
  counters: { to: ['facilitator', 'leader'] },
  feedback: { to: ['facilitator', 'leader'] },
  feedbackSummary: { to: ['facilitator', 'leader'], of: 'unit' },
  forumSeries: { to: ['person', 'UNITS'] },
  forumSessions: { to: ['person', 'UNITS'] },
  forumSession: { to: ['person', 'UNITS'] },
  commitments: { to: ['person', 'UNITS'] },
  forumHall: { to: ['public'] },
  publicForumUnits: { to: ['public'] },
  publicForumSessions: { to: ['public'] },
  publicCommitments: { to: ['public'] },
  publicPromises: { to: ['public'] },
  trackForumOutcome: { to: ['public'] },
  looksAtMe: { to: ['self'] },
  purposes: region,
  changes: { to: [...services, 'leader', 'administrator'] },
  auditEntries: { to: ['auditor'], of: 'region' },
};

/** What somebody is to a row: worked out from names alone. */
export function relationsTo(actor: MatrixActor, about: About): Set<Relation> {
  const found = new Set<Relation>(['public']);
  if (actor.region === null || actor.state !== undefined || actor.region !== about.region) return found;
  found.add('office');
  const isPerson = actor.wall === undefined && actor.service === undefined;
  if (isPerson) found.add('person');
  if (about.author === actor.name) found.add('author');
  if (about.account === actor.name) found.add('owner');

  const unit = about.person === undefined ? about.unit : PEOPLE[about.person].unit;
  const covers = (granted: UnitKey | undefined): boolean =>
    granted === undefined || (unit !== undefined && isBelow(unit, granted));
  for (const granted of actor.undone === 'GRANTS_REVOKED' ? [] : (actor.roles ?? [])) {
    if (covers(granted.unit)) found.add(ROLE_RELATION[granted.role as keyof typeof ROLE_RELATION]);
  }
  if (actor.wall !== undefined && about.person === undefined && covers(actor.wall.unit))
    found.add(actor.wall.level === 'OFFICE' ? 'inner wall' : 'wall');
  if (actor.service !== undefined && covers(actor.service.unit)) {
    const scopes = new Set<Relation>(actor.service.scopes);
    // A NIP is a field of a person: it opens nothing for who may not know that there is this person.
    const knowsPeople = scopes.has('PEOPLE') || scopes.has('SCORES') || scopes.has('PREDICATES');
    for (const scope of scopes) if (scope !== 'NIP' || knowsPeople) found.add(scope);
  }

  const own = actor.employee;
  if (own === undefined) return found;
  if (about.person !== undefined) {
    const above = (person: PersonKey): PersonKey | null => PEOPLE[person].appraiser;
    const appraiser = above(about.person);
    if (about.person === own) found.add('self');
    if (appraiser === own) found.add('appraiser');
    if (own === 'lurahC' && about.person === 'mover') found.add('last appraiser');
    if (appraiser !== null && above(appraiser) === own) found.add('review');
    const mine = above(own);
    if (mine === about.person || (mine !== null && above(mine) === about.person)) found.add('superior');
    // Who appraised somebody before stays known to them by name: their words are in the record.
    if (own === 'mover' && about.person === 'lurahC') found.add('superior');
  } else if (about.unit !== undefined && isBelow(PEOPLE[own].unit, about.unit)) {
    found.add('member');
  }
  return found;
}

const ROLE_RELATION = {
  OBSERVER: 'observer',
  FACILITATOR: 'facilitator',
  LEADERSHIP: 'leader',
  AUDITOR: 'auditor',
  ADMINISTRATOR: 'administrator',
} as const;

function isBelow(unit: UnitKey, top: UnitKey): boolean {
  return unit === top || (UNITS[unit].above !== null && isBelow(UNITS[unit].above, top));
}

/** Whether somebody may ask, somewhere at least where the question is about nothing in particular. */
export function mayAsk(actor: MatrixActor, root: string, about: About): boolean {
  const rule = ROOT_RULES[root]!;
  if (rule.to.includes('public')) return true;
  if (rule.of !== undefined) return opens(rule.to, relationsTo(actor, about));
  return anyRelation(actor, about.region).some((relation) => rule.to.includes(relation));
}

/** What somebody is to anything at all in the region. */
export function anyRelation(actor: MatrixActor, inRegion: string): Relation[] {
  const rows: About[] = [
    { region: inRegion },
    ...PERSON_KEYS.map((person): About => ({ region: UNITS[PEOPLE[person].unit].region, person })),
    ...(Object.keys(UNITS) as UnitKey[]).map((unit): About => ({ region: UNITS[unit].region, unit })),
  ].filter((row) => row.region === inRegion);
  const scopes = actor.service !== undefined && actor.region === inRegion ? actor.service.scopes : [];
  return [...rows.flatMap((row) => [...relationsTo(actor, row)]), ...scopes];
}

export function opens(to: readonly Relation[], relations: ReadonlySet<Relation>): boolean {
  return to.some((relation) => relations.has(relation));
}

/** Who may read one field of a row of this type; null: whoever was given what holds it. */
export function ruleOf(type: string, field: string): readonly Relation[] | null {
  const rule = TYPE_RULES[type];
  if (rule === undefined) throw new Error(`the type ${type} has no row in matrix-rules.ts`);
  if (rule === 'part') return null;
  if (Array.isArray(rule)) return rule as readonly Relation[];
  const fields = rule as Readonly<Record<string, readonly Relation[]>>;
  return fields[field] ?? fields['*']!;
}

/**
 * The texts that must not be in any answer to this actor. Rows alone are told apart by row level security, not their
 * fields: a NIP is a field of a row that may be one's to read, and a wall or a service reads its own row to be let in.
 */
export function forbiddenTexts(actor: MatrixActor, { canaries }: MatrixWorld, rowsAlone = false): string[] {
  const isOfOwnRow = ({ what, account }: Canary) =>
    what === 'NIP' || (what === 'KEPT' && account === actor.name);
  return canaries
    .filter((canary) => !(rowsAlone && isOfOwnRow(canary)) && !mayRead(actor, canary))
    .map(({ text }) => text);
}

function mayRead(actor: MatrixActor, { what, region: of, person, unit, author, account }: Canary): boolean {
  const relations = relationsTo(actor, {
    region: of,
    ...(person !== undefined && { person }),
    ...(unit !== undefined && { unit }),
    ...(author !== undefined && { author }),
    ...(account !== undefined && { account }),
  });
  switch (what) {
    case 'NAME':
      return opens(names, relations);
    case 'NIP':
      return opens(['self', 'administrator', 'NIP', 'PROVISION'], relations);
    case 'WORK':
      return opens([...work, 'author'], relations);
    case 'PREDICATE':
      return opens(predicates, relations);
    case 'OFFICE':
      return relations.has('office');
    case 'CORRECTION':
      return opens(['self', 'administrator'], relations);
    case 'SIGNER':
      return opens(minutes, relations);
    case 'COMPLAINT':
    case 'FEEDBACK':
      return opens(['facilitator', 'leader'], relations);
    case 'COMPLAINANT':
    case 'CONTACT':
      // To nobody by any question; by a command of its own, with a reason.
      return false;
    case 'KEPT':
      return opens(['administrator'], relations);
    case 'ACCOUNT':
      // One's own account also while a second factor is due; an auditor is told who did what.
      return account === actor.name && actor.state !== 'OUT'
        ? true
        : opens(['administrator', 'auditor'], relations);
  }
}
