import { createRequire } from "node:module";
import type { Resvg } from "@resvg/resvg-js";

/** Sharp on a phone's screen, and small enough to send. */
const PIXELS_WIDE = 1_260;

const FONTS = ["400Regular/AtkinsonHyperlegible_400Regular.ttf", "700Bold/AtkinsonHyperlegible_700Bold.ttf"];
const { resolve } = createRequire(import.meta.url);
const fontFile = (file: string) => resolve(`@expo-google-fonts/atkinson-hyperlegible/${file}`);

/**
 * An SVG as a PNG, the same bytes for the same SVG: drawn here, with a font of our own and no other.
 * @throws when the SVG is not well-formed, or the renderer has no build for this machine.
 */
export const drawPicture = async (svg: string): Promise<Buffer> => (await canvas(svg)).render().asPng();

/**
 * An SVG on its canvas, ready to be measured or drawn.
 * @throws when the SVG is not well-formed, or the renderer has no build for this machine.
 */
export async function canvas(svg: string): Promise<Resvg> {
  // Only when it is needed: without a build for this machine everything but pictures still works.
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(svg, {
    fitTo: { mode: "width", value: PIXELS_WIDE },
    font: {
      fontFiles: FONTS.map(fontFile),
      loadSystemFonts: false,
      defaultFontFamily: "Atkinson Hyperlegible",
    },
  });
}
