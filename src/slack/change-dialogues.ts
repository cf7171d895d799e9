import type { KnownBlock, ModalView } from "@slack/types";
import type { Flow } from "../flow/flow.ts";
import type { Desk } from "../store/desk.ts";
import type { FlowVersion } from "../store/flow-versions.ts";
import { type ChangedLine, changedLines } from "../workshop/changed-lines.ts";
import { compareFlows } from "../workshop/compare-flows.ts";
import { context, escaped, escapedCode, section } from "./message.ts";
import { noteModal, readingModal } from "./note-modal.ts";
import { NO_DRAFT } from "./on-trainers-press.ts";
import { plainText } from "./plain-text.ts";
import { tellVersion } from "./trainers-list.ts";

/** The dialogue in which an earlier version is chosen. */
export const ROLL_BACK_DIALOGUE = "flow:roll-back";
const VERSION = "version";
const COMPARE_TITLE = "Compare";
const ROLL_BACK_TITLE = "Roll back";

/** What is different between a version and the one before it, or the one of the folder where it is the first. */
export async function compareDialogue(
  desk: Desk,
  team: string,
  id: string,
  folder: readonly Flow[],
): Promise<ModalView> {
  const version = await desk.versions.byId(team, id);
  const flow = version && (await desk.versions.flowOf(version));
  if (!version || !flow) return noteModal(COMPARE_TITLE, NO_DRAFT);
  const numbers = await desk.versions.numbered(team, version.flow);
  const earlier = numbers.find((one) => (one.version ?? 0) < (version.version ?? 0));
  const before = earlier
    ? await desk.versions.flowOf(earlier)
    : folder.find((one) => one.id === version.flow);
  const than = earlier ? `version ${earlier.version}` : before ? "the one in the folder" : "nothing before";
  const changes = before ? changedLines(before.source, flow.source) : [];
  return readingModal(COMPARE_TITLE, [
    section(`*${escaped(flow.title)}*: version ${version.version} beside ${than}`),
    section(tellVersion(version)),
    section(
      compareFlows(before, flow)
        .map((one) => `• ${escaped(one)}`)
        .join("\n"),
    ),
    ...linesShown(changes),
  ]);
}

const MOST_LINES = 150;
const WIDEST = 120;
const IN_BLOCK = 20;

function linesShown(changes: readonly ChangedLine[]): KnownBlock[] {
  const shown = changes.slice(0, MOST_LINES).map(({ kind, line, text }) => {
    const cut = text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
    return `${kind === "added" ? "+" : "-"} ${String(line).padStart(4)} ${escapedCode(cut)}`;
  });
  const blocks: KnownBlock[] = [];
  for (let at = 0; at < shown.length; at += IN_BLOCK)
    blocks.push(
      section(
        `\`\`\`${shown
          .slice(at, at + IN_BLOCK)
          .join("\n")
          .slice(0, 2_900)}\`\`\``,
      ),
    );
  const left = changes.length - shown.length;
  return [
    ...(shown.length > 0 ? [context("Lines that went out (-) and came in (+), by their numbers.")] : []),
    ...blocks,
    ...(left > 0 ? [context(`And ${left} more lines.`)] : []),
  ];
}

/** Chooses the version to go back to; what that changes is shown next. */
export async function rollBackDialogue(
  desk: Desk,
  team: string,
  id: string,
  channel: string,
): Promise<ModalView> {
  const version = await desk.versions.byId(team, id);
  if (!version) return noteModal(ROLL_BACK_TITLE, NO_DRAFT);
  const [newest, ...older] = await desk.versions.numbered(team, version.flow);
  const offered = newest?.state === "retired" ? [newest, ...older] : older;
  if (offered.length === 0) return noteModal(ROLL_BACK_TITLE, "There is no earlier version to go back to.");
  const options = offered.slice(0, 100).map(optionOf);
  const [first] = options;
  return {
    type: "modal",
    callback_id: ROLL_BACK_DIALOGUE,
    private_metadata: channel,
    title: plainText(ROLL_BACK_TITLE),
    submit: plainText("See what changes"),
    close: plainText("Not now"),
    blocks: [
      section(`Which text of \`${version.flow}\` should be played again? It becomes a new version.`),
      {
        type: "input",
        block_id: VERSION,
        label: plainText("Version"),
        element: {
          type: "static_select",
          action_id: `flow:${VERSION}`,
          placeholder: plainText("An earlier version"),
          options,
          ...(first ? { initial_option: first } : {}),
        },
      },
    ],
  };
}

const optionOf = ({ id, version, note }: FlowVersion) => {
  const text = `Version ${version}: ${note}`;
  return { text: plainText(text.length > 75 ? `${text.slice(0, 74)}…` : text), value: id };
};

type Held = { selected_option?: { value: string } | null };

/** The id of the version that was chosen. */
export function versionIn(view: { state: { values: object } }): string {
  const values = view.state.values as Record<string, Record<string, Held>>;
  return values[VERSION]?.[`flow:${VERSION}`]?.selected_option?.value ?? "";
}
