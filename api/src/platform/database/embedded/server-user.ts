/** The account a PostgreSQL process runs under, as numbers: no entry in the system's user list is made. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** "nobody" on Linux. PostgreSQL refuses to run as root, and an account of our own would change the machine. */
const NOBODY: ServerUser = { uid: 65_534, gid: 65_534 };

/** Who runs the server: null means the caller's own account, which serves wherever the caller is not root. */
export function serverUser(): ServerUser | null {
  return process.getuid?.() === 0 ? NOBODY : null;
}
