import { expect } from "vitest";
import { canvas } from "../src/store/draw-picture.ts";

/** Everything that an SVG draws, but for its background, lies within its frame. */
export async function expectInsideFrame(svg: string): Promise<void> {
  const shown = await canvas(svg.replace(/<rect[^>]*>/, ""));
  const box = shown.getBBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(shown.width);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(shown.height);
}
