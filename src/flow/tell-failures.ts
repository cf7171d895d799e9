import type { Flow } from "./flow.ts";
import type { Failure, Turn } from "./play-tests.ts";

/**
 * The failures of one sample conversation as a person reads them in a terminal: where it stands, the talk as it
 * went, and below each message what was expected and what came instead. Nothing where none failed.
 */
export function tellFailures(flow: Flow, failures: readonly Failure[]): string {
  const last = failures.at(-1);
  if (!last) return "";
  const { name } = flow.persona;
  const saidBy = (who: string) => (line: string) => `    ${who}: ${line}`;
  const missedAt = (line: number) => failures.filter((failure) => failure.line === line);
  const tell = (turn: Turn) => {
    const missed = missedAt(turn.line);
    const isMissed = missed.length > 0;
    const isTold = missed.some(({ actual }) => actual.startsWith("shows: "));
    return [
      saidBy("trainee")(turn.said),
      ...(isMissed && !isTold && turn.shows.length > 0 ? [`      shows ${turn.shows.join(", ")}`] : []),
      ...turn.says.map(saidBy(name)),
      ...(isMissed ? [`      answered by line ${turn.by}`, ...difference(missed)] : []),
    ];
  };
  const isOver = last.turns.at(-1)?.line !== last.line;
  return [
    `${flow.id}: ${last.test}  (${last.file}:${failures[0]?.line})`,
    ...last.opens.map(saidBy(name)),
    ...last.turns.flatMap(tell),
    // The talk ended before this step. Where that was told already, once is enough.
    ...(isOver && !failures.some((one) => one !== last && one.actual === last.actual)
      ? [`    the next message, in line ${last.line}:`, ...difference([last])]
      : []),
  ].join("\n");
}

function difference(missed: readonly Failure[]): string[] {
  const once = (told: string[]) => [...new Set(told)].join("; ");
  return [
    `      expected  ${once(missed.map(({ expected }) => expected))}`,
    `      got       ${once(missed.map(({ actual }) => actual))}`,
  ];
}
