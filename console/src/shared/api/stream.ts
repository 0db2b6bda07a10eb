/** How often a page that is looked at asks anew, in ms, while nobody tells it what happens. */
export const EVERY_MS = 5_000;
/** While the stream tells: only for what no event speaks of, as a light that turns with the clock on the wall. */
const RARELY_MS = 15_000;

/** Whether the service tells by itself what happens. One stream for all pages; see `shell/useLive`. */
export const stream = { up: false };

export const askEvery = (): number => (stream.up ? RARELY_MS : EVERY_MS);
