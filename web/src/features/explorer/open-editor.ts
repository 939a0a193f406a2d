import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { graphql, updateSchema } from 'cm6-graphql';
import type { GraphQLSchema } from 'graphql';

/** A box with code in it. */
export interface Editor {
  text(): string;
  setText(text: string): void;
  /** Completes and checks by this schema from now on. */
  setSchema(schema: GraphQLSchema): void;
  close(): void;
}

export interface EditorOptions {
  readonly language: 'GRAPHQL' | 'JSON';
  readonly label: string;
  readonly readOnly?: boolean;
  readonly onRun?: () => void;
}

const LOOK = EditorView.theme(
  {
    '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--tile)', fontSize: '0.9375rem' },
    '&.cm-focused': { outline: '2px solid var(--above)' },
    '.cm-scroller': { fontFamily: 'ui-monospace, monospace', lineHeight: '1.5' },
    '.cm-content': { caretColor: 'var(--text)' },
    '.cm-gutters': { backgroundColor: 'var(--tile)', color: 'var(--quiet)', border: 'none' },
    '.cm-tooltip': {
      backgroundColor: 'var(--ground)',
      border: '1px solid var(--line)',
      color: 'var(--text)',
    },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--line)',
      color: 'var(--text)',
    },
    // By itself it draws pictures out of data: addresses, which the server's policy forbids.
    '.cm-lintRange': { backgroundImage: 'none', textDecoration: 'underline wavy var(--decide)' },
    '.cm-completionInfo': { maxWidth: '22rem', padding: '0.5rem' },
  },
  { dark: true },
);

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--decide)' },
  { tag: [tags.typeName, tags.atom, tags.bool, tags.null], color: 'var(--support)' },
  { tag: [tags.variableName, tags.special(tags.name)], color: 'var(--support)' },
  { tag: [tags.propertyName, tags.attributeName], color: 'var(--above)' },
  { tag: [tags.string, tags.number], color: 'var(--text)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
]);

/**
 * Opens an editor in `host`. It lives in a shadow root: there its styles are adopted sheets, and the server's policy
 * allows no style element that a script writes.
 */
export function openEditor(host: HTMLElement, text: string, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const { language, label, readOnly = false, onRun } = options;
  const extensions: Extension[] = [
    lineNumbers(),
    history(),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    syntaxHighlighting(COLOURS),
    LOOK,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    keymap.of([
      {
        key: 'Mod-Enter',
        run: () => {
          onRun?.();
          return onRun !== undefined;
        },
      },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...completionKeymap,
    ]),
    language === 'GRAPHQL' ? graphql() : json(),
    ...(readOnly ? [EditorState.readOnly.of(true)] : []),
  ];
  const view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: root, root });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, scrollIntoView: false }),
    setSchema: (schema) => updateSchema(view, schema),
    close: () => view.destroy(),
  };
}
