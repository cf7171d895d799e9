import { type Json, objects } from "./blocks.ts";
import { AFTERTHOUGHTS, BUTTONS, CHOICES, INPUTS, image, plain, text } from "./element-limits.ts";
import {
  also,
  anything,
  complaint,
  fields,
  flag,
  list,
  type Rule,
  repeated,
  string,
  typed,
  word,
} from "./rules.ts";

const open =
  (required: Record<string, Rule>): Rule =>
  (value, at) =>
    fields(required, Object.fromEntries(Object.keys(value as Json).map((key) => [key, anything])))(value, at);

const block = (required: Record<string, Rule>, optional: Record<string, Rule> = {}) =>
  fields(required, { block_id: string(255), ...optional });

const someText = (value: Json) =>
  value.text || value.fields ? undefined : "missing required field: text or fields";

const SLACK_FILE = also(fields({}, { id: string(255), url: string(3000) }), ({ id, url }) =>
  (id === undefined) === (url === undefined) ? "must have either an id or a url" : undefined,
);

/** The blocks of every surface. Of those that this app does not send, only the required fields are known. */
const EVERYWHERE: Record<string, Rule> = {
  actions: also(
    block({ elements: list(typed({ ...BUTTONS, ...CHOICES }), 25) }),
    ({ elements }) =>
      repeated(objects(elements).map((element) => element.action_id)).map(
        (id) => `action_id "${id}" already exists`,
      )[0],
  ),
  alert: block({ text: text(3000) }, { level: word("default", "info", "warning", "error", "success") }),
  card: open({}),
  carousel: open({ elements: list(anything, 10) }),
  container: open({ child_blocks: list(anything, 10) }),
  context: block({ elements: list(typed({ image, plain_text: text(3000), mrkdwn: text(3000) }), 10) }),
  divider: block({}),
  header: block({ text: plain(150) }),
  image: also(
    block(
      { alt_text: string(2000) },
      { image_url: string(3000), slack_file: SLACK_FILE, title: plain(2000) },
    ),
    (value) =>
      value.image_url || value.slack_file ? undefined : "missing required field: image_url or slack_file",
  ),
  input: block(
    { label: plain(2000), element: typed({ ...INPUTS, ...CHOICES }) },
    { hint: plain(2000), optional: flag, dispatch_action: flag },
  ),
  rich_text: block({ elements: list(anything, 1000) }),
  section: also(
    block(
      {},
      {
        text: text(3000),
        fields: list(text(2000), 10),
        accessory: typed({ ...BUTTONS, ...CHOICES, image }),
        expand: flag,
      },
    ),
    someText,
  ),
  video: open({
    video_url: string(3000),
    thumbnail_url: string(3000),
    alt_text: string(2000),
    title: plain(200),
  }),
};

const IN_MESSAGES: Record<string, Rule> = {
  ...EVERYWHERE,
  context_actions: block({ elements: list(typed(AFTERTHOUGHTS), 5) }),
  data_table: open({ rows: list(anything, 1000), caption: string(3000) }),
  file: open({ source: string(255), external_id: string(255) }),
  markdown: block({ text: string(12_000) }),
  plan: open({ title: string(3000) }),
  table: block({ rows: list(list(anything, 20), 100) }, { column_settings: anything }),
  task_card: open({
    task_id: string(255),
    title: string(3000),
    status: word("pending", "in_progress", "complete", "error"),
  }),
};

/** What Slack would refuse about a list of blocks on this surface; an empty list when it would show them. */
export function blockProblems(blocks: unknown, surface: "message" | "modal" | "home"): string[] {
  const inMessage = surface === "message";
  const found = list(typed(inMessage ? IN_MESSAGES : EVERYWHERE), inMessage ? 50 : 100, 0)(blocks, "/blocks");
  const all = objects(blocks);
  for (const id of repeated(all.map((one) => one.block_id))) {
    found.push(complaint(`block_id "${id}" already exists`, "/blocks"));
  }
  if (all.filter((one) => one.type === "table").length > 1)
    found.push(complaint("only one table allowed", "/blocks"));
  const markdown = all.filter((one) => one.type === "markdown").map((one) => String(one.text));
  if (markdown.join("").length > 12_000)
    found.push(complaint("markdown must be less than 12001 characters", "/blocks"));
  return found;
}
