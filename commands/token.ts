import { join } from 'node:path';
import { loadCatalogue } from '../config/catalogue';
import { loadChannels } from '../config/channels';
import { readEnv } from '../config/env';
import { loadRoster } from '../config/roster';
import { BUREAU, DISPATCH_CENTRE } from '../domain/people';
import { localIssuer } from '../local/issuer';

/** `npm run token -- NAME`: a token of the development issuer for somebody on the roster, or a partner of a channel. */
const env = readEnv();
if (env.nodeEnv === 'production') throw new Error('Development tokens are refused under NODE_ENV=production.');
const [name] = process.argv.slice(2);
const { towns } = loadCatalogue(env.catalogueDir);
const orgs = new Set([...towns.map(({ code }) => code), BUREAU, DISPATCH_CENTRE]);
const roster = loadRoster(join(env.catalogueDir, 'officers.csv'), orgs);
const partners = loadChannels(env.catalogueDir).flatMap((channel) => channel.partners);
if (name === undefined || !(roster.some(({ id }) => id === name) || partners.includes(name))) {
  console.error(
    `用法：npm run token -- NAME\nNAME 是名册中的人，例如 dispatcher、officer-510184109-1、office-510184109、reviewer-1、` +
      `bureau-officer-1、leader-1、supervisor-1、admin；或渠道的对接系统：${partners.join('、')}${name === undefined ? '' : `；名册中没有 ${name}`}`,
  );
  process.exit(1);
}
console.log(await (await localIssuer(env.localDir)).sign(name, env.jwtAudience));
