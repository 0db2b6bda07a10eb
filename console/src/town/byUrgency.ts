const URGENCY = ['red', 'yellow', 'green', 'grey'];

interface Lit {
  readonly light: string;
}

/** What is red stands above what isn't, and what is paused last; among equals the order stays as it was. */
export const byUrgency = (one: Lit, other: Lit): number => URGENCY.indexOf(one.light) - URGENCY.indexOf(other.light);
