import { createHash, randomBytes } from 'node:crypto';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import * as client from 'openid-client';
import { createOidc, type Oidc } from '../api/oidc';
import { choosePerson, type DemoPerson } from './choosePerson';

const CLIENT = 'console';
const AUTHORIZE = '/local-issuer/authorize';
/** A code is taken up at once by the service that asked for it. */
const CODE_LIVES_MS = 60_000;
const ASKED = ['redirect_uri', 'state', 'nonce', 'code_challenge'] as const;

export interface CodeFlowIssuer {
  readonly issuer: string;
  sign(subject: string, audience: string, more?: { readonly nonce?: string }): Promise<string>;
}

export interface CodeFlow {
  readonly oidc: Oidc;
  /** The page where a person of the demonstration is chosen, beside the pages of the service. */
  readonly routes: (app: FastifyInstance) => void;
}

interface Granted {
  readonly subject: string;
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly until: number;
}

/**
 * The development issuer as an OpenID provider: the same code flow with PKCE that the service speaks with a real one, but
 * nobody is asked for a password, so it's never there in production.
 */
export function createCodeFlow(issuer: CodeFlowIssuer, people: readonly DemoPerson[]): CodeFlow {
  const codes = new Map<string, Granted>();

  /** The token endpoint, asked in this process: which address it would have from outside, only the outside knows. */
  async function token(_url: string, { body }: { readonly body?: unknown }): Promise<Response> {
    const form = new URLSearchParams(String(body));
    const code = form.get('code') ?? '';
    const granted = codes.get(code);
    codes.delete(code);
    const verifier = form.get('code_verifier') ?? '';
    const right =
      granted !== undefined &&
      granted.until > Date.now() &&
      granted.redirectUri === form.get('redirect_uri') &&
      granted.challenge === createHash('sha256').update(verifier).digest('base64url');
    if (!right) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const { subject, nonce } = granted;
    return Response.json({
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      id_token: await issuer.sign(subject, CLIENT, { nonce }),
    });
  }

  const oidc = createOidc(async (redirectUri) => {
    const configuration = new client.Configuration(
      {
        issuer: issuer.issuer,
        authorization_endpoint: new URL(AUTHORIZE, redirectUri).href,
        token_endpoint: new URL('/local-issuer/token', redirectUri).href,
      },
      CLIENT,
      { id_token_signed_response_alg: 'ES256' },
      client.None(),
    );
    client.allowInsecureRequests(configuration);
    configuration[client.customFetch] = token;
    return configuration;
  });

  function routes(app: FastifyInstance): void {
    void app.register(async (here) => {
      await here.register(formbody);
      here.get<{ Querystring: Record<string, string> }>(AUTHORIZE, { schema: { hide: true } }, async (request, reply) =>
        reply
          .headers({ 'content-security-policy': choosePerson.policy, 'cache-control': 'no-store' })
          .type('text/html; charset=utf-8')
          .send(choosePerson.page(people, pick(request.query))),
      );
      here.post<{ Body: Record<string, string> }>(AUTHORIZE, { schema: { hide: true } }, async (request, reply) => {
        const asked = pick(request.body);
        const back = new URL(asked.redirect_uri);
        // The one client that there is stands on the same host; a code is sent nowhere else.
        if (back.host !== new URL(`http://${request.host}`).host) return reply.status(400).send('redirect_uri');
        const code = randomBytes(16).toString('hex');
        codes.set(code, {
          subject: (request.body['person'] ?? '').trim(),
          nonce: asked.nonce,
          challenge: asked.code_challenge,
          redirectUri: asked.redirect_uri,
          until: Date.now() + CODE_LIVES_MS,
        });
        back.searchParams.set('code', code);
        back.searchParams.set('state', asked.state);
        return reply.redirect(back.href, 303);
      });
    });
  }

  return { oidc, routes };
}

function pick(given: Readonly<Record<string, string>>): Record<(typeof ASKED)[number], string> {
  const entries = ASKED.map((name) => [name, given[name] ?? '']);
  return Object.fromEntries(entries) as Record<(typeof ASKED)[number], string>;
}
