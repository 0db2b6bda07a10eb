/** A broken invariant, in words. Lighter than an expectation: the model asks millions of times. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

export function must(holds: boolean, invariant: string, seen: () => unknown = () => undefined): void {
  if (holds) return;
  const what = seen();
  throw new Broken(what === undefined ? invariant : `${invariant} — ${JSON.stringify(what)}`);
}
