const CLOSED = ['archive', 'archived'];

/** Closed cases have no light and wait for nobody. */
export const isOpen = (stage: string): boolean => !CLOSED.includes(stage);
