import { forgetDrafts } from '../shared/drafts';
import { toSignIn } from './toSignIn';

/** Ends the session here and there. Drafts name people: they don't stay for whoever comes next to this machine. */
export async function signOut(): Promise<void> {
  forgetDrafts();
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'x-requested-by': 'console' } }).catch(() => undefined);
  toSignIn('left');
}
