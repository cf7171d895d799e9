import type { ViewOutput } from "@slack/bolt";
import { COUNTED, KINDS, type Kind, type Plan } from "../../challenge/challenge.ts";
import { instantIn } from "../../challenge/times.ts";
import type { Launching } from "./launch-modal.ts";
import { END_OF_DAY } from "./plan-inputs.ts";

type Answers = ViewOutput["state"]["values"];

const answerTo = (values: Answers, block: string) => values[block]?.[`challenge:${block}`];

/** The kind that was chosen on the first page. */
export function readKind({ state: { values } }: ViewOutput): Kind {
  const chosen = answerTo(values, "kind")?.selected_option?.value;
  return KINDS.find((kind) => kind === chosen) ?? "together";
}

/** The plan that the second page makes; what is missing is left for `checkPlan` to find. */
export function readPlan(view: ViewOutput): Plan {
  const {
    channel,
    kind = "together",
    zone = "UTC",
    lastDay,
  } = JSON.parse(view.private_metadata) as Launching;
  const { values } = view.state;
  const chosen = answerTo(values, "counted")?.selected_option?.value;
  const counted = COUNTED.find((one) => one === chosen) ?? (kind === "redo" ? "repairs" : "validation");
  const goal = answerTo(values, "goal")?.value?.trim() ?? "1";
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
