/** What everybody did and was told, as it happened; the checker reads it when all is over. */
/** So many are told at once; all are kept. */
const SAID = 30;

export class History {
  operations = [];
  acknowledged = 0;
  /** How often each code, fault or ending came. */
  counts = new Map();
  /** What was wrong as soon as it was seen. */
  findings = [];
  /** What each happening at a place in the stream said, as walls of each kind were told it. */
  #told = new Map();
  began = performance.now();

  constructor(say = () => undefined) {
    this.say = say;
  }

  now() {
    return Math.round(performance.now() - this.began);
  }

  count(what, by = 1) {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  counted(prefix) {
    return Object.fromEntries(
      [...this.counts]
        .filter(([what]) => what.startsWith(`${prefix} `))
        .map(([what, count]) => [what.slice(prefix.length + 1), count])
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  }

  find(kind, detail) {
    const finding = { kind, at: this.now(), ...detail };
    this.findings.push(finding);
    if (this.findings.length <= SAID) this.say(`✗ ${JSON.stringify(finding).slice(0, 500)}`);
  }

  /** All walls are told the same of one place; what the first was told is kept to be held against the record. */
  tell(offset, text, who) {
    const known = this.#told.get(offset);
    if (known === undefined) this.#told.set(offset, text);
    else if (known !== text) this.find('told differently', { who, offset, one: known, other: text });
  }

  get told() {
    return this.#told;
  }
}
