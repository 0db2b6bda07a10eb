import { readFileSync } from 'node:fs';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { NOTICE_TOPICS } from '../domain/noticeTopics';

const closed = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });
const Topic = Type.Unsafe<(typeof NOTICE_TOPICS)[number]>({ type: 'string', enum: [...NOTICE_TOPICS] });
const Url = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2_000 });
const Variable = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,60}$' });
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

const common = {
  name: Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' }),
  /** Only these topics; without it all. */
  topics: Type.Optional(Type.Array(Topic, { minItems: 1 })),
  /** Only notices for these organisations; without it all. */
  orgs: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { minItems: 1 })),
  /** In Shanghai; nothing goes out between them but the topics in `except`. */
  quiet: Type.Optional(closed({ from: Time, to: Time, except: Type.Optional(Type.Array(Topic)) })),
  /** What comes within so many minutes for one addressee goes out as one message. */
  digestMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_440 })),
  attempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  timeoutMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 60_000 })),
};

/** A signed webhook: Standard Webhooks around a CloudEvent. The secret stands in the named environment variable. */
const WebhookSink = closed({ ...common, kind: Type.Literal('webhook'), url: Url, secretFrom: Variable });

/**
 * A gateway of short messages or government WeCom: an HTTP request by template. `{{text}}`, `{{to}}`, `{{caseId}}`, `{{topic}}`
 * are put in as JSON strings' insides, `{{env.NAME}}` from the environment.
 */
const TemplateSink = closed({
  ...common,
  kind: Type.Literal('template'),
  url: Url,
  headers: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 1_000 }))),
  body: Type.String({ maxLength: 4_000 }),
  /** The answer's field that says whether it was taken: such gateways answer 200 to what they refuse. */
  accepted: closed({
    field: Type.String({ maxLength: 60 }),
    equals: Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
  }),
  /** Numbers or accounts, by organisation, `organisation/role` or person; who isn't named here gets nothing by it. */
  to: Type.Record(Type.String({ maxLength: 100 }), Type.String({ minLength: 1, maxLength: 1_000 })),
});

const Address = Type.String({ pattern: '^[^\\s@<>,;"]+@[^\\s@<>,;"]+$', maxLength: 254 });

/** E-mail by a mail server. */
const EmailSink = closed({
  ...common,
  kind: Type.Literal('email'),
  host: Type.String({ pattern: '^[^\\s/:]+$', maxLength: 253 }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  /** `implicit` from the first byte (465), `starttls` and nothing where the server hasn't it (587), `none` only inside the house. */
  tls: Type.Union([Type.Literal('implicit'), Type.Literal('starttls'), Type.Literal('none')]),
  /** As whom; without it the server takes it from anybody. The password stands in the named environment variable. */
  login: Type.Optional(closed({ user: Type.String({ minLength: 1, maxLength: 254 }), passwordFrom: Variable })),
  from: Address,
  /** Addresses, by organisation, `organisation/role` or person; who isn't named here gets nothing by it. */
  to: Type.Record(Type.String({ maxLength: 100 }), Address),
});

const Sinks = Type.Array(Type.Union([WebhookSink, TemplateSink, EmailSink]), { maxItems: 20 });

/** How long a try may last where the file doesn't say. */
const TIMEOUT_MS = 10_000;
type Timed<T> = T & { readonly timeoutMs: number };

export type WebhookSink = Timed<Static<typeof WebhookSink>> & { readonly secret: string };
export type TemplateSink = Timed<Static<typeof TemplateSink>>;
export type EmailSink = Timed<Static<typeof EmailSink>> & { readonly password: string | null };
export type Sink = WebhookSink | TemplateSink | EmailSink;

/** The sinks of a file, with secrets and template values from the environment. No file, no sinks. Throws on every fault. */
export function loadSinks(path: string | null, env: Readonly<Record<string, string | undefined>>): readonly Sink[] {
  if (path === null) return [];
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Value.Check(Sinks, read)) {
    const faults = [...Value.Errors(Sinks, read)].map(({ instancePath, message }) => `  ${instancePath}: ${message}`);
    throw new Error(`${path} names sinks that can't be read:\n${faults.slice(0, 10).join('\n')}`);
  }
  const names = read.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${path}: two sinks are called ${twice}`);
  const value = (name: string): string => {
    const found = env[name];
    if (found === undefined || found === '') throw new Error(`${path}: the environment has no ${name}`);
    return found;
  };
  return read.map((named): Sink => {
    const sink = { timeoutMs: TIMEOUT_MS, ...named };
    if (sink.kind === 'webhook') return { ...sink, secret: value(sink.secretFrom) };
    if (sink.kind === 'email') {
      const { login, tls } = sink;
      if (login !== undefined && tls === 'none')
        throw new Error(`${path}: ${sink.name} would send its password in clear`);
      return { ...sink, password: login === undefined ? null : value(login.passwordFrom) };
    }
    const filled = (text: string) => text.replace(/\{\{env\.([A-Z0-9_]+)\}\}/g, (_, name: string) => value(name));
    const strange = /\{\{(?!text\}\}|to\}\}|caseId\}\}|topic\}\}|env\.[A-Z0-9_]+\}\})[^}]*\}\}/.exec(sink.body)?.[0];
    if (strange !== undefined) throw new Error(`${path}: ${sink.name} asks for ${strange}, which no notice has`);
    const headers = Object.fromEntries(Object.entries(sink.headers ?? {}).map(([name, text]) => [name, filled(text)]));
    return { ...sink, url: filled(sink.url), headers, body: filled(sink.body) };
  });
}
