import { createTransport } from 'nodemailer';
import type { EmailSink } from '../config/sinks';

/** The mail server's answer that it has taken a message (RFC 5321, 4.2). */
const TAKEN = /^250[ -]/;

/**
 * Sends a message by e-mail. Resolves only where the server said 250 to the whole of it. The Message-ID is the same at every
 * try, so that a mailbox that has it already can tell. What a server says besides its number may name people: it isn't told.
 */
export async function sendEmail(
  { host, port, tls, login, password, from, timeoutMs }: EmailSink,
  to: string,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<void> {
  const transport = createTransport({
    ...{ host, port },
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(login === undefined || password === null ? {} : { auth: { user: login.user, pass: password } }),
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs },
    // Nothing is read from files or addresses, whatever a text may hold.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  // Its own limits are of a silence; a server that says something now and then would be waited for without end.
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server took too long')), timeoutMs);
  });
  const sending = transport.sendMail({
    ...{ from, to, text, subject: text.slice(0, 100) },
    messageId: `<${id}@${from.split('@')[1] ?? ''}>`,
  });
  sending.catch(() => undefined);
  try {
    const { response, accepted } = await Promise.race([sending, patience]);
    if (!TAKEN.test(response) || accepted.length !== 1)
      throw new Error(`the mail server answered ${response.slice(0, 3)}`);
  } catch (error) {
    throw new Error(reasonOf(error));
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
  if (responseCode !== undefined) return `the mail server answered ${responseCode}`;
  return code === undefined ? error.message : `the mail server isn't to be had: ${code}`;
}
