/** What all servers of the comparison push: a board of five units, some 540 bytes as JSON. */
export const TYPES = `
  type Unit { id: ID! name: String! value: String! coverage: String! observationCount: Int! }
  type Board { cursor: String! at: String! units: [Unit!]! }
  type Query { ready: Boolean! }
  type Subscription { board: Board! }
`;

export const QUERY = 'subscription { board { cursor at units { id name value coverage observationCount } } }';

export function boardOf(n) {
  return {
    cursor: `e:${n}`,
    at: new Date().toISOString(),
    units: Array.from({ length: 5 }, (_, unit) => ({
      id: `unit-${unit}`,
      name: `Kelurahan nomor ${unit}`,
      value: String(60 + ((n * 7 + unit) % 40)),
      coverage: '0.95',
      observationCount: 1_000 + n,
    })),
  };
}
