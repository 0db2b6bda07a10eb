/** Leaves for the sign-in; the way back leads to where one was. */
export function toSignIn(why: 'first' | 'ended' | 'left'): void {
  if (location.pathname === '/sign-in') return;
  const to = why === 'left' ? '/' : `${location.pathname}${location.search}`;
  location.assign(`/sign-in?${new URLSearchParams({ why, to }).toString()}`);
}
