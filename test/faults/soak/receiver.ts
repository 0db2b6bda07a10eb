import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Receiver {
  readonly url: string;
  /** How often each message came. */
  readonly received: ReadonlyMap<string, number>;
  /** How many were refused: their signature or its time is not good. */
  refused(): number;
  close(): Promise<void>;
}

/** A partner that takes signed notices as Standard Webhooks has it, by the true clock: what is signed too early or late is refused. */
export async function openReceiver(secret: string): Promise<Receiver> {
  const received = new Map<string, number>();
  let refused = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      try {
        new Webhook(secret).verify(Buffer.concat(chunks), request.headers as Record<string, string>);
      } catch {
        refused += 1;
        response.writeHead(401).end();
        return;
      }
      const id = String(request.headers['webhook-id']);
      received.set(id, (received.get(id) ?? 0) + 1);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    refused: () => refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
