/** The time now. The one place where the process asks for it; everything else is handed an instant. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The frame of one unit of work: in which region, and when. */
export interface HasClock {
  readonly regionCode: string;
  /** The same instant for everything in one transaction. */
  readonly now: Date;
}
