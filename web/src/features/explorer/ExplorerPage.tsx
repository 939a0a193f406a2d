import { useEffect, useRef, useState } from 'react';
import { Page, type OpenPage } from '../session/Page.js';
import { askApi, followApi } from './ask-api.js';
import { CodeBox } from './CodeBox.js';
import { EXAMPLE_QUERIES, variablesFor } from './explorer-queries.js';
import { EXPLORER_WORDS } from './explorer-words.js';
import './explorer.css';
import type { Editor } from './open-editor.js';
import { SchemaDocs } from './SchemaDocs.js';
import { useSchema } from './use-schema.js';

/** `/explorer`: what the API takes and gives, to try out; nothing of it comes from elsewhere. */
export default function ExplorerPage() {
  return (
    <Page title={EXPLORER_WORDS.title} className="explorer">
      {(page) => <Explorer {...page} />}
    </Page>
  );
}

const FIRST = EXAMPLE_QUERIES[1]!;
/** Of what is followed so many messages are shown, the newest first. */
const MOST_MESSAGES = 50;
const SUBSCRIPTION = /^\s*(?:#.*\s*)*subscription\b/;

function Explorer({ region, language }: OpenPage) {
  const [token, setToken] = useState('');
  const [standing, setStanding] = useState('');
  const [stop, setStop] = useState<(() => void) | null>(null);
  const [begin] = useState(() => variablesFor(FIRST.text, region, Date.now()));
  const schema = useSchema(token.trim());
  const query = useRef<Editor | null>(null);
  const variables = useRef<Editor | null>(null);
  const answer = useRef<Editor | null>(null);
  const running = stop !== null;
  useEffect(() => {
    if (typeof schema === 'object') query.current?.setSchema(schema);
  }, [schema]);
  useEffect(() => () => stop?.(), [stop]);

  function say(body: unknown): void {
    answer.current?.setText(typeof body === 'string' ? body : JSON.stringify(body, null, 2));
  }

  function choose(id: string): void {
    const example = EXAMPLE_QUERIES.find((one) => one.id === id);
    if (example === undefined) return;
    query.current?.setText(example.text);
    variables.current?.setText(variablesFor(example.text, region, Date.now()));
  }

  function run(): void {
    const asked = readVariables(variables.current?.text() ?? '');
    if (asked === null) {
      say(EXPLORER_WORDS.badVariables[language]);
      setStanding('');
      return;
    }
    stop?.();
    const asking = { query: query.current?.text() ?? '', variables: asked, token: token.trim() };
    if (SUBSCRIPTION.test(asking.query)) follow(asking);
    else void ask(asking);
  }

  async function ask(asking: Parameters<typeof askApi>[0]): Promise<void> {
    const gone = new AbortController();
    const stopThis = () => gone.abort();
    setStop(() => stopThis);
    setStanding(EXPLORER_WORDS.running[language]);
    try {
      const { status, ms, body, cost } = await askApi(asking, gone.signal);
      say(body);
      const told = cost === null ? '' : ` · ${EXPLORER_WORDS.cost[language]} ${cost}`;
      setStanding(`HTTP ${status} · ${Math.round(ms)} ms${told}`);
    } catch {
      setStanding(gone.signal.aborted ? '' : EXPLORER_WORDS.unreachable[language]);
    }
    setStop((now) => (now === stopThis ? null : now));
  }

  function follow(asking: Parameters<typeof askApi>[0]): void {
    const messages: unknown[] = [];
    let count = 0;
    const stopThis = followApi(
      asking,
      (message) => {
        count += 1;
        messages.unshift(message);
        messages.length = Math.min(messages.length, MOST_MESSAGES);
        say(messages);
        setStanding(`${EXPLORER_WORDS.following[language]}: ${count}`);
      },
      (why) => {
        setStanding(`${EXPLORER_WORDS.ended[language]} · ${count}`);
        if (why !== null) say(why);
        setStop((now) => (now === stopThis ? null : now));
      },
    );
    setStop(() => stopThis);
    setStanding(`${EXPLORER_WORDS.following[language]}: 0`);
  }

  return (
    <>
      <h1>{EXPLORER_WORDS.title[language]}</h1>
      <p className="lead">{EXPLORER_WORDS.lead[language]}</p>
      <div className="explorer-bar">
        <label className="entry">
          <span>{EXPLORER_WORDS.example[language]}</span>
          <select defaultValue="" onChange={({ target }) => choose(target.value)}>
            <option value="">{EXPLORER_WORDS.chooseExample[language]}</option>
            {EXAMPLE_QUERIES.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[language]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          onClick={() => {
            if (!running) run();
            else {
              stop();
              setStop(null);
            }
          }}
        >
          {(running ? EXPLORER_WORDS.stop : EXPLORER_WORDS.run)[language]}
        </button>
        <output className="explorer-standing">{standing}</output>
      </div>
      <div className="explorer-boxes">
        <CodeBox
          label={EXPLORER_WORDS.query[language]}
          language="GRAPHQL"
          begin={FIRST.text}
          className="of-query"
          onRun={run}
          editorRef={query}
        />
        <CodeBox
          label={EXPLORER_WORDS.variables[language]}
          language="JSON"
          begin={begin}
          className="of-variables"
          onRun={run}
          editorRef={variables}
        />
        <CodeBox
          label={EXPLORER_WORDS.answer[language]}
          language="JSON"
          begin=""
          className="of-answer"
          readOnly
          editorRef={answer}
        />
        <section className="panel docs" aria-labelledby="docs">
          <h2 id="docs">{EXPLORER_WORDS.docs[language]}</h2>
          {schema === 'LOADING' && <p className="hint">{EXPLORER_WORDS.docsLoading[language]}</p>}
          {schema === 'CLOSED' && <p className="note">{EXPLORER_WORDS.docsClosed[language]}</p>}
          {typeof schema === 'object' && <SchemaDocs schema={schema} language={language} />}
        </section>
      </div>
      <p className="hint">{EXPLORER_WORDS.keys[language]}</p>
      <details className="panel">
        <summary>{EXPLORER_WORDS.token[language]}</summary>
        <label className="entry">
          <span className="hint">{EXPLORER_WORDS.tokenHint[language]}</span>
          <input
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={token}
            onChange={({ target }) => setToken(target.value)}
          />
        </label>
      </details>
      <p className="hint">{EXPLORER_WORDS.guide[language]}</p>
    </>
  );
}

/** An empty box is no variables; null: it holds something else than an object. */
function readVariables(text: string): Readonly<Record<string, unknown>> | null {
  if (text.trim() === '') return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
