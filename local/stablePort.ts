import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/** The port used last time if it is free, so that an open psql or browser tab finds it again; else a free one. */
export async function stablePort(file: string): Promise<number> {
  const remembered = Number(await readFile(file, 'utf8').catch(() => ''));
  const usable = Number.isInteger(remembered) && remembered > 0 && remembered <= 65_535;
  const port = (usable ? await tryListen(remembered) : null) ?? (await tryListen(0));
  if (port === null) throw new Error('127.0.0.1 上没有空闲端口可用。');
  if (port !== remembered) await writeFile(file, `${port}\n`);
  return port;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
