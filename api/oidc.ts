import * as client from 'openid-client';

/** What has to be remembered between the way to the identity provider and the way back. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The authorization code flow with PKCE, for people who use the pages. */
export interface Oidc {
  begin(redirectUri: URL): Promise<{ readonly to: URL; readonly underWay: SignInUnderWay }>;
  /** Whom the provider vouches for. Throws where it vouches for nobody, or the answer isn't to our question. */
  finish(address: URL, underWay: SignInUnderWay): Promise<string>;
}

export type ConfigurationFor = (redirectUri: URL) => Promise<client.Configuration>;

export function createOidc(configurationFor: ConfigurationFor): Oidc {
  return {
    async begin(redirectUri) {
      const underWay = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const to = client.buildAuthorizationUrl(await configurationFor(redirectUri), {
        redirect_uri: redirectUri.href,
        scope: 'openid',
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
      });
      return { to, underWay };
    },
    async finish(address, { state, nonce, verifier }) {
      const tokens = await client.authorizationCodeGrant(await configurationFor(address), address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const subject = tokens.claims()?.sub;
      if (subject === undefined) throw new Error('the identity provider sent no subject');
      return subject;
    },
  };
}

export interface OidcClient {
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
}

/** The provider that the environment names. Asked at the first sign-in, so that one that is away doesn't stop the service. */
export function discoveredOidc({ issuer, clientId, clientSecret }: OidcClient): Oidc {
  let found: Promise<client.Configuration> | null = null;
  const secret = clientSecret ?? undefined;
  const url = new URL(issuer);
  const discover = (): Promise<client.Configuration> =>
    client.discovery(url, clientId, secret, secret === undefined ? client.None() : undefined, {
      execute: url.protocol === 'http:' ? [client.allowInsecureRequests] : [],
    });
  return createOidc(() => {
    found ??= discover().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  });
}
