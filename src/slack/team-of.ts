type Body = Record<string, unknown>;
const inner = (value: unknown): Body => (typeof value === "object" && value !== null ? (value as Body) : {});
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const isTrue = (value: unknown) => value === true || value === "true";

/**
 * Whose something from Slack is: the id of the workspace (T…) where the app is installed, or of the organisation (E…)
 * where it is installed for all its workspaces. A channel shared between companies brings people of other workspaces
 * along; what counts is the installation that Slack sends it to, never where the person is from. In an organisation
 * Slack names the workspace in one payload and leaves it out in the next, so its id would be no steady key.
 */
export function teamOf(body: Body): string {
  const [first] = Array.isArray(body.authorizations) ? body.authorizations : [];
  return (first ? installedFor(inner(first)) : undefined) ?? pressedIn(body) ?? "none";
}

// Of an event, the installation that it is for. Either id can be null.
function installedFor({ team_id, enterprise_id, is_enterprise_install }: Body): string | undefined {
  return isTrue(is_enterprise_install) ? text(enterprise_id) : (text(team_id) ?? text(enterprise_id));
}

function pressedIn(body: Body): string | undefined {
  const { view, team, enterprise, user } = body;
  // A dialogue remembers where the app is installed, whoever fills it in.
  const installed = text(inner(view).app_installed_team_id);
  const isOrganisation = isTrue(body.is_enterprise_install);
  if (installed && (!isOrganisation || installed.startsWith("E"))) return installed;
  const organisation =
    text(body.context_enterprise_id) ??
    text(body.enterprise_id) ??
    text(inner(enterprise).id) ??
    text(inner(team).enterprise_id);
  const workspace =
    text(body.context_team_id) ?? text(body.team_id) ?? text(inner(team).id) ?? text(inner(user).team_id);
  return isOrganisation ? (organisation ?? workspace) : (workspace ?? organisation);
}
