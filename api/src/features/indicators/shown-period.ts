import { localDate } from '../../domain/calendar.js';
import type { Context } from '../../platform/graphql/context.js';
import type { HasIndicators } from './indicator.store.js';

/** The period that somebody who follows scores is shown, as it was when they were last drawn whole. */
export class ShownPeriod {
  /** Null before the first period. */
  code: string | null = null;

  constructor(
    private readonly context: Context<HasIndicators>,
    private readonly regionCode: string,
  ) {}

  /** Takes over the period shown now; false where that of a moment was another one, or there is none. */
  async isThatOf(moment: Date): Promise<boolean> {
    const { indicators } = this.context.read(this.regionCode);
    const then = await indicators.periodShownOn(localDate(moment));
    const now = await indicators.periodShownOn(localDate(this.context.now()));
    this.code = now?.code ?? null;
    return then !== null && then.code === this.code;
  }

  /** Whether it is time to show another period: scores have begun in it. */
  async isOver(since: string): Promise<boolean> {
    if (since === this.code) return false;
    const { indicators } = this.context.read(this.regionCode);
    return (await indicators.periodShownOn(localDate(this.context.now())))?.code === since;
  }
}
