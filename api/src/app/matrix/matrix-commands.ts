import { randomUUID } from 'node:crypto';
import { getNamedType, type GraphQLSchema } from 'graphql';
import { FINISHED } from '../../testing/finished-quarter.js';
import { REGION } from '../../testing/small-office.js';
import { chunkOfType, print } from './matrix-cases.js';
import {
  anyRelation,
  forbiddenTexts,
  opens,
  relationsTo,
  type About,
  type Relation,
} from './matrix-rules.js';
import type { MatrixReport } from './matrix-run.js';
import {
  ACTORS,
  OTHER_REGION,
  post,
  type MatrixActor,
  type MatrixWorld,
  type PersonKey,
  type UnitKey,
} from './matrix-world.js';

/**
 * Commands that change nothing though they are allowed: each is refused by a rule in the end, which is as good a sign
 * that the door was open.
 */
interface Command {
  readonly verb: string;
  readonly label: string;
  readonly about: About;
  readonly argument: string;
  readonly to: readonly Relation[];
  /** In whose name it is done, where it is done in somebody's. */
  readonly inNameOf?: PersonKey;
  /** What is there or not must look alike to whoever may not touch it. */
  readonly byId?: boolean;
}

/** Ways in: open to everybody, and each with tests of its own. */
const WAYS_IN = new Set(['signIn', 'signOut', 'setUp', 'acceptInvitation', 'requestPairing', 'claimPairing']);

