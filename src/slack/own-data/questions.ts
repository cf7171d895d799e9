/** Whose turn it is to ask Slack, where many workspaces have questions and one pace holds for all of them. */
export type Questions = {
  /**
   * The instant (ms since 1970) at which a workspace may ask so many questions; now, when nobody else is asking. The
   * same workspace keeps the turn it was given, and asks next after those who came meanwhile.
   */
  turnOf(team: string, questions: number): number;
};

/** Whoever did not come when it was their turn has to ask for one again. */
const MISSED = 60_000;

/** Nobody asks yet; each question takes `pace` ms. */
export function takeTurns(now: () => number, pace: number): Questions {
  const given = new Map<string, number>();
  let free = 0;
  return {
    turnOf: (team, questions) => {
      const own = given.get(team);
      if (own !== undefined && own > now()) return own;
      given.delete(team);
      if (own !== undefined && now() - own < MISSED) return own;
      const at = Math.max(now(), free);
      free = at + questions * pace;
      if (at > now()) given.set(team, at);
      return at;
    },
  };
}
