import type { ViewOutput } from "@slack/bolt";
import { COUNTED, KINDS, type Kind, type Plan } from "../../challenge/challenge.ts";
import { instantIn } from "../../challenge/times.ts";
import { own, readOwn } from "../own-values.ts";
import { END_OF_DAY } from "./plan-inputs.ts";

type Answers = ViewOutput["state"]["values"];

const LAUNCHING = own.object({
  channel: own.words,
  kind: own.maybe(own.oneOf(KINDS)),
  zone: own.maybe(own.words),
  lastDay: own.maybe(own.words),
});

const PLAN = own.object({
  kind: own.oneOf(KINDS),
  channels: own.list(100),
  flows: own.list(100),
  counted: own.oneOf(COUNTED),
  goal: own.positive,
  startsAt: own.instant,
  endsAt: own.instant,
  zone: own.words,
  board: own.yesOrNo,
  word: own.words,
});

/** What the first two pages keep. */
export const launchingIn = (view: ViewOutput) => readOwn(view.private_metadata, LAUNCHING);

/** The plan that the preview shows, as it was checked before. */
export const planIn = (view: ViewOutput): Plan => readOwn(view.private_metadata, PLAN);

const answerTo = (values: Answers, block: string) => values[block]?.[`challenge:${block}`];

/** The kind that was chosen on the first page. */
export function readKind({ state: { values } }: ViewOutput): Kind {
  const chosen = answerTo(values, "kind")?.selected_option?.value;
  return KINDS.find((kind) => kind === chosen) ?? "together";
}

/** The plan that the second page makes; what is missing is left for `checkPlan` to find. */
export function readPlan(view: ViewOutput): Plan {
  const { channel, kind = "together", zone = "UTC", lastDay } = launchingIn(view);
  const { values } = view.state;
  const chosen = answerTo(values, "counted")?.selected_option?.value;
  const counted = COUNTED.find((one) => one === chosen) ?? (kind === "redo" ? "repairs" : "validation");
  // Where it is not asked for, one is as good as any; where it is, it has to be said.
  const asked = answerTo(values, "goal");
  const goal = asked ? (asked.value?.trim() ?? "") : "1";
  return {
    kind,
    channels: [...new Set([channel, ...severalOf(values, "channels")])],
    flows: severalOf(values, "flows"),
    counted,
    goal: /^\d{1,9}$/.test(goal) ? Number(goal) : Number.NaN,
    startsAt: instantOf(values, "start", zone, { time: "00:00" }) ?? 0,
    endsAt: instantOf(values, "end", zone, { day: lastDay, time: END_OF_DAY }) ?? 0,
    zone,
    board: (answerTo(values, "board")?.selected_options?.length ?? 0) > 0,
    word: answerTo(values, "word")?.value?.trim() ?? "",
  };
}

function severalOf(values: Answers, block: string): string[] {
  const answer = answerTo(values, block);
  const one = answer?.selected_option?.value;
  return (
    answer?.selected_conversations ??
    answer?.selected_options?.map(({ value }) => value) ??
    (one === undefined ? [] : [one])
  );
}

// A field that nobody touched may come back empty.
function instantOf(
  values: Answers,
  name: "start" | "end",
  zone: string,
  otherwise: { day?: string | undefined; time: string },
): number | undefined {
  const day = answerTo(values, `${name}-day`)?.selected_date ?? otherwise.day;
  const time = answerTo(values, `${name}-time`)?.selected_option?.value ?? otherwise.time;
  return day ? instantIn(zone, day, time) : undefined;
}
