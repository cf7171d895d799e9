import { type Delivery, type DeliveryOptions, deliverOverHttp } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";

/** The instances of the app that hear over HTTP. */
export type Instances = {
  /** Where the app is; of several addresses each delivery takes the next, as behind a load balancer. */
  deliverTo: (...urls: string[]) => void;
  /** Where it was said to be. */
  deliveringTo: () => string[];
};

/** The way to the app over HTTP, wherever its instances are. */
export function createInstances(signingSecret: string) {
  const tried = new WeakMap<Envelope, string>();
  let urls: string[] = [];
  let turn = 0;
  const faces: Instances = {
    deliverTo(...given) {
      urls = given;
    },
    deliveringTo: () => [...urls],
  };

  // What failed at one instance is brought to another if there is one, as a load balancer does.
  function post(envelope: Envelope, how: DeliveryOptions): Promise<Delivery> {
    const others = urls.filter((one) => one !== tried.get(envelope));
    const among = others.length > 0 ? others : urls;
    const url = among[turn++ % among.length];
    if (!url) throw new Error("Say where the app is with deliverTo(url) first.");
    tried.set(envelope, url);
    return deliverOverHttp(url, signingSecret, envelope, how);
  }

  return { ...faces, post };
}
