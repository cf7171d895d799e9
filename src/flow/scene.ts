import { read } from "../skills/read.ts";
import type { Reading } from "../skills/reading.ts";
import { type Play, play } from "./compile.ts";
import type { Flow, TestStep } from "./flow.ts";
import { readerContext } from "./reader-context.ts";
import { readingOf } from "./signs.ts";

/** A talk that is played without a session: everything said so far, what of it is unanswered, and how the last message was read. */
export type Scene = {
  play: Play;
  said: readonly string[];
  unanswered: readonly string[];
  earlier: readonly string[];
  reading: Reading | undefined;
};

/** What the trainee does next: says words that are read, or shows signs as they stand, or waits. */
export type Move = Pick<TestStep, "show" | "asks" | "say" | "idle">;

/** A talk in which only the persona has spoken. */
export function openScene(flow: Flow, seed: number): Scene {
  const opened = play(flow, seed, "Sam");
  const { says } = opened.standing.talk.last;
  return { play: opened, said: says, unanswered: says, earlier: [], reading: undefined };
}

/** The scene after the trainee's next move. Words are read with what a practice would tell the reader. */
export function moveOn(flow: Flow, scene: Scene, move: Move, readWords = read): Scene {
  if (move.idle) {
    const next = scene.play.after({ type: "idle" });
    const { says } = next.standing.talk.last;
    return {
      ...scene,
      play: next,
      said: [...scene.said, ...says],
      unanswered: [...scene.unanswered, ...says],
    };
  }
  const told = scene.said.slice(0, scene.said.length - scene.unanswered.length);
  const reading =
    move.say === undefined
      ? readingOf(move.show, move.asks)
      : readWords(
          move.say,
          scene.unanswered.join("\n") || (scene.said.at(-1) ?? ""),
          readerContext(flow, told, scene.earlier),
        );
  const next = scene.play.after({ type: "reply", reading });
  const { says } = next.standing.talk.last;
  return {
    play: next,
    said: [...scene.said, ...says],
    unanswered: says,
    earlier: [...scene.earlier, move.say ?? ""],
    reading,
  };
}
