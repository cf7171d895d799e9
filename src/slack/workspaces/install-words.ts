import type { Installation } from "@slack/oauth";
import { asHtml, page } from "./page.ts";
import { OPTIONAL_SCOPES, SCOPE_REASONS, type Scope } from "./scopes.ts";

const asked = (scopes: readonly Scope[]) =>
  scopes.map((scope) => `<li>${asHtml(SCOPE_REASONS[scope])} <code>${asHtml(scope)}</code></li>`).join("\n");

const isOptional = (scope: Scope) => OPTIONAL_SCOPES.includes(scope);
const ALL = Object.keys(SCOPE_REASONS) as Scope[];

/** What is installed, and what it asks for; `address` leads to Slack, where one agrees or not. */
export const installPage = (address: string): string =>
  page(
    "Add Tightrope to Slack",
    `<p>Tightrope is a practice partner for support teams. It plays difficult customers in a direct message; you answer
as you would at work, and at the end you see in your own words what helped and what to try.</p>
<p>A practice is private: nobody sees it but who did it, unless they share it. It cannot read your channels.</p>
<p><a class="do" href="${asHtml(address)}">Add to Slack</a></p>
<p>Slack asks you next which workspace it is for and whether you agree. Where an administrator has to approve apps, Slack
asks them first. This page works for ten minutes; after that, open it anew.</p>
<h2>What it asks for</h2>
<p>It wants to be able to</p>
<ul>
${asked(ALL.filter((scope) => !isOptional(scope)))}
</ul>
<h2>What it can do without</h2>
<ul>
${asked(ALL.filter(isOptional))}
</ul>`,
  );

/** It was installed; where, and what to do now. */
export function installedPage({ isEnterpriseInstall, enterprise, enterpriseUrl, team, appId }: Installation) {
  const where = asHtml((isEnterpriseInstall ? enterprise?.name : team?.name) || "your workspace");
  const app = appId ? encodeURIComponent(appId) : "";
  const id = encodeURIComponent(team?.id ?? "");
  const workspaces = isEnterpriseInstall && enterpriseUrl?.startsWith("https://") ? enterpriseUrl : undefined;
  const next = isEnterpriseInstall
    ? workspaces && app
      ? `<p><a class="do" href="${asHtml(`${workspaces}manage/organization/apps/profile/${app}/workspaces/add`)}">Choose its workspaces</a></p>`
      : "<p>Choose the workspaces that may use it on your organisation's page of apps in Slack.</p>"
    : `<p><a class="do" href="slack://app?team=${id}&amp;id=${app}">Open it in Slack</a></p>
<p>Or open <a href="https://app.slack.com/client/${id}">Slack in the browser</a>.</p>`;
  return page(
    "Tightrope is installed",
    `<p>Thank you. Tightrope is now in ${where}.</p>
${next}
<h2>What to do first</h2>
<ul>
<li>Find Tightrope under Apps, and press “Start practice” beside a customer on its Home tab.</li>
<li>Whoever owns the workspace sees “Roles and retention…” on that tab: who launches challenges, who publishes customers,
and how long things are kept.</li>
<li>Everybody can write “my data” to it to be given what it keeps about them, and “forget me” to have it erased.</li>
</ul>`,
  );
}

/** Why it was not installed. */
export type Refusal = "declined" | "another browser" | "our side";

const WHY: Record<Refusal, string> = {
  declined:
    "Slack did not let it in: somebody declined, or is not allowed to add apps. Ask whoever owns your workspace.",
  "another browser":
    "The page was open for longer than ten minutes, or was begun in another browser or window, so it could not be known that it was you.",
  "our side":
    "Something did not work on the way from Slack to here. If it happens again, tell whoever runs Tightrope; its log says why.",
};

/** It was not installed; nothing that came with the request is repeated here. */
export const refusedPage = (why: Refusal, begin: string): string =>
  page(
    "Tightrope was not installed",
    `<p>${WHY[why]}</p>
<p>Nothing has changed.</p>
<p><a class="do" href="${begin}">Begin again</a></p>`,
  );
