/** As the server counts them. */
export const LONGEST_TEXT = 1_000;

/** Control characters but line breaks and tabs, and those that turn the direction of a text around. */
const UNREADABLE =
  // oxlint-disable-next-line eslint/no-control-regex -- these are the characters that are meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** What was typed or pasted, without what nobody can see, and no longer than the server takes. */
export function readableText(text: string): string {
  const clean = text.replaceAll(UNREADABLE, '');
  const characters = [...clean];
  return characters.length > LONGEST_TEXT ? characters.slice(0, LONGEST_TEXT).join('') : clean;
}

/** As much of a text as one recognises it by, in characters. */
const HEAD = 80;

/** The beginning of a text, where there is no room for all of it. */
export function headOf(text: string): string {
  const characters = [...text];
  return characters.length > HEAD ? `${characters.slice(0, HEAD).join('')}…` : text;
}
