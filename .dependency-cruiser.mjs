/** The house's arrows, each with its reason (api/docs/ARCHITECTURE.md). */
const room = (name) => `^api/src/features/${name}/`;
const rooms = [
  'regions',
  'employees',
  'indicators',
  'policies',
  'observations',
  'scores',
  'contests',
  'appraisals',
  'surveys',
  'explanations',
  'complaints',
  'forum',
  'wall',
  'accounts',
  'devices',
  'services',
  'feedback',
  'privacy',
  'integration',
];
const tests = '\\.test\\.ts$|^api/src/testing/';

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Whatever stands in a circle can only be understood, tested and moved as one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-imports-nothing',
      comment:
        'The rules are pure: no library, no clock, no chance. They change when the regulation changes.',
      severity: 'error',
      from: { path: '^api/src/domain/', pathNot: tests },
      to: { pathNot: '^api/src/domain/' },
    },
    {
      name: 'platform-knows-no-room',
      comment: "Pipes carry anything; what flows in them is the rooms' business.",
      severity: 'error',
      from: { path: '^api/src/platform/', pathNot: tests },
      to: { path: '^api/src/(app|features|demo)/' },
    },
    {
      name: 'rooms-know-no-roof',
      comment: 'The roof puts the rooms together; a room that looks up cannot be moved.',
      severity: 'error',
      from: { path: '^api/src/features/', pathNot: tests },
      to: { path: '^api/src/(app|demo)/' },
    },
    // Rooms stand in a row; each may look at those before it, never at those after it.
    ...rooms.slice(0, -1).map((name, place) => ({
      name: `${name}-looks-left-only`,
      comment: `What stands on ${name} may not be something that ${name} stands on.`,
      severity: 'error',
      from: { path: room(name), pathNot: tests },
      to: { path: rooms.slice(place + 1).map(room) },
    })),
    {
      name: 'stores-know-no-graphql',
      comment:
        'Commands and tools open the stores without a schema; what stands on type-graphql does not even load there.',
      severity: 'error',
      from: { path: '^api/src/app/stores\\.ts$' },
      to: { path: '^api/src/(platform/graphql/|.*\\.(object|input|resolver)\\.ts$)', reachable: true },
    },
    {
      name: 'verifier-shares-nothing',
      comment: 'What checks the chain must not go wrong in the same way as what writes it.',
      severity: 'error',
      from: { path: '^api/src/audit-verify/', pathNot: tests },
      to: { path: '^(api|schema|migrations)/src/', pathNot: '^api/src/audit-verify/' },
    },
    {
      name: 'nobody-imports-the-verifier',
      comment: 'It is a program of its own; only its command starts it.',
      severity: 'error',
      from: { path: '^api/src/', pathNot: `^api/src/(audit-verify/|app/audit-verify\\.ts$)|${tests}` },
      to: { path: '^api/src/audit-verify/' },
    },
    {
      name: 'nobody-imports-the-demo',
      comment: 'Only the entry point plays the demo; the product works without it.',
      severity: 'error',
      from: { path: '^api/src/', pathNot: '^api/src/(demo/|main\\.ts$)|\\.test\\.ts$' },
      to: { path: '^api/src/demo/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '/dist/|schema/src/gql/' },
    includeOnly: { path: '^(api|schema|migrations)/src/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
