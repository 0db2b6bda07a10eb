import { Link } from 'react-router';

const CLUE_ID = / ?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} ?/g;

/** The way to what a reason points to: a case by its number, a clue that is none yet by what it is, for its id says nothing. */
export function MatterLink({ to }: { readonly to: string }) {
  return to.startsWith('CZ') ? (
    <Link to={`/cases/${to}`}>打开案件 {to}</Link>
  ) : (
    <Link to={`/dispatch/${to}`}>打开那条线索</Link>
  );
}

/** A reason in words that a person can read. */
export const withoutIds = (text: string): string => text.replace(CLUE_ID, '另一条线索');