function commandsOf(verb: string, world: MatrixWorld, actor: MatrixActor): Command[] {
  const { people, observations, contests, indicators } = world;
  const nowhere = randomUUID();
  const key = () => `key: "${randomUUID()}"`;
  const input = (fields: string) => `input: { region: "${REGION}", ${key()}, ${fields} }`;
  const own: About = { region: REGION };
  const authorOf = (id: string) => world.recordedBy.get(id);
  const ofRegion = (to: Relation | readonly Relation[], fields: string): Command[] =>
    [REGION, OTHER_REGION].map((region) => ({
      ...{ verb, label: region, about: { region }, to: typeof to === 'string' ? [to] : to },
      argument: `input: { region: "${region}", ${key()}, ${fields} }`,
    }));
  // Open to whoever leads anywhere, or may take predicates of any unit.
  const handedOn = (fields: string): Command[] => [
    {
      ...{ verb, label: 'here', about: own, argument: input(fields) },
      to: anyRelation(actor, REGION).some((one) => one === 'leader' || one === 'PREDICATES')
        ? ['office']
        : [],
    },
  ];
  const onRows = (to: readonly Relation[], fields: (person: PersonKey, id: string) => string): Command[] => [
    ...(['a1', 'b1', 'b2', 'mover'] as const).map((person): Command => {
      const author = authorOf(observations[person]);
      const about = { region: REGION, person, ...(author !== undefined && { author }) };
      const argument = input(fields(person, observations[person]));
      return { verb, label: person, about, to, argument, byId: true };
    }),
    { verb, label: 'none', about: own, to, argument: input(fields('a1', nowhere)), byId: true },
    {
      verb,
      label: 'x1 as if here',
      about: own,
      to,
      argument: input(fields('a1', observations.x1)),
      byId: true,
    },
  ];
  const onOneOf = (
    ids: Readonly<Partial<Record<UnitKey, string>>>,
    to: readonly Relation[],
    fields: string,
    named = 'id',
  ): Command[] => [
    ...(Object.entries(ids) as [UnitKey, string][]).map(([unit, id]): Command => ({
      ...{ verb, label: unit, about: { region: REGION, unit }, to, byId: true },
      argument: input(`${named}: "${id}", ${fields}`),
    })),
    {
      ...{ verb, label: 'none', about: { region: 'none' }, to, byId: true },
      argument: input(`${named}: "${nowhere}", ${fields}`),
    },
  ];
  const me = actor.employee ?? 'a1';
  switch (verb) {
    case 'logObservation':
      return [
        ...(['a1', 'b1', 'mover', 'camat'] as const).map((person) => [person, people[person]] as const),
        ['none', nowhere] as const,
        ['x1', people.x1] as const,
      ].map(([label, id]): Command => ({
        ...{ verb, label, byId: true, to: ['observer', 'appraiser'] },
        about: label === 'none' || label === 'x1' ? own : { region: REGION, person: label },
        argument: input(
          `employeeId: "${id}", indicatorId: "${indicators['ADM-01']}", value: "900", observedAt: "2026-11-20T03:00:00Z"`,
        ),
      }));
    case 'correctObservation':
      return onRows(
        ['author', 'appraiser'],
        (_person, id) =>
          `observationId: "${id}", value: "900", observedAt: "2026-11-20T03:00:00Z", reason: "x"`,
      );
    case 'withdrawObservation':
      return onRows(['author', 'appraiser'], (_person, id) => `observationId: "${id}", reason: "x"`);
    case 'contestObservation':
      return onRows(
        ['self'],
        (_person, id) => `observationId: "${id}", employeeId: "${people[me]}", reason: "x", evidence: []`,
      ).map((command) => ({ ...command, inNameOf: me }));
    case 'ruleContest':
      return [
        ...(['a1', 'a2', 'b1'] as const).map((person) => [person, contests[person]] as const),
        ['none', nowhere] as const,
      ].flatMap(([label, id]) =>
        [me, 'camat' as const].map((ruler): Command => ({
          ...{ verb, label: `${label} by ${ruler}`, byId: true, inNameOf: ruler },
          to: ['self', 'appraiser', 'review', 'leader'],
          about: label === 'none' ? { region: 'none' } : { region: REGION, person: label },
          argument: input(`contestId: "${id}", ruledBy: "${people[ruler]}", decision: REJECTED, note: "x"`),
        })),
      );
    case 'confirmPredicate':
      return [
        ...(['a1', 'b1', 'mover', 'x1'] as const).map((person) => [person, people[person]] as const),
        ['none', nowhere] as const,
      ].flatMap(([label, id]) =>
        [me, 'lurahA' as const].map((appraiser): Command => ({
          ...{ verb, label: `${label} by ${appraiser}`, byId: true, inNameOf: appraiser },
          // Who was the appraiser when the period ended decides on it, wherever the person works by now.
          to: [
            'self',
            'appraiser',
            'review',
            'leader',
            ...(label === 'mover' && me === 'lurahC' ? (['person'] as const) : []),
          ],
          about: label === 'none' || label === 'x1' ? { region: 'none' } : { region: REGION, person: label },
          argument: input(
            `employeeId: "${id}", period: "${FINISHED}", appraiserId: "${people[appraiser]}", workResult: BELOW, behaviour: BELOW, note: "x"`,
          ),
        })),
      );
    case 'draftPolicy':
      return ofRegion('leader', 'basedOn: "none", numbers: {}, note: "x"');
    case 'signPolicy':
      return ofRegion('leader', 'version: "none", effectiveFrom: "2027-01-01"');
    case 'dropPolicy':
      return ofRegion('leader', 'version: "none"');
    case 'changePeriod':
      return ofRegion('administrator', 'period: "none", change: CLOSE');
    case 'setCalendarDay':
      return ofRegion('administrator', 'day: "1900-01-01", working: false, name: "x"');
    case 'inviteAccount':
      return ofRegion('administrator', 'login: "", name: "", roles: []');
    case 'changeAccount':
      return ofRegion('administrator', `accountId: "${nowhere}", step: LOCK`);
    case 'grantRole':
      return ofRegion('administrator', `accountId: "${nowhere}", role: OBSERVER`);
    case 'revokeGrant':
      return ofRegion('administrator', `grantId: "${nowhere}"`);
    case 'approvePairing':
      return ofRegion('administrator', 'code: "AAAA-AAAA", name: "x", level: OFFICE');
    case 'changeDevice':
      return ofRegion('administrator', `id: "${nowhere}", name: "x"`);
    case 'revokeDevice':
      return ofRegion('administrator', `id: "${nowhere}"`);
    case 'takeDelivery':
      return handedOn('period: "1999-Q1"');
    case 'acknowledgeDelivery':
      return handedOn(`deliveryId: "${nowhere}"`);
    case 'createService':
      return ofRegion(
        'administrator',
        'name: "", scopes: [], expiresAt: "2027-01-01T00:00:00Z", quotaPerHour: 0',
      );
    case 'applyImport':
    case 'dropImport':
    case 'undoImport':
      return ofRegion(['administrator', 'PROVISION'], `id: "${nowhere}"`);
    case 'createWebhook':
      return ofRegion('administrator', 'name: "", url: "", types: []');
    case 'changeWebhook':
      return ofRegion('administrator', `id: "${nowhere}", name: "", url: "", types: []`);
    case 'switchWebhook':
      return ofRegion('administrator', `id: "${nowhere}", on: true`);
    case 'rotateWebhookSecret':
    case 'endWebhook':
    case 'pingWebhook':
    case 'redeliverWebhook':
      return ofRegion('administrator', `id: "${nowhere}"`);
    case 'rotateService':
    case 'revokeService':
      return ofRegion('administrator', `id: "${nowhere}"`);
    case 'requestCorrection':
      return [
        {
          ...{ verb, label: 'own', about: { region: REGION, person: me }, to: ['self'] },
          argument: input('about: NAME, text: ""'),
        },
      ];
    case 'answerCorrection':
      return ofRegion('administrator', `id: "${world.corrections.a1}", decision: REJECTED, note: ""`);
    case 'fileComplaint':
      return [
        {
          ...{ verb, label: 'without words', about: own, to: ['public'] },
          argument: input(`unit: "${world.units.unitA}", class: GRIEVANCE, text: "", naming: ANONYMOUS`),
        },
      ];
    case 'eraseComplainant':
      return [
        {
          ...{ verb, label: 'wrong code', about: own, to: ['public'] },
          argument: input(`code: "no code"`),
        },
      ];
    case 'answerComplaint':
      return onOneOf(world.complaints, ['facilitator', 'leader'], 'answer: ""');
    case 'openComplainant':
      return onOneOf(world.complaints, ['facilitator'], 'reason: ""');
    case 'leaveFeedback':
      return [
        {
          ...{ verb, label: 'without ratings', about: own, to: ['public'] },
          argument: input(`code: "no code", ratings: []`),
        },
      ];
    case 'eraseFeedbackContact':
      return [
        {
          ...{ verb, label: 'wrong code', about: own, to: ['public'] },
          argument: input(`code: "no code"`),
        },
      ];
    case 'attendForum':
      return [
        {
          ...{ verb, label: 'wrong code', about: own, to: ['public'] },
          argument: input(`session: "${world.sessions.unitA}", code: "no code", groups: []`),
        },
      ];
    case 'reportCounters':
      // A token of some units may send, too; of whom, each reading by itself is asked. Nobody has named what sends these.
      return [
        {
          verb,
          label: 'unitA',
          about: { region: REGION, unit: 'unitA' },
          to: ['COUNTERS'],
          argument: input('source: "", items: []'),
        },
        ...ofRegion('COUNTERS', 'source: "", items: []').filter(({ label }) => label === OTHER_REGION),
      ];
    case 'makeCounter':
      return (['unitA', 'unitB', 'kecamatan'] as const).map((unit): Command => ({
        ...{ verb, label: unit, about: { region: REGION, unit }, to: ['facilitator', 'leader'] },
        argument: input(`unit: "${world.units[unit]}", name: ""`),
      }));
    case 'closeSurveyWave':
      return (['unitA', 'unitB', 'kecamatan'] as const).map((unit): Command => ({
        ...{ verb, label: unit, about: { region: REGION, unit }, to: ['leader'] },
        argument: input(`unit: "${world.units[unit]}", quarter: "none", head: "${people.lurahA}"`),
      }));
    case 'planForumSeries':
      return (['unitA', 'unitB', 'kecamatan'] as const).map((unit): Command => ({
        ...{ verb, label: unit, about: { region: REGION, unit }, to: ['facilitator', 'leader'] },
        argument: input(
          `unit: "${world.units[unit]}", kind: FORUM_WARGA, name: "", place: "Balai", quorum: 1`,
        ),
      }));
    case 'planForumSession':
      return onOneOf(
        world.series,
        ['facilitator', 'leader'],
        'title: "", place: "Balai", heldOn: "2026-11-25", startsAt: "19:00", quorum: 1, concerned: [], agenda: []',
        'series',
      );
    case 'shareMinutes':
      return onOneOf(world.sessions, ['facilitator', 'leader'], '', 'session');
    case 'logForumEntries':
      return onOneOf(world.sessions, ['facilitator'], '', 'session').map((command) => ({
        ...command,
        argument: command.argument.replace(
          /key: "[^"]*",/,
          `device: "${nowhere}", deviceNow: "2026-11-25T05:00:00Z",
            entries: [{ id: "${randomUUID()}", seq: 1, takenAt: "2026-11-25T05:00:00Z", open: true }],`,
        ),
      }));
    case 'reportCommitment':
      return onOneOf(world.promises, ['facilitator', 'leader'], 'state: DONE', 'commitment');
    case 'publishForumPhoto':
      return onOneOf({}, [], 'public: true');
    case 'changeCounter':
      return onOneOf(world.counters, ['facilitator', 'leader'], 'name: ""');
    case 'reviewFeedback':
      return onOneOf(world.feedback, ['facilitator'], 'decision: LEAVE_OUT');
    case 'openFeedbackContact':
      return onOneOf(world.feedback, ['facilitator'], 'reason: ""');
    case 'endSession':
      return [{ verb, label: 'none', about: own, to: ['owner'], argument: `id: "${nowhere}"` }];
    case 'changePassword':
      return [
        {
          verb,
          label: 'wrong',
          about: own,
          to: ['owner'],
          argument: 'input: { current: "x", password: "x" }',
        },
      ];
    case 'beginSecondFactor':
      return [{ verb, label: 'own', about: own, to: ['owner'], argument: '' }];
    case 'confirmSecondFactor':
      return [{ verb, label: 'wrong', about: own, to: ['owner'], argument: 'code: "000000"' }];
    default:
      throw new Error(`the matrix knows no input for the command ${verb}`);
  }
}

