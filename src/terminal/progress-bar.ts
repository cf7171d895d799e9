/** A bar on the terminal that fills as steps are done; where nobody watches, it shows nothing. */
export function progressBar(steps: number): { step(): void; end(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { step() {}, end() {} };
  let done = 0;
  let shown = "";
  return {
    step() {
      done++;
      const full = Math.round((done / steps) * 30);
      const bar = `\r[${"=".repeat(full)}${" ".repeat(30 - full)}] ${Math.floor((done / steps) * 100)} %`;
      if (bar !== shown) stderr.write(bar);
      shown = bar;
    },
    end() {
      stderr.write("\r\x1b[K");
    },
  };
}
