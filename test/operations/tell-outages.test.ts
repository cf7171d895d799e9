import { afterEach, expect, it, vi } from "vitest";
import { tellOutages } from "../../src/operations/tell-outages.ts";
import { StoreGone } from "../../src/store/in-place.ts";
import { until } from "../slack-double/until.ts";

const lines: [level: string, fields: unknown, words?: string][] = [];
const log = {
  error: (...line: unknown[]) => void lines.push(["error", ...line] as never),
  warn: (...line: unknown[]) => void lines.push(["warn", ...line] as never),
};
const there = () => Promise.resolve(true as const);
let end = () => {};
/** Asks every ms, and gives how often. */
const watched = (first: () => Promise<true>) => {
  const answers = vi.fn(first);
  end = tellOutages({ answers: () => answers() }, log, { pause: 1, patience: 20 });
  return { answers, asked: (times: number) => until(() => answers.mock.calls.length > times, 5_000) };
};
afterEach(() => {
  end();
  lines.length = 0;
});

it("an outage is told once when it begins, and once when it is over", async () => {
  const { answers, asked } = watched(there);
  await asked(3);
  expect(lines).toEqual([]);
  answers.mockImplementation(() => Promise.reject(new Error("connect ECONNREFUSED 127.0.0.1:5432")));
  await asked(answers.mock.calls.length + 5);
  expect(lines).toEqual([
    ["error", { reason: "connect ECONNREFUSED 127.0.0.1:5432" }, expect.stringContaining("does not answer")],
  ]);
  answers.mockImplementation(there);
  await asked(answers.mock.calls.length + 5);
  expect(lines.slice(1)).toEqual([["warn", { seconds: 0 }, "the store is back, after 0 seconds"]]);
});

it("so is one in which nothing is answered at all", async () => {
  const { asked } = watched(() => new Promise<never>(() => {}));
  await asked(2);
  expect(lines).toEqual([["error", { reason: "it does not answer in time" }, expect.any(String)]]);
});

it("an error without words is told by its code", async () => {
  const { asked } = watched(() =>
    Promise.reject(Object.assign(new AggregateError([]), { code: "ECONNREFUSED" })),
  );
  await asked(2);
  expect(lines).toEqual([["error", { reason: "ECONNREFUSED" }, expect.any(String)]]);
});

it("a file that is gone is told with what to do about it", async () => {
  const gone = new StoreGone("store.db", "store.db", "is gone");
  const { asked } = watched(() => Promise.reject(gone));
  await asked(4);
  expect(lines).toEqual([["error", expect.stringMatching(/^store\.db is gone while .* move it back/)]]);
});

it("nothing is told of a store that was closed in between", async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const { asked } = watched(() => promise);
  await asked(0);
  end();
  reject(new Error("closed"));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines).toEqual([]);
});
