type Part = Record<string, unknown>;
type Shape = { pattern?: RegExp; most: number };

const ID: Shape = { pattern: /^[A-Z][A-Z0-9]*$/, most: 60 };
const STAMP: Shape = { pattern: /^\d+\.\d+$/, most: 40 };
const NAME: Shape = { most: 255 };
const KEY: Shape = { pattern: /^[\w.:-]+$/, most: 300 };
const HELD: Shape = { most: 3_000 };
// Slack cuts messages at 40,000 characters, and a character can take six as an entity.
const WORDS: Shape = { most: 300_000 };

const ANYWHERE: Record<string, Shape> = {
  type: NAME,
  event_id: KEY,
  trigger_id: KEY,
  team_id: ID,
  enterprise_id: ID,
  context_team_id: ID,
  context_enterprise_id: ID,
  user_id: ID,
  channel_id: ID,
  command: NAME,
  text: WORDS,
  callback_id: NAME,
  "team.id": ID,
  "team.enterprise_id": ID,
  "team.domain": NAME,
  "enterprise.id": ID,
  "user.id": ID,
  "user.team_id": ID,
  "channel.id": ID,
  "message.ts": STAMP,
  "message.user": ID,
  "message.thread_ts": STAMP,
  "message.text": WORDS,
  "container.message_ts": STAMP,
  "container.channel_id": ID,
  "view.id": ID,
  "view.callback_id": NAME,
  "view.private_metadata": HELD,
  "view.app_installed_team_id": ID,
  "event.type": NAME,
  "event.subtype": NAME,
  "event.channel": ID,
  "event.channel_type": NAME,
  "event.ts": STAMP,
  "event.thread_ts": STAMP,
  "event.deleted_ts": STAMP,
  "event.text": WORDS,
  "event.tab": NAME,
  "event.message.user": ID,
  "event.message.ts": STAMP,
  "event.message.text": WORDS,
  "event.previous_message.user": ID,
  "event.previous_message.ts": STAMP,
};
const PARTS = Object.entries(ANYWHERE).map(([path, shape]) => ({ path, names: path.split("."), shape }));

/** What each kind of payload has to bring along. */
const NEEDED: Record<string, readonly string[]> = {
  event_callback: ["event_id", "event.type"],
  block_actions: ["user.id"],
  view_submission: ["user.id", "view.id", "view.callback_id"],
  view_closed: ["user.id", "view.id"],
  message_action: ["user.id", "callback_id", "trigger_id", "channel.id", "message.ts"],
  shortcut: ["user.id", "callback_id"],
};
const NEEDED_OF_A_COMMAND = ["command", "user_id", "channel_id", "trigger_id"];
// In these events somebody did something somewhere.
const WITH_USER = ["app_home_opened", "app_mention"];
const WITH_CHANNEL = ["message", "app_mention"];

const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Looks whether what came in has the shape of what Slack sends: ids that are ids, stamps that are stamps, nothing longer
 * than Slack lets it be. Says which part does not fit, without what it held; or nothing where all is well.
 */
export function misshapen(body: unknown): string | undefined {
  if (!isPart(body)) return "body";
  const needed =
    body.command === undefined ? own(NEEDED, body.type) : own({ command: NEEDED_OF_A_COMMAND }, "command");
  return (
    PARTS.find(({ names, shape }) => !fits(at(body, names), shape))?.path ??
    needed.find((path) => !isFilled(at(body, path.split(".")))) ??
    eventProblem(body.event) ??
    (body.type === "block_actions" ? actionsProblem(body.actions) : undefined) ??
    (body.type === "view_submission" ? stateProblem(body.view) : undefined)
  );
}

// Names such as "constructor" are on every object, and no kind of ours.
const own = (lists: Record<string, readonly string[]>, name: unknown): readonly string[] =>
  typeof name === "string" && Object.hasOwn(lists, name) ? (lists[name] ?? []) : [];

const isFilled = (value: unknown) => typeof value === "string" && value !== "";

function at(body: Part, names: readonly string[]): unknown {
  let here: unknown = body;
  for (const name of names) {
    // A part that should hold others and is something else does not fit, whatever stands in it.
    if (here === undefined || here === null) return undefined;
    if (!isPart(here)) return MISFIT;
    here = Object.hasOwn(here, name) ? here[name] : undefined;
  }
  return here;
}
const MISFIT = Symbol("misfit");

const fits = (value: unknown, { pattern, most }: Shape) =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.length <= most && (value === "" || !pattern || pattern.test(value)));

function eventProblem(event: unknown): string | undefined {
  if (!isPart(event)) return undefined;
  const { user, files } = event;
  // Some events, such as user_change, tell of a whole person.
  if (!(isPart(user) ? fits(user.id, ID) : fits(user, ID))) return "event.user";
  if (WITH_USER.includes(String(event.type)) && typeof user !== "string") return "event.user";
  if (WITH_CHANNEL.includes(String(event.type)) && typeof event.channel !== "string") return "event.channel";
  const isFiles = files === undefined || files === null || (Array.isArray(files) && files.every(isPart));
  return isFiles ? undefined : "event.files";
}

function actionsProblem(actions: unknown): string | undefined {
  if (!Array.isArray(actions) || actions.length === 0) return "actions";
  const isAction = (one: unknown) =>
    isPart(one) && typeof one.action_id === "string" && fits(one.action_id, NAME) && isField(one);
  return actions.every(isAction) ? undefined : "actions";
}

function stateProblem(view: unknown): string | undefined {
  if (!isPart(view)) return "view";
  if (!isPart(view.state) || !isPart(view.state.values)) return "view.state";
  const blocks = Object.values(view.state.values);
  return blocks.every((block) => isPart(block) && Object.values(block).every(isField))
    ? undefined
    : "view.state";
}

const isOption = (value: unknown) =>
  isPart(value) && typeof value.value === "string" && fits(value.value, HELD);
const isAbsent = (value: unknown) => value === undefined || value === null;
const areAll = (value: unknown, is: (one: unknown) => boolean) =>
  isAbsent(value) || (Array.isArray(value) && value.length <= 1_000 && value.every(is));
const isId = (value: unknown) => typeof value === "string" && fits(value, ID);

// What somebody pressed, chose or wrote, whatever kind of field it was.
const isField = (field: unknown): boolean =>
  isPart(field) &&
  fits(field.value, HELD) &&
  fits(field.block_id, NAME) &&
  (isAbsent(field.selected_option) || isOption(field.selected_option)) &&
  areAll(field.selected_options, isOption) &&
  areAll(field.selected_users, isId) &&
  areAll(field.selected_conversations, isId) &&
  areAll(field.selected_channels, isId) &&
  [field.selected_user, field.selected_conversation, field.selected_channel].every((id) => fits(id, ID)) &&
  fits(field.selected_date, DAY) &&
  fits(field.selected_time, TIME);
const DAY: Shape = { pattern: /^\d{4}-\d\d-\d\d$/, most: 10 };
const TIME: Shape = { pattern: /^\d\d:\d\d$/, most: 5 };
