/** What `npm start` prints once the stand-in runs: where it is, what to try there, and what becomes of it. */
export const welcome = (url: string): string => `
  Tightrope is running in a local Slack with a made-up workspace. Open

      ${url}

  and try, as Priya:
    1. Under Apps choose Tightrope, and press Start practice beside a customer
    2. Under Direct messages choose Priya Raman: this is where you and Tightrope
       write to each other. Answer the customer as you would at work.
    3. Type hint, pause, softer or stop whenever you like. The debrief comes at the end.
    4. Priya is also a trainer: drop a flow there, such as a changed copy of one in
       flows/, to check, try and publish it. /practice flows lists what is published.
    5. And an admin: Tightrope's Home tab has roles, how long things are kept, and the
       audit log. /practice my data and forget me show and erase what is kept of you.

  To see what others see of a practice that you share, change "Act as" at the top. (This
  local Slack shows everybody's direct messages to everybody. Yours doesn't.)
  Nothing leaves this machine. Press Ctrl+C to stop.
  Practices here are kept in memory and go when you stop it, whatever TIGHTROPE_DB says.
  To use your own Slack workspace, see "Install it in your workspace" in README.md.
`;
