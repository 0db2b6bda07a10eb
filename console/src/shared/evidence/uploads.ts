import { useSyncExternalStore } from 'react';

/** How far a file is that has been registered and that the service doesn't have yet. */
export type Upload =
  | { readonly kind: 'waiting'; readonly why: string }
  | { readonly kind: 'moving'; readonly share: number }
  | { readonly kind: 'refused'; readonly why: string };

interface Named {
  readonly caseId: string;
  readonly sha256: string;
}

const nameOf = ({ caseId, sha256 }: Named): string => `${caseId}/${sha256}`;

let known: ReadonlyMap<string, Upload> = new Map();
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One list for all pages, of what `useSendFiles` has in hand. */
export const uploads = {
  of: (file: Named): Upload | null => known.get(nameOf(file)) ?? null,
  /** null: it is over. */
  set(file: Named, upload: Upload | null): void {
    const next = new Map(known);
    if (upload === null) next.delete(nameOf(file));
    else next.set(nameOf(file), upload);
    known = next;
    for (const listener of listeners) listener();
  },
};

export const useUploads = (): ReadonlyMap<string, Upload> => useSyncExternalStore(listen, () => known);

export const useUpload = (file: Named): Upload | null => useUploads().get(nameOf(file)) ?? null;
