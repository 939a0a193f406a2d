import type { Keepable } from '../../platform/graphql/keepable.js';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const connection = names('edges pageInfo');
const edge = names('cursor node');

/**
 * What may be answered again as long as nothing was committed in the region: fields whose rows are written by commands
 * alone (each command moves the region's stream, also one that appends no change to it). Not here, and so never kept:
 * accounts, sessions, walls, tokens, the trail and looks, which change beside commands; observations, whose words may
 * be erased beside them; objections and whatever else knows the time of day.
 */
export const keepable: Keepable = {
  fields: {
    Query: names('employees employee employeeScores employeeScore units indicators periods unitScores'),
    PageInfo: names('endCursor hasNextPage'),
    EmployeeConnection: connection,
    EmployeeEdge: edge,
    Employee: names('id name maskedNip nip status position active unitId unit'),
    UnitConnection: connection,
    UnitEdge: edge,
    Unit: names('code id kind name order parentId'),
    IndicatorConnection: connection,
    IndicatorEdge: edge,
    Indicator: names(
      'aggregation code definition direction highest id kind lowest measureUnit name nameEn source',
    ),
    Period: names('code endsOn kind name nameEn open startsOn state'),
    EmployeeScoreConnection: connection,
    EmployeeScoreEdge: edge,
    EmployeeScore: names(
      'behaviour changedAt coverage employee observationCount parts periodCode policyVersion proposal status value ' +
        'workResult',
    ),
    ScorePart: names('attainment ceiling contribution floor indicator realised stretch target weight'),
    WorkResultScore: names('contribution rating value'),
    BehaviourScore: names('contribution parts rating value valuesCounted'),
    CoreValueScore: names('contribution coreValue observationCount observerCount points'),
    ProposedPredicate: names('behaviour predicate workResult'),
    UnitScore: names(
      'changedAt coverage headcount observationCount periodCode scoredHeadcount state unit unitId value',
    ),
  },
  // A moment looked back to may still lie ahead when the answer is made.
  exceptWith: names('asOf knownAt'),
};
