import { RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";

/** Lets a line that is broken to fit go on below its own beginning, so that the steps to the right stay clear. */
export const hangingLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = hung(view);
    }
    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.decorations = hung(view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function hung(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const wide = /^ *(?:- )*(?:# )?/.exec(line.text)?.[0].length ?? 0;
      if (wide > 0) builder.add(line.from, line.from, hungBy(wide));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const hungBy = (wide: number) =>
  Decoration.line({ attributes: { style: `padding-left: calc(${wide}ch + 6px); text-indent: -${wide}ch` } });
