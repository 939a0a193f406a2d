import { useEffect, useId, useRef, type RefObject } from 'react';
import { openEditor, type Editor, type EditorOptions } from './open-editor.js';

interface CodeBoxProps {
  readonly label: string;
  readonly language: EditorOptions['language'];
  readonly begin: string;
  readonly className: string;
  readonly readOnly?: boolean;
  readonly onRun?: () => void;
  /** The editor, while there is one. */
  readonly editorRef: RefObject<Editor | null>;
}

/** A titled box to write code in. */
export function CodeBox({ label, language, begin, className, readOnly, onRun, editorRef }: CodeBoxProps) {
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const run = useRef(onRun);
  const text = useRef(begin);
  useEffect(() => {
    run.current = onRun;
  });
  useEffect(() => {
    const opened = openEditor(host.current!, text.current, {
      language,
      label,
      readOnly: readOnly === true,
      ...(readOnly !== true && { onRun: () => run.current?.() }),
    });
    editorRef.current = opened;
    return () => {
      text.current = opened.text();
      editorRef.current = null;
      opened.close();
    };
  }, [editorRef, label, language, readOnly]);
  return (
    <section className={`code-box ${className}`} aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <div className="code" ref={host} />
    </section>
  );
}
