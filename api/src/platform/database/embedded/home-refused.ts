/**
 * The folder for the embedded database cannot be used as it is. Expected trouble that a person at the terminal can
 * mend: the message says how, first in Indonesian, then in English, one line each.
 */
export class HomeRefused extends Error {
  override readonly name: string = 'HomeRefused';

  constructor(indonesian: string, english: string, options?: ErrorOptions) {
    super(`${indonesian}\n${english}`, options);
  }
}

/** Another Pantau that is alive works in this home. Two must never share one data folder. */
export class HomeInUse extends HomeRefused {
  override readonly name = 'HomeInUse';
  /** Where the other one answers; null while it has not said so. */
  readonly address: string | null;

  constructor(home: string, owner: { readonly pid: number | null; readonly address: string | null }) {
    const process = owner.pid === null ? '' : `, PID ${owner.pid}`;
    super(
      `Pantau sudah berjalan${owner.address === null ? '' : ` di ${owner.address}`} (${home}${process}). Hentikan dahulu, atau pilih folder lain dengan PANTAU_HOME.`,
      `Pantau is already running${owner.address === null ? '' : ` at ${owner.address}`} (${home}${process}). Stop it first, or choose another folder with PANTAU_HOME.`,
    );
    this.address = owner.address;
  }
}
