import { acceptCompletion, autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { foldGutter, foldKeymap, HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Problem } from "../../../flow/problem.ts";
import { complete } from "./complete.ts";
import { byId } from "./element.ts";
import { hangingLines } from "./hang.ts";

const NONCE = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

// Names, words and notes differ in weight and slant as well as in colour.
const look = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: "tok-name" },
  { tag: tags.comment, class: "tok-note" },
  { tag: [tags.string, tags.content], class: "tok-words" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], class: "tok-sign" },
]);

// The search says these shortly, and for programmers.
const SEARCH_WORDS = {
  next: "Next",
  previous: "Previous",
  all: "Select all",
  "match case": "Same case",
  regexp: "Pattern",
  "by word": "Whole words",
  Replace: "Replace by",
  replace: "Replace",
  "replace all": "Replace all",
};

/** The text of a flow to write in. `changed` is told of every change by the trainer, `moved` where they are. */
export function makeEditor(changed: (source: string) => void, moved: (state: EditorState) => void) {
  const extensions = [
    EditorView.cspNonce.of(NONCE),
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    EditorView.lineWrapping,
    hangingLines,
    EditorState.tabSize.of(2),
    indentUnit.of("  "),
    yaml(),
    syntaxHighlighting(look),
    search({ top: true }),
    EditorState.phrases.of(SEARCH_WORDS),
    autocompletion({ override: [complete], icons: false, activateOnTypingDelay: 250 }),
    keymap.of([
      { key: "Tab", run: acceptCompletion },
      ...completionKeymap,
      ...lintKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({
      "aria-label": "The text of the flow",
      "aria-describedby": "keys",
      spellcheck: "true",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
      if (update.docChanged || update.selectionSet) moved(update.state);
    }),
  ];
  const view = new EditorView({ parent: byId("editor"), state: EditorState.create({ extensions }) });
  return {
    /** Puts another text in, with a history of its own. */
    show: (source: string) => view.setState(EditorState.create({ doc: source, extensions })),
    /** The state to come back to when another file was shown meanwhile. */
    state: () => view.state,
    restore: (state: EditorState) => view.setState(state),
    underline: (problems: readonly Problem[]) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((one) => diagnosticOf(view.state.doc, one)),
        ),
      ),
    /** Puts another text in place of the one that is there, as one change that can be undone. */
    replace: (source: string) => view.dispatch({ changes: differenceOf(view.state.doc, source) }),
    goTo: (line: number, column: number) => goTo(view, line, column),
    focus: () => view.focus(),
  };
}

// Only what differs changes, so that the cursor stays where it is.
function differenceOf(doc: Text, source: string): { from: number; to: number; insert: string } {
  const before = doc.toString();
  const shorter = Math.min(before.length, source.length);
  let from = 0;
  while (from < shorter && before[from] === source[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === source.at(-1 - end)) end += 1;
  return { from, to: before.length - end, insert: source.slice(from, source.length - end) };
}

/** The text of a flow to write in. */
export type Editor = ReturnType<typeof makeEditor>;

function goTo(view: EditorView, line: number, column: number) {
  const { doc } = view.state;
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  // What stands at the beginning of a line begins behind its spaces.
  const behind = column === 1 ? /^ *(?:- )?/.exec(found.text)?.[0].length : column - 1;
  const at = Math.min(found.from + (behind ?? 0), found.to);
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
  view.focus();
}

const SEVERITIES: Record<Problem["severity"], Diagnostic["severity"]> = {
  error: "error",
  warning: "warning",
  hint: "info",
};

// The text may have gone on since it was looked at.
function diagnosticOf(doc: Text, { line, column, length, severity, message, remedy }: Problem): Diagnostic {
  const found = doc.line(Math.min(line, doc.lines));
  const from = Math.min(found.from + column - 1, found.to);
  const to = Math.min(from + length, doc.length);
  return { from, to: Math.max(from, to), severity: SEVERITIES[severity], message: `${message} ${remedy}` };
}
