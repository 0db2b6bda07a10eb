import { leaveNothing } from './leaveNothing';
import { toSignIn } from './toSignIn';

/** Ends the session here and there. */
export async function signOut(person: string): Promise<void> {
  if (!(await leaveNothing(person))) return;
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'x-requested-by': 'console' } }).catch(() => undefined);
  toSignIn('left');
}
