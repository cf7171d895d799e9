import { type Envelope, eventEnvelope } from "./envelope.ts";
import type { Place, Token } from "./installations.ts";

/** The app was taken out of a place. Slack promises no order between this and the tokens' end. */
export function appUninstalled(place: Place): Envelope[] {
  return told(place, "app_uninstalled", { type: "app_uninstalled" });
}

/** Tokens of a place were revoked: Slack names the bot users they stood for, not the tokens. */
export function tokensRevoked(place: Place, tokens: Token[]): Envelope[] {
  const users = new Set(
    tokens.flatMap((one) => one.place.teams.map(({ workspace }) => workspace.app.botUser)),
  );
  if (users.size === 0) return [];
  return told(place, "tokens_revoked", {
    type: "tokens_revoked",
    tokens: { oauth: [], bot: [...users] },
  });
}

function told({ teams: [team], orgWide }: Place, name: string, event: Envelope["body"]): Envelope[] {
  if (!team?.workspace.events.includes(name)) return [];
  const { body, ...envelope } = eventEnvelope(team.workspace, "", event);
  if (!orgWide) return [{ body, ...envelope }];
  // What happens to the whole organisation names no workspace.
  const { team_id: _team, context_team_id: _context, ...ofAll } = body;
  return [{ body: ofAll, ...envelope }];
}
