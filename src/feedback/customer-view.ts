import type { Flow, Pronoun } from "../flow/flow.ts";
import type { Session, Turn } from "../session/session.ts";

/** One turn as the customer lived it: what they read, how they felt after it and why. Meters are 0–100. */
export type CustomerTurn = {
  turn: number;
  reply: string;
  /** How one speaks of this customer. */
  pronoun: Pronoun;
  emoji: string;
  /** What they felt, in their own voice; at an ending, what they said last. */
  feels: string;
  /** Whether they felt the same before it, word for word. */
  stayed: boolean;
  ending: "good" | "mixed" | "bad" | undefined;
  because: string | undefined;
  meters: Record<string, number>;
  /** How much better (or worse) it left the customer, −100 to 100. */
  change: number;
  says: string[];
};

/** How well the customer is, 0–100: the mean of the meters, each counted from its bad end. */
export function wellbeing(flow: Flow, meters: Record<string, number>): number {
  const values = Object.entries(flow.meters).map(([name, meter]) => {
    const value = meters[name] ?? meter.start;
    return meter.better === "high" ? value : 100 - value;
  });
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The same talk from the other seat, turn by turn. */
export const customerView = (session: Session): CustomerTurn[] =>
  session.turns.map((turn) => ({
    turn: turn.n,
    reply: turn.reply,
    pronoun: session.flow.persona.pronoun,
    ...feeling(session, turn),
    because: turn.because,
    meters: turn.meters,
    change: Math.round(wellbeing(session.flow, turn.meters) - wellbeing(session.flow, turn.metersBefore)),
    says: turn.says,
  }));

const FAREWELL = { good: "🙂", mixed: "😐", bad: "🚪" };

function feeling({ flow }: Session, turn: Turn): Pick<CustomerTurn, "emoji" | "feels" | "stayed" | "ending"> {
  const mood = flow.moods[turn.mood];
  const stayed = turn.mood === turn.moodBefore && turn.n > 1;
  if (mood) return { emoji: mood.emoji, feels: mood.feels, stayed, ending: undefined };
  const ending = flow.endings[turn.mood]?.outcome ?? "mixed";
  return { emoji: FAREWELL[ending], feels: turn.says.at(-1) ?? "", stayed: false, ending };
}

const BANDS = { good: [7, 10], mixed: [3, 6], bad: [0, 2], none: [0, 10] } as const;

/** What the customer would answer to "how satisfied are you?", 0–10; the ending sets the range. */
export function rating(session: Session): number {
  const { mood, talk } = session.play.standing;
  const [low, high] = BANDS[session.flow.endings[mood]?.outcome ?? "none"];
  return Math.round(low + ((high - low) * wellbeing(session.flow, talk.meters)) / 100);
}
