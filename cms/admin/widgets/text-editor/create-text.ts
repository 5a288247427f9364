import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import { forceLinting, linter, type Diagnostic } from '@codemirror/lint';
import { EditorState, Prec, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { button, element } from '../../element.ts';
import type { ControlView, Field } from '../register-control.ts';
import { readableHighlight } from './highlight.ts';
import { leaveList } from './lists.ts';
import { pasteAsMarkdown } from './paste.ts';
import { phrases } from './phrases.ts';
import { findFixAgain, findProblems, type Fix, type TextProblem } from './problems.ts';
import { leaveTable } from './tables.ts';
import { createToolbar } from './toolbar.ts';

/**
 * An editor for Markdown that never rewrites what was not touched: the text itself is what is edited. CodeMirror leaves
 * composing to the browser, so that input methods work as everywhere.
 */
export function createText(host: HTMLElement, field: Field): ControlView {
  const findingsId = `${field.inputId}-findings`;
  const findings = element('ul', { id: findingsId, class: 'kj-findings', 'aria-live': 'polite' });
  // What a paste left out or covered; it goes with the next change that somebody types.
  const note = element('p', { class: 'kj-paste-note', role: 'status' });
  let problems: TextProblem[] = [];
  let shown: string | undefined;

  const look = (text: string) => {
    problems = findProblems(text);
    findings.replaceChildren(...problems.slice(0, 12).map((problem) => describe(problem, text)));
    return problems;
  };
  const describe = (problem: TextProblem, text: string) => {
    const line = text.slice(0, problem.from).split('\n').length;
    const jump = button(`${line}行目`, () => {
      view.dispatch({ selection: { anchor: problem.from, head: problem.to }, scrollIntoView: true });
      view.focus();
    });
    const { fix, severity } = problem;
    const mend = fix && button(fix.label, () => applyFix(fix, text));
    return element('li', { class: `kj-${severity}` }, jump, ` ${problem.message}`, ...(mend ? [' ', mend] : []));
  };
  const applyFix = (fix: Fix, text: string) => {
    const current = view.state.doc.toString();
    // What was typed since the list was drawn has moved the place.
    const found = current === text ? fix : findFixAgain(fix, findProblems(current));
    if (!found) return;
    const { from, to, insert } = found;
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, scrollIntoView: true });
    view.focus();
  };

  const extensions = [
    history(),
    // Before the Markdown package, which would first make the list a loose one.
    Prec.highest(keymap.of([{ key: 'Enter', run: (view) => leaveList(view) || leaveTable(view) }])),
    keymap.of([...markdownKeymap, ...defaultKeymap, ...historyKeymap]),
    // A row of dashes is a rule here, not the sign that makes a heading of the lines above.
    markdown({ base: markdownLanguage, extensions: { remove: ['SetextHeading'] } }),
    syntaxHighlighting(readableHighlight, { fallback: true }),
    EditorView.lineWrapping,
    EditorState.phrases.of(phrases),
    placeholder('ここに書きます。Word・Excel・ウェブページからそのまま貼り付けられます。'),
    EditorView.contentAttributes.of({
      id: field.inputId,
      'aria-label': field.label,
      'aria-describedby': findingsId,
      spellcheck: 'false',
      lang: 'ja',
    }),
    linter(({ state }) => look(state.doc.toString()).map(toDiagnostic), { delay: 250 }),
    pasteAsMarkdown(field, (words) => note.replaceChildren(words)),
    EditorView.updateListener.of((update) => {
      // Half a composition is not a text yet.
      if (update.docChanged && !update.view.composing) report();
      if (
        update.docChanged &&
        update.transactions.some((change) => change.isUserEvent('input.type') || change.isUserEvent('undo'))
      )
        note.replaceChildren();
    }),
    EditorView.domEventHandlers({ compositionend: () => void setTimeout(() => report(), 0) }),
  ];
  const view = new EditorView({ parent: host, state: EditorState.create({ extensions }) });
  const report = () => {
    const text = view.state.doc.toString();
    if (text === shown) return;
    shown = text;
    field.change(text);
  };
  host.prepend(createToolbar(view, field));
  host.append(note, findings);

  return {
    show: (value) => {
      const text = typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
      if (text === shown || view.composing) return;
      shown = text;
      // A history of its own, which begins with this text: undoing never reaches what stood here before.
      view.setState(EditorState.create({ extensions }));
      view.dispatch({ changes: { from: 0, insert: text }, annotations: Transaction.addToHistory.of(false) });
      look(text);
    },
    findError: () => {
      report();
      const text = view.state.doc.toString();
      const stopping = look(text).find(({ stops }) => stops);
      forceLinting(view);
      return stopping && `${text.slice(0, stopping.from).split('\n').length}行目：${stopping.message}`;
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function toDiagnostic({ from, to, message, severity, fix }: TextProblem): Diagnostic {
  const actions = fix && [
    {
      name: fix.label,
      apply: (view: EditorView) => view.dispatch({ changes: { from: fix.from, to: fix.to, insert: fix.insert } }),
    },
  ];
  return { from, to, message, severity, ...(actions ? { actions } : {}) };
}
