import { LIMITS } from '../graphql/limits.js';
import type { LiveEvent } from './live-stream.js';
import { Told } from './told.js';

/** One who is told of a stream together with others. */
export interface Member {
  /** The stream after a cursor, as this member may have it. */
  open(after: string): AsyncIterableIterator<LiveEvent>;
  /** What this member may be told of an event, as the text of an answer. */
  answer(event: LiveEvent): Promise<Buffer>;
  /** Tells it, and returns at once; false: what it was told before piles up. */
  tell(told: Told): boolean;
  /** The stream is over for all: from here on each goes on alone, after the last that it was told. */
  release(): void;
}

/** Of what was told, so much is kept for whoever comes a little behind. */
const KEPT = 64;
/** So many are told before others of the process get their turn. */
export const AT_A_TIME = 1_000;

/**
 * A stream that is read, executed and written as text once for all its members, however many they are. One of them
 * leads: it is read with that member's rights, which are those of all. Where the leader goes, the next one goes on
 * from the same place. Nobody is waited for here; so it ends where its only member does not keep up, who is waited for
 * while going on alone.
 */
export class SharedStream {
  readonly #members = new Set<Member>();
  readonly #kept: Told[] = [];
  #cursor: string;
  #lead: Member | null = null;
  #events: AsyncIterableIterator<LiveEvent> | null = null;
  #over = false;

  /**
   * @param after where the first member is
   * @param onOver called once, when nobody is left or the stream cannot be gone on with
   * @param onTold called for each event, with how many are told of it
   */
  constructor(
    after: string,
    private readonly onOver: () => void,
    private readonly atATime: number,
    private readonly onTold: (members: number) => void,
  ) {
    this.#cursor = after;
  }

  /** Takes somebody in who has seen everything up to a cursor; false: the stream is too far on, or not yet there. */
  join(member: Member, after: string): boolean {
    if (this.#over) return false;
    if (after !== this.#cursor) {
      const at = this.#kept.findLastIndex(({ cursor }) => cursor === after);
      if (at < 0) return false;
      const missed = this.#kept.slice(at + 1);
      // More would pile up at a slow reader, who is waited for while going on alone.
      if (missed.reduce((bytes, { answer }) => bytes + answer.length, 0) > LIMITS.pileBytes) return false;
      for (const told of missed) member.tell(told);
    }
    this.#members.add(member);
    if (this.#lead === null) void this.#run();
    return true;
  }

  leave(member: Member): void {
    if (this.#members.delete(member) && member === this.#lead) void this.#events?.return?.();
  }

  async #run(): Promise<void> {
    try {
      while (await this.#follow());
    } catch {
      // Each finds the same trouble alone, and is told of it as whoever follows alone would be.
    } finally {
      this.#over = true;
      this.onOver();
      for (const member of this.#members) member.release();
      this.#members.clear();
    }
  }

  /** Goes on with the first member as the leader, until it leaves; false: there is nobody, or nothing more comes. */
  async #follow(): Promise<boolean> {
    const [lead] = this.#members;
    if (lead === undefined) return false;
    this.#lead = lead;
    this.#events = lead.open(this.#cursor);
    for await (const event of this.#events) {
      const answer = await lead.answer(event);
      // What was read with rights that may be gone is read again by the next one.
      if (!this.#members.has(lead)) return true;
      const keepUp = await this.#tellAll(new Told(event.cursor, answer));
      if (!keepUp && this.#members.size < 2) return false;
    }
    return !this.#members.has(lead);
  }

  /** Whoever comes meanwhile is told by `join`, and not once more here. False: somebody does not keep up. */
  async #tellAll(told: Told): Promise<boolean> {
    let keepUp = true;
    const all = [...this.#members];
    this.onTold(all.length);
    this.#kept.push(told);
    if (this.#kept.length > KEPT) this.#kept.shift();
    this.#cursor = told.cursor;
    for (let from = 0; from < all.length; from += this.atATime) {
      if (from > 0) await new Promise((resolve) => setImmediate(resolve));
      const to = Math.min(all.length, from + this.atATime);
      for (let n = from; n < to; n += 1) {
        if (this.#members.has(all[n]!) && !all[n]!.tell(told)) keepUp = false;
      }
    }
    return keepUp;
  }
}
