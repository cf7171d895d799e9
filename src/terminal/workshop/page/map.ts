import { byId } from "./element.ts";
import { whenLooked } from "./look.ts";

/** Shows the mood map with the mood lit in which the talk stands at this time. */
export function wireMap() {
  let shown: string | undefined;
  whenLooked(({ sound }) => {
    const map = sound?.map;
    if (map?.svg === shown) return;
    shown = map?.svg;
    byId("map-words").textContent = map?.alt ?? "";
    if (!map) return byId("map").replaceChildren();
    const drawn = new DOMParser().parseFromString(map.svg, "image/svg+xml").documentElement;
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", map.alt);
    drawn.removeAttribute("width");
    drawn.removeAttribute("height");
    byId("map").replaceChildren(document.importNode(drawn, true));
  });
}
