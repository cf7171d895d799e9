import { corpusIn } from "../src/terminal/labelled-files.ts";

const WARM = 5;
const PASSES = 5;
const before = process.memoryUsage().heapUsed + process.memoryUsage().external;
const began = performance.now();
const { read } = await import("../src/skills/read.ts");
const { NO_CONTEXT } = await import("../src/skills/reading.ts");
const loaded = performance.now() - began;
const kept = process.memoryUsage().heapUsed + process.memoryUsage().external - before;

const corpus = corpusIn(new URL("../src/skills/english/corpus/", import.meta.url)).slice(0, 2_000);
const readOne = (one: { reply: string; customer: string }) => read(one.reply, one.customer, NO_CONTEXT);
const ours = timesOf(readOne);
console.log(`loading: ${loaded.toFixed(0)} ms, ${(kept / 1e6).toFixed(0)} MB`);
console.log(`reading: ${describe(ours)}`);

for (const [name, bit] of Object.entries({
  letters: "a",
  commas: ", ",
  promises: "i will i am we have ",
  words: "the late box ",
})) {
  const message = bit.repeat(40_000 / bit.length);
  const start = performance.now();
  read(message, message, NO_CONTEXT);
  console.log(`40,000 characters of ${name}: ${(performance.now() - start).toFixed(1)} ms`);
}

const winkNLP = await import("wink-nlp").catch(() => undefined);
if (winkNLP === undefined)
  console.log("wink-nlp is not installed: npm install, and run this again to compare");
else {
  const { default: model } = await import("wink-eng-lite-web-model");
  const nlp = winkNLP.default(model, ["sbd", "pos"]);
  const theirs = timesOf(({ reply }) => nlp.readDoc(reply).tokens().out(nlp.its.pos));
  console.log(`wink-nlp, words and tags only: ${describe(theirs)}`);
  console.log(`reading takes ${(median(ours) / median(theirs)).toFixed(1)} times as long as that`);
}

/** For each message, the median time (ms) of some passes once the code is warm; sorted. */
function timesOf(work: (one: (typeof corpus)[number]) => unknown): number[] {
  for (let pass = 0; pass < WARM; pass++) corpus.forEach(work);
  const passes = Array.from({ length: PASSES }, () =>
    corpus.map((one) => {
      const start = performance.now();
      work(one);
      return performance.now() - start;
    }),
  );
  const sorted = (times: number[]) => times.sort((a, b) => a - b);
  return sorted(corpus.map((_, at) => median(sorted(passes.map((times) => times[at] as number)))));
}

function median(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)] ?? 0;
}

function describe(times: readonly number[]): string {
  const slow = times[Math.floor(times.length * 0.99)] ?? 0;
  return `half within ${median(times).toFixed(2)} ms, 99 of 100 within ${slow.toFixed(2)} ms`;
}
