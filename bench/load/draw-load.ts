import { BARE, DURABLE, type Findings } from "./tell-load.ts";

const WIDTH = 720;
const LEFT = 240;
const ROW = 26;
const COMPARED_WITH = [BARE, ...Object.values(DURABLE)];

/** A picture of how much CPU each app takes for a message, as SVG that is read on light and dark pages. */
export function drawLoad({ load }: Pick<Findings, "load">): string {
  const offers = [...(load.get(BARE)?.keys() ?? [])];
  const most = Math.max(...[...load.values()].flatMap((all) => [...all.values()].map(({ cpu }) => cpu)));
  let y = 34;
  const parts: string[] = [];
  for (const offer of offers) {
    parts.push(text(16, y, `${offer}: CPU for each message, in ms`, "bold"));
    y += 12;
    for (const [name, all] of load) {
      const cpu = all.get(offer)?.cpu ?? 0;
      const bare = load.get(BARE)?.get(offer)?.cpu ?? cpu;
      const length = (cpu / most) * (WIDTH - LEFT - 150);
      const fill = COMPARED_WITH.includes(name) ? "#8a94a6" : "#3b6fd4";
      parts.push(
        text(LEFT - 10, y + 17, name, "normal", "end"),
        `<rect x="${LEFT}" y="${y + 4}" width="${length.toFixed(1)}" height="${ROW - 8}" rx="3" fill="${fill}"/>`,
        text(LEFT + length + 8, y + 17, `${cpu.toFixed(2)} (${(cpu / bare).toFixed(2)} times)`),
      );
      y += ROW;
    }
    y += 34;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" aria-label="CPU for each message beside bare Bolt" font-family="system-ui, sans-serif" font-size="13"><rect width="${WIDTH}" height="${y}" fill="#ffffff"/>${parts.join("")}</svg>\n`;
}

const text = (x: number, y: number, words: string, weight = "normal", anchor = "start") =>
  `<text x="${x.toFixed(1)}" y="${y}" fill="#1d1c1d" font-weight="${weight}" text-anchor="${anchor}">${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text>`;
