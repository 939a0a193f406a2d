/** The cells of one subject, by the names of the file's columns; NIPs whole. */
export type FileValues = Readonly<Record<string, string>>;

/** What one row does to what is recorded, told in the words of its file. */
export interface RowEffect {
  readonly outcome: 'ADDED' | 'CHANGED' | 'UNCHANGED';
  /** The employee or unit that it is about; of one that is added, its id to come. */
  readonly subjectId: string;
  /** What people call it. */
  readonly title: string;
  /** As it is recorded; null where it is not yet. */
  readonly before: FileValues | null;
  readonly after: FileValues;
  /** From which day on the change holds; null where it holds for all days. */
  readonly startsOn: string | null;
}

/** The effects of a file's rows by line, for whoever wants to see them; a batch that runs twice says the same twice. */
export type RowEffects = Map<number, RowEffect>;
