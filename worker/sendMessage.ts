import { Webhook } from 'standardwebhooks';
import type { Sink, TemplateSink, WebhookSink } from '../config/sinks';
import type { Delivery } from '../db/deliveries';
import type { Instant } from '../domain/catalogue';
import { NOTICE_LABELS } from '../domain/labels';
import { sendEmail } from './sendEmail';

/** One message: a notice, or a digest's. */
export interface Message {
  /** The same at every try: a receiver that has it already knows it by this. */
  readonly id: string;
  readonly address: string;
  readonly notices: readonly Delivery[];
}

/**
 * Sends a message. Resolves only where the sink said that it has it; throws with the reason where it didn't.
 * Outside the house a notice names the case and what it is about. What officers wrote, and persons, stay inside.
 */
export async function sendMessage(sink: Sink, message: Message, now: Instant): Promise<void> {
  switch (sink.kind) {
    case 'webhook':
      return sendWebhook(sink, message, now);
    case 'template':
      return sendTemplate(sink, message);
    case 'email':
      return sendEmail(sink, message.address, { id: message.id, text: textOf(message.notices) });
  }
}

function textOf(notices: Message['notices']): string {
  const parts = notices.map(({ caseId, topic }) => `案件 ${caseId} ${NOTICE_LABELS[topic]}`);
  const said = parts.length === 1 ? (parts[0] ?? '') : `共 ${parts.length} 项：${parts.join('；')}`;
  return `【分级办案】${said}，请登录系统查看。`;
}

/** Standard Webhooks: signed over number, time and the very bytes. Inside is a CloudEvent. */
async function sendWebhook(sink: WebhookSink, { id, notices }: Message, now: Instant): Promise<void> {
  const [first] = notices;
  if (first === undefined) throw new RangeError('a message without notices');
  const body = JSON.stringify({
    specversion: '1.0',
    id,
    source: '/graded-case-handling',
    type: notices.length === 1 ? `graded-case-handling.notice.${first.topic}` : 'graded-case-handling.notices',
    time: first.createdAt,
    datacontenttype: 'application/json',
    data: {
      text: textOf(notices),
      notices: notices.map(({ caseId, topic, org, role, person, createdAt }) => ({
        caseId,
        topic,
        org,
        role,
        person,
        createdAt,
      })),
    },
  });
  // By the house's clock: a receiver refuses what was signed five minutes off its own.
  const sentAt = new Date(now);
  const response = await post(sink, sink.url, body, {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
    'webhook-signature': new Webhook(sink.secret).sign(id, sentAt, body),
  });
  await response.body?.cancel();
}

async function sendTemplate(sink: TemplateSink, { address, notices }: Message): Promise<void> {
  const values: Readonly<Record<string, string>> = {
    text: textOf(notices),
    to: address,
    caseId: notices[0]?.caseId ?? '',
    topic: notices[0]?.topic ?? '',
  };
  const body = sink.body.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    JSON.stringify(values[name] ?? '').slice(1, -1),
  );
  const headers = { 'content-type': 'application/json; charset=utf-8', ...sink.headers };
  const answer: unknown = await (await post(sink, sink.url, body, headers)).json();
  const { field, equals } = sink.accepted;
  const said = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[field] : undefined;
  if (said !== equals) throw new Error(`the gateway answered ${field} = ${JSON.stringify(said) ?? 'nothing'}`);
}

async function post(
  { timeoutMs }: WebhookSink | TemplateSink,
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`the sink answered ${response.status}`);
  return response;
}
