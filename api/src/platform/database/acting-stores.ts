/** The questions of a store, or a value that all stores share, such as the region's code. */
type Member = Readonly<Record<string, unknown>>;

/**
 * The same stores, of which every question is put through `run`. A room asks as ever; for whom it asks is said once,
 * where its stores are opened.
 */
export function actingStores<Stores extends object>(
  stores: Stores,
  run: <T>(ask: () => Promise<T>) => Promise<T>,
): Stores {
  // A request asks few of the rooms: each is wrapped when it is first asked.
  const bound = new Map<PropertyKey, unknown>();
  return new Proxy(stores, {
    get(target, room) {
      const known = bound.get(room);
      if (known !== undefined) return known;
      const member: unknown = target[room as keyof Stores];
      const wrapped = isStore(member) ? withEach(member, run) : member;
      bound.set(room, wrapped);
      return wrapped;
    },
  });
}

function isStore(member: unknown): member is Member {
  return typeof member === 'object' && member !== null && !(member instanceof Date);
}

function withEach(store: Member, run: <T>(ask: () => Promise<T>) => Promise<T>): Member {
  const questions = Object.entries(store).map(([name, question]) => [
    name,
    typeof question === 'function'
      ? (...args: unknown[]) => run(async () => question.apply(store, args))
      : question,
  ]);
  return Object.fromEntries(questions) as Member;
}
