import { ASKED } from "./answers.ts";
import type { Bin } from "./calibration.ts";
import type { Agreement, Card } from "./card.ts";
import type { RuleRow } from "./rule-rows.ts";
import { shareOf } from "./score.ts";
import { type ByAuthor, TURNS } from "./strangers.ts";

/** Everything that was measured in one run. */
export type Measured = {
  card: Card;
  baselines: { name: string; agreement: Agreement }[];
  stresses: { name: string; agreement: Agreement }[];
  strangers: ByAuthor[];
  bins: Bin[];
  rules: RuleRow[];
  worst: { id: string; missed: string[]; invented: string[] }[];
};

const two = (share: number) => share.toFixed(2);
const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/** The accuracy card as a document. */
export function writeCard(measured: Measured): string {
  const { card, baselines, stresses, strangers, bins, rules, worst } = measured;
  const f1s = (one: { name: string; agreement: Agreement }) => [
    one.name,
    ...ASKED.map((asked) => two(one.agreement[asked].f1)),
  ];
  const labels = Object.keys(strangers[0]?.scores ?? {});
  return `${[
    "# How well the reader reads",
    `Written by \`npm run measure\`. ${card.replies} replies, by authors who wrote nothing of the corpus, each labelled with what it shows. Nothing is learned from them: how scores are blended is learned from the corpus as well, and the lines of the labels in the first table are within a few thousandths of the best ones on authors of the corpus that were left out. The design was tried on them more than once all the same: expect a little less on replies of yet other authors. The trial on authors left out, below, uses neither blend nor lines.`,
    "## Present or absent, and the level",
    table(
      ["label", "precision", "recall", "F1", "kappa of levels", "right when sure"],
      ASKED.map((asked) => {
        const one = card.agreement[asked];
        const sure = card.sure[asked];
        return [
          asked,
          two(one.precision),
          two(one.recall),
          two(one.f1),
          two(one.kappa),
          `${shareOf(sure.right, sure.said)} of ${sure.said}`,
        ];
      }),
    ),
    "Kappa is quadratically weighted: a miss by two levels counts four times a miss by one.",
    "## Beside simpler ways (F1)",
    table(
      ["way", ...ASKED],
      [f1s({ name: "this reader", agreement: card.agreement }), ...baselines.map(f1s)],
    ),
    "## Authors left out (F1)",
    `Each was read by weights learned without it and without the others of its group; authors are left out in ${TURNS} groups.`,
    table(
      ["author", "replies", ...labels],
      strangers
        .toSorted((a, b) => a.author.localeCompare(b.author, "en", { numeric: true }))
        .map((one) => [one.author, one.replies, ...labels.map((label) => two(one.scores[label]?.f1 ?? 0))]),
    ),
    "## What inflames, and faults of dose",
    table(
      ["tag", "precision", "recall", "said", "labelled"],
      Object.entries(card.tags).map(([tag, one]) => [
        tag,
        two(one.precision),
        two(one.recall),
        one.said,
        one.labelled,
      ]),
    ),
    "## Evidence",
    `Of the findings that the labels share, ${Math.round(card.quotes * 100)} in 100 quote words that the labelled evidence quotes as well.`,
    "## Stated confidence",
    table(
      ["confidence from", "statements", "on average", "right"],
      bins.map((bin) => [two(bin.from), bin.said, two(bin.meant), shareOf(bin.right, bin.said)]),
    ),
    "## Under stress (F1)",
    table(["the message", ...ASKED], stresses.map(f1s)),
    "## Rules, over the sentences of the corpus",
    "A rule is one voice among others; how far it is believed is learned. A dash means that no label stands for it.",
    table(
      ["rule", "shows", "met", "right"],
      rules.map((one) => [
        one.name,
        one.tag,
        one.met,
        one.right === undefined ? "–" : shareOf(one.right, one.met),
      ]),
    ),
    "## The worst misreadings",
    table(
      ["reply", "missed", "invented"],
      worst.map((one) => [one.id, one.missed.join(", ") || "–", one.invented.join(", ") || "–"]),
    ),
  ].join("\n\n")}\n`;
}
