const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID as we write it; keeps foreign texts out of statements. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
