/** The version that was asked for of what has this id, or else its newest; undefined = there is none. */
export function newestOf<T extends { readonly id: string; readonly version: number }>(
  all: readonly T[],
  id: string,
  version: number | undefined,
): T | undefined {
  return all
    .filter((one) => one.id === id && (version === undefined || one.version === version))
    .sort((one, other) => other.version - one.version)[0];
}
