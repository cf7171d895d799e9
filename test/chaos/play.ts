import { act, questionsFor } from "./act.ts";
import type { Ground } from "./ground.ts";
import type { Journal } from "./journal.ts";
import { launch } from "./launch.ts";
import type { Plan } from "./plan.ts";
import { openPostOffice } from "./post-office.ts";

const MINUTE = 60_000;
/** Long enough for most repetitions, the debriefs that wait for an answer, and whatever still goes wrong with those; in minutes. */
const AFTERWARDS = [1, 1, 1, 1, 1, 1, 1, 5, 10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

/** Plays a run from beginning to end, and notes in the journal what people do. */
export async function play(plan: Plan, ground: Ground, journal: Journal): Promise<void> {
  const { slack } = ground;
  const post = openPostOffice(ground);
  const answered = new Set<string>();
  const pass = async (ms: number) => {
    await ground.pass(ms);
    await post.bringDue();
  };
  if (plan.together) await launch(ground, plan.together);

  for (const one of plan.happenings) {
    if (one.kind === "act") {
      const doing = act(slack, journal, one.person, one.act);
      if (doing) post.take(doing, one.copies, one.late);
      await post.bringDue();
    } else if (one.kind === "swapped") {
      const doings = one.acts.flatMap(({ person, act: what }) => act(slack, journal, person, what) ?? []);
      for (const doing of doings.reverse()) post.take(doing);
      await post.bringDue();
    } else if (one.kind === "time") await pass(one.ms);
    else if (one.kind === "again") await post.bringAgain(one.which);
    else await ground.befall(one);
  }

  // Slack goes on for a day with what nobody acknowledged.
  for (let wait: number | undefined = 0; wait !== undefined; wait = post.nextIn()) {
    await pass(wait);
    for (const minutes of AFTERWARDS) {
      await pass(minutes * MINUTE);
      for (const person of plan.people) await answerQuestions(person);
    }
  }
  // Where nobody could find out whether a message arrived, the app asks; the person looks, and says so.
  async function answerQuestions(person: string): Promise<void> {
    for (const question of questionsFor(slack, person)) {
      const { asking, id, seen, isThere } = question;
      if (answered.has(asking)) continue;
      answered.add(asking);
      if (!isThere) journal.again.add(id);
      const envelope = slack.unsent(person).clicks(seen, isThere ? "asked:there" : "asked:again");
      post.take({ envelope });
    }
    await post.bringDue();
  }
}
