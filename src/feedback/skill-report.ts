import type { SkillName } from "../flow/flow.ts";
import type { Session, Turn } from "../session/session.ts";
import type { Graded, Skill } from "../skills/reading.ts";

/** The trainee's own words, and in which of their messages (1-based) they stand. */
export type Quote = { turn: number; quote: string };

/** How one skill showed. Without an occasion and without being shown it is not rated. */
export type SkillReport = {
  skill: SkillName;
  rated: "clear" | "partly" | "not spotted" | "not rated";
  /** Turns in which the customer's mood called for it; turns that showed it at all, and specifically. */
  occasions: number;
  shown: number;
  specific: number;
  /** Turns in which it would have to show specifically to be called clear. */
  enough: number;
  best: Quote | undefined;
  /** The first message whose moment called for it and in which none was spotted. */
  missed: Quote | undefined;
};

const READ_AS: Record<SkillName, Skill> = {
  validation: "validation",
  question: "question",
  "de-escalation": "deescalation",
};

/** What one turn showed of a skill. */
export const gradeOf = (turn: Turn, skill: SkillName): Graded => turn.reading[READ_AS[skill]];

/** How each of the three skills showed in a session. */
export function skillReports(session: Session): SkillReport[] {
  return (Object.keys(READ_AS) as SkillName[]).map((skill) => {
    const { turns, flow } = session;
    const called = turns.filter((turn) => flow.moods[turn.moodBefore]?.callsFor.includes(skill));
    const shown = turns.filter((turn) => gradeOf(turn, skill).level > 0);
    const specific = shown.filter((turn) => gradeOf(turn, skill).level === 2);
    const best = strongest(specific.length > 0 ? specific : shown, skill);
    const without = called.filter((turn) => gradeOf(turn, skill).level === 0);
    // A word or two is no line to learn from where there is a longer one.
    const missed = without.find((turn) => turn.reply.trim().split(/\s+/).length > 2) ?? without[0];
    const enough = Math.min(flow.aims[skill], Math.max(1, called.length));
    return {
      skill,
      rated:
        called.length + shown.length === 0
          ? "not rated"
          : specific.length >= enough
            ? "clear"
            : shown.length > 0
              ? "partly"
              : "not spotted",
      occasions: called.length,
      shown: shown.length,
      specific: specific.length,
      enough,
      best: best && { turn: best.n, quote: gradeOf(best, skill).evidence[0]?.quote ?? best.reply },
      missed: missed && { turn: missed.n, quote: missed.reply },
    };
  });
}

const strongest = (turns: Turn[], skill: SkillName): Turn | undefined =>
  turns.reduce<Turn | undefined>(
    (best, turn) =>
      best && gradeOf(best, skill).confidence >= gradeOf(turn, skill).confidence ? best : turn,
    undefined,
  );
