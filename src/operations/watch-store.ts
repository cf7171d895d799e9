import type { Desk } from "../store/desk.ts";
import type { Store } from "../store/store.ts";
import type { Doing, Watch } from "./watch.ts";

/** What was written down to be sent, and because of what; so that the answer is known again when it goes. */
export type Promised = { because(id: string): Doing | undefined; arrived(id: string): void };

/** What looks on at the app, and what it knows of answers that were promised. */
export type Watching = { watch: Watch; promised: Promised };

/** A store that is watched. */
export type Watched = {
  store: Store;
  watching: Watching;
  /** When the clock last asked what is due, in ms since 1970; nothing before it first did. */
  pulse(): number | undefined;
};

type Answer = { because: Doing | undefined; since: number };

/** Nobody promises more at a time; what is sent by another instance is simply not measured. */
const MOST_PROMISED = 10_000;

/** Looks on at a store: how long transactions take, how late what is due comes, and how soon answers arrive. */
export function watchStore(inner: Store, watch: Watch, now: () => number): Watched {
  const answers = new Map<string, Answer>();
  let pulse: number | undefined;

  const promise = (id: string, answer: Answer) => {
    answers.set(id, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= MOST_PROMISED) break;
      answers.delete(oldest);
    }
  };

  // Noted at once: it may be on its way before whoever began the transaction hears that it is through.
  const noting = (desk: Desk, answer: Answer, ids: string[]): Desk => {
    const noted = async (sent: Promise<string>) => {
      const id = await sent;
      ids.push(id);
      promise(id, answer);
      return id;
    };
    return {
      ...desk,
      send: (...given) => noted(desk.send(...given)),
      sendUnder: (...given) => noted(desk.sendUnder(...given)),
    };
  };

  const within = async <Found>(
    of: Extract<Doing, { what: "transaction" }>["of"],
    since: number,
    work: (note: (desk: Desk) => Desk) => Promise<Found>,
  ): Promise<Found> => {
    const doing: Doing = { what: "transaction", of };
    const ids: string[] = [];
    return watch.over(doing, async () => {
      try {
        return await work((desk) => noting(desk, { because: doing, since }, ids));
      } catch (error) {
        for (const id of ids) answers.delete(id);
        throw error;
      }
    });
  };

  const store: Store = {
    ...inner,
    note: async (envelope) => {
      const known = await inner.note(envelope);
      if (known) watch.call("repeated");
      return known;
    },
    once: async (envelope, work) => {
      let isNew = false;
      await within("heard", watch.current()?.began ?? performance.now(), (note) =>
        inner.once(envelope, (desk) => {
          isNew = true;
          return work(note(desk));
        }),
      );
      if (!isNew) watch.call("repeated");
    },
    onDue: (due, work) =>
      within("due", performance.now() - Math.max(0, now() - due.at), (note) =>
        inner.onDue(due, (desk) => {
          watch.waited("due", Math.max(0, now() - due.at) / 1_000);
          return work(note(desk));
        }),
      ),
    together: (team, work) =>
      within("other", performance.now(), (note) => inner.together(team, (desk) => work(note(desk)))),
    dueNow: (by) => {
      pulse = now();
      return inner.dueNow(by);
    },
  };

  const arrived = (id: string) => {
    const answer = answers.get(id);
    if (!answer) return;
    answers.delete(id);
    watch.waited("answer", (performance.now() - answer.since) / 1_000);
  };
  return {
    store,
    watching: { watch, promised: { because: (id) => answers.get(id)?.because, arrived } },
    pulse: () => pulse,
  };
}
