import type { FormattedExecutionResult } from 'graphql';
import type { LiveEvent, LiveStream } from './live-stream.js';
import { AT_A_TIME, SharedStream, type Member } from './shared-stream.js';
import type { Told } from './told.js';

/** One who subscribed, and how they are told. */
export interface FollowerOptions {
  readonly stream: LiveStream;
  /** Those who have the same key are told the same; see `shareKey`. */
  readonly key: string;
  /** What the subscriber may be told of an event. */
  readonly answer: (event: LiveEvent) => Promise<FormattedExecutionResult>;
  /**
   * Tells the subscriber what is told to all, past everything that is done for one alone, and returns at once; false:
   * what was told before piles up.
   */
  readonly tell: (told: Told) => boolean;
}

/** What stands at a place in a stream, and what is told of it. */
interface Picture {
  readonly cursor: string;
  readonly result: FormattedExecutionResult;
}

/** A picture is handed out so long: every change after it follows at once. */
const PICTURE_MS = 1_000;
/** Whoever does not keep up begins nothing for so long that is told without waiting. */
const ALONE_MS = 1_000;

/** The streams that are followed together in this process. */
export class Followers {
  readonly #shared = new Map<string, SharedStream>();
  readonly #pictures = new Map<string, { readonly at: number; readonly picture: Promise<Picture | null> }>();

  /** Events that were read and executed once for all who share a stream, and how often they were told. */
  readonly told = { events: 0, messages: 0 };
  #followers = 0;

  constructor(private readonly atATime = AT_A_TIME) {}

  /** How many follow something now. */
  get followers(): number {
    return this.#followers;
  }

  /** Counts one more; gives what to call, once or more often, when it has gone. */
  enter(): () => void {
    this.#followers += 1;
    let here = true;
    return () => {
      if (here) this.#followers -= 1;
      here = false;
    };
  }

  /** How many streams are read now, however many follow them. */
  get streams(): number {
    return this.#shared.size;
  }

  /** The answers for one subscriber, as far as they are for that one alone; the others go out by `tell`. */
  follow(options: FollowerOptions): AsyncIterableIterator<FormattedExecutionResult> {
    return new Follower(this, options);
  }

  /** The picture that a stream begins with: whoever comes at the same time is given the same one. */
  async picture(key: string, read: () => Promise<Picture | null>): Promise<Picture | null> {
    const now = performance.now();
    const known = this.#pictures.get(key);
    if (known !== undefined && now - known.at < PICTURE_MS) return known.picture;
    const picture = read();
    this.#pictures.set(key, { at: now, picture });
    const forget = () => {
      if (this.#pictures.get(key)?.picture === picture) this.#pictures.delete(key);
    };
    setTimeout(forget, PICTURE_MS).unref();
    picture.catch(forget);
    return picture;
  }

  /** Takes somebody in where they are; null: they cannot be, or nobody is there and they may not begin. */
  join(key: string, member: Member, after: string, mayBegin: boolean): SharedStream | null {
    let shared = this.#shared.get(key);
    if (shared === undefined) {
      if (!mayBegin) return null;
      const onOver = () => {
        if (this.#shared.get(key) === fresh) this.#shared.delete(key);
      };
      const onTold = (members: number) => {
        this.told.events += 1;
        this.told.messages += members;
      };
      const fresh: SharedStream = new SharedStream(after, onOver, this.atATime, onTold);
      shared = fresh;
      this.#shared.set(key, fresh);
    }
    return shared.join(member, after) ? shared : null;
  }
}

/**
 * Follows alone until it has caught up with those who have the same key, and together with them from then on. Where
 * what is shared ends, it goes on alone from the last that it was told, and so is told of an error like anybody.
 */
class Follower implements AsyncIterableIterator<FormattedExecutionResult>, Member {
  /** The last that was told; null: nothing yet. */
  #cursor: string | null = null;
  #own: AsyncIterableIterator<LiveEvent> | null = null;
  #shared: SharedStream | null = null;
  #wake: (() => void) | null = null;
  #over = false;
  /** Told something alone since it was last released: where all have the same trouble, nobody goes round in circles. */
  #mayJoin = false;
  /** By `performance.now()`. */
  #aloneUntil = 0;

  readonly #leave: () => void;

  constructor(
    private readonly followers: Followers,
    private readonly options: FollowerOptions,
  ) {
    this.#leave = followers.enter();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Called when the answer before has been sent: only then may others write to the same socket. */
  async next(): Promise<IteratorResult<FormattedExecutionResult>> {
    while (!this.#over) {
      if (this.#join()) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      const isFirst = this.#cursor === null && this.options.stream.after === null;
      const told = await (isFirst ? this.#readPicture() : this.#read());
      if (told === null || this.#over) break;
      this.#cursor = told.cursor;
      this.#mayJoin = true;
      return { done: false, value: told.result };
    }
    this.#leave();
    return { done: true, value: undefined };
  }

  async #readPicture(): Promise<Picture | null> {
    let isMine = false;
    try {
      const picture = await this.followers.picture(this.options.key, () => {
        isMine = true;
        return this.#read();
      });
      if (isMine || picture !== null) return picture;
    } catch (error) {
      if (isMine) throw error;
    }
    // Whoever read it for all has gone, or has trouble that may be theirs alone.
    return this.#read();
  }

  /** The next event of one's own; null: there is none any more. */
  async #read(): Promise<Picture | null> {
    const { stream, answer } = this.options;
    this.#own ??= stream.from(this.#cursor ?? stream.after);
    const { value, done } = await this.#own.next();
    if (done === true) return null;
    return { cursor: value.cursor, result: await answer(value) };
  }

  async return(): Promise<IteratorResult<FormattedExecutionResult>> {
    this.#over = true;
    this.#leave();
    this.#shared?.leave(this);
    this.release();
    await this.#own?.return?.();
    return { done: true, value: undefined };
  }

  open(after: string): AsyncIterableIterator<LiveEvent> {
    return this.options.stream.from(after);
  }

  async answer(event: LiveEvent): Promise<Buffer> {
    return Buffer.from(JSON.stringify(await this.options.answer(event)));
  }

  tell(told: Told): boolean {
    this.#cursor = told.cursor;
    const keepsUp = this.options.tell(told);
    if (!keepsUp) this.#aloneUntil = performance.now() + ALONE_MS;
    return keepsUp;
  }

  release(): void {
    this.#shared = null;
    this.#mayJoin = false;
    this.#wake?.();
    this.#wake = null;
  }

  #join(): boolean {
    if (this.#cursor === null || !this.#mayJoin) return false;
    const mayBegin = performance.now() >= this.#aloneUntil;
    this.#shared = this.followers.join(this.options.key, this, this.#cursor, mayBegin);
    if (this.#shared === null) return false;
    void this.#own?.return?.();
    this.#own = null;
    return true;
  }
}
