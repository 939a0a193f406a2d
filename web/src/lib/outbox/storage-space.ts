/** Less room than this, bytes, and somebody should know before the meeting and not in it. */
const TOO_LITTLE = 50 * 1024 * 1024;

/** Whether the browser may clear away what is kept, and whether there is room. */
export interface StorageSpace {
  /** Kept until somebody clears it by hand; false: a browser that runs out of room may clear it. */
  readonly lasting: boolean;
  readonly tight: boolean;
}

/** Asks the browser to keep what is here, and how much room there is. */
export async function claimStorage(storage: StorageManager | undefined): Promise<StorageSpace> {
  if (storage === undefined) return { lasting: false, tight: false };
  try {
    const lasting = (await storage.persisted()) || (await storage.persist());
    const { quota, usage = 0 } = await storage.estimate();
    return { lasting, tight: quota !== undefined && quota - usage < TOO_LITTLE };
  } catch {
    return { lasting: false, tight: false };
  }
}
