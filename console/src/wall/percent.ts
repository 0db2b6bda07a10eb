/** A share as it is read aloud; null where too little is known for one. */
export const percent = (share: number | null): string => (share === null ? '—' : `${(100 * share).toFixed(0)}%`);
