import { post } from '../shared/api/client';
import { leaveNothing } from './leaveNothing';
import { toSignIn } from './toSignIn';

/** Ends the session here and there. Throws an ApiError where it could not be ended there: then nobody may think it was. */
export async function signOut(person: string): Promise<void> {
  if (!(await leaveNothing(person))) return;
  await post('/auth/sign-out', {}, {});
  toSignIn('left');
}