function mayDo(actor: MatrixActor, { to, about, inNameOf }: Command): boolean {
  if (actor.state === 'OUT') return false;
  // What is one's own: for every account, also one whose second factor is due.
  if (to.includes('owner'))
    return actor.region !== null && actor.wall === undefined && actor.service === undefined;
  if (inNameOf !== undefined && actor.employee !== inNameOf) return false;
  return opens(to, relationsTo(actor, about));
}

/** Sends every command for everybody: it is done by those who may alone, and refusals tell nothing. */
export async function runCommands(
  schema: GraphQLSchema,
  world: MatrixWorld,
  address: string,
): Promise<MatrixReport> {
  const report = { cases: new Map<string, number>(), requests: 0, leaks: [], denials: [], oddities: [] } as {
    cases: Map<string, number>;
    requests: number;
    leaks: string[];
    denials: string[];
    oddities: string[];
  };
  const verbs = Object.values(schema.getMutationType()!.getFields()).filter(({ name }) => !WAYS_IN.has(name));
  for (const actor of ACTORS) {
    const forbidden = forbiddenTexts(actor, world);
    const refusals = new Map<string, string>();
    for (const { name, type } of verbs) {
      const { tree, leaves } = chunkOfType(schema, getNamedType(type), 2);
      for (const command of commandsOf(name, world, actor)) {
        const argument = command.argument === '' ? '' : `(${command.argument})`;
        const query = `mutation { ${name}${argument} ${print(tree, false)} }`;
        const { text, data, errors = [] } = await post(address, world.tokens.get(actor.name), { query });
        const where = `${actor.name}: ${name} (${command.label})`;
        report.requests += 1;
        report.cases.set(actor.name, (report.cases.get(actor.name) ?? 0) + leaves);
        for (const canary of forbidden)
          if (text.includes(canary)) report.leaks.push(`${where} holds ${canary}`);
        const done = data?.[name] ?? null;
        if (mayDo(actor, command)) {
          if (done === null) report.denials.push(`${where}: ${text.slice(0, 200)}`);
          else if (errors.some(({ extensions }) => extensions?.code === 'INTERNAL'))
            report.oddities.push(`${where}: ${text}`);
          continue;
        }
        const codes = [...new Set(errors.map(({ extensions }) => extensions?.code))].join();
        const due = actor.region === null || actor.state === 'OUT' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        if (done !== null) report.leaks.push(`${where} was open: ${text.slice(0, 200)}`);
        else if (codes !== due) report.oddities.push(`${where} is refused with ${codes}`);
        if (command.byId !== true) continue;
        const before = refusals.get(name) ?? text;
        refusals.set(name, text);
        if (before !== text) report.oddities.push(`${where} is refused otherwise: ${text.slice(0, 200)}`);
      }
    }
  }
  return report;
}
