import type { Client, Pool } from "pg";

/** How often the database is asked whether it still answers, in ms. */
export const PAUSE = 5_000;
/** So many questions in a row without an answer, and the way is taken for cut. */
const ENOUGH = 2;

/** The connections that pools have open, to be broken off all at once. */
export function breakingOff(...pools: readonly Pool[]): () => void {
  const clients = new Set<Client>();
  for (const pool of pools) {
    pool.on("connect", (client) => clients.add(client));
    pool.on("remove", (client) => clients.delete(client));
  }
  return () => clients.forEach(breakOff);
}

/** Closes a connection without a word to the other side; whoever waits there for an answer is told that it was cut. */
export const breakOff = ({ connection }: Client): void => void connection.stream.destroy();

/**
 * Watches over the way to a database. When it loses every packet and nobody says so, as after the loss of a machine,
 * TCP alone would wait for a quarter of an hour: no answer for twice the pause, and `cut` is called, at the latest after
 * three times the pause. How long the questions of others take is nobody's concern.
 * @param pause ms from question to question. They are counted, so that a process that itself stood still is not misled.
 * @returns what ends the watch.
 */
export function watchWay(answers: () => Promise<boolean>, cut: () => void, pause: number): () => void {
  let unanswered = 0;
  const ask = async () => {
    unanswered += 1;
    if (await answers()) unanswered = 0;
  };
  const look = () => {
    if (unanswered >= ENOUGH) {
      unanswered = 0;
      cut();
    }
    void ask();
  };
  // What has come in meanwhile is read first.
  const watch = setInterval(() => setImmediate(look), pause).unref();
  return () => clearInterval(watch);
}
