import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
/** A browser under test asks nobody but the page's own server. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that is installed. Without one the tests fail: a page that nobody looked at isn't tested. */
export async function launchBrowser(): Promise<Browser> {
  // eslint-disable-next-line no-restricted-properties -- where a browser is says nothing about the service
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const executablePath = CHROMIUM_PATH ?? candidates.find((file) => existsSync(file));
  if (executablePath === undefined) {
    throw new Error('No Chromium found. Install Debian’s package `chromium`, or name a browser in CHROMIUM_PATH.');
  }
  return chromium.launch({ executablePath, args: QUIET });
}
