import type { Client } from '@temporalio/client';
import type { CaseState } from '../../domain/case';
import type { Instant, LawDate } from '../../domain/catalogue';
import { fastForwardTo } from '../../local/fastForward';
import type { ApiClient } from '../apiClient';
import type { LawInForce } from '../../domain/law';
import { owedBy } from '../../domain/owed';
import { endOf, instantOf, lawDateOf, msOf } from '../../domain/time/lawDate';

const MORNING_MS = 9 * 3_600_000;

/** What a player does in a case: acts as people, reads it, lets its time pass. Everything may be done again unharmed. */
export class Stage {
  private step = 0;
  /** The case's own time, as its last receipt told. */
  private at: Instant = new Date().toISOString();

  constructor(
    private readonly api: ApiClient,
    private readonly engine: Client,
    readonly caseId: string,
    /** What the API doesn't show of a case because it is the same for all: the play reckons a late fine with it. */
    private readonly law: LawInForce,
    private readonly acknowledged: (receipt: Receipt) => void,
  ) {}

  /** Acts and insists on success: a refusal here is a mistake in the play, so it ends the demo. */
  async act(person: string, act: string, body: object = {}): Promise<Receipt> {
    const key = `demo-${this.caseId}-${(this.step += 1)}`;
    const path = `/api/v1/cases/${this.caseId}/acts/${act}`;
    const { status, body: answer } = await this.api.post<Receipt>(person, path, key, body);
    if (status !== 200) throw new Error(`${path} as ${person}: ${status} ${JSON.stringify(answer)}`);
    this.at = answer.at;
    this.acknowledged(answer);
    return answer;
  }

  /** Acts where it may be refused: the status and the code tell what became of it. */
  async attempt(
    person: string,
    act: string,
    body: object = {},
  ): Promise<{ readonly status: number; readonly code: string | null }> {
    const key = `demo-${this.caseId}-${(this.step += 1)}`;
    const path = `/api/v1/cases/${this.caseId}/acts/${act}`;
    const { status, body: answer } = await this.api.post<{ code?: string }>(person, path, key, body);
    return { status, code: answer.code ?? null };
  }

  async state(): Promise<Omit<CaseState, 'law'>> {
    const { state } = await this.api.get<{ state: Omit<CaseState, 'law'> }>(
      'supervisor-1',
      `/api/v1/cases/${this.caseId}`,
    );
    return state;
  }

  /** When the bureau takes the case because of this duty. */
  async escalatesAt(clockId: string): Promise<Instant> {
    const { clocks } = await this.api.get<{ clocks: readonly { id: string; escalateAt: Instant | null }[] }>(
      'supervisor-1',
      `/api/v1/cases/${this.caseId}`,
    );
    const at = clocks.find(({ id }) => id === clockId)?.escalateAt ?? null;
    if (at === null) throw new Error(`the ladder of ${clockId} doesn't end with the bureau`);
    return at;
  }

  /** Skips to an instant of the case's own time; the engine may be away for a while. */
  async passTo(instant: Instant): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await fastForwardTo(this.engine, this.caseId, instant);
        if (instant > this.at) this.at = instant;
        return;
      } catch (error) {
        if (attempt >= 60) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  /** Skips to the morning after a last day. */
  async passBy(lastDay: LawDate): Promise<void> {
    await this.passTo(instantOf(msOf(endOf(lastDay)) + MORNING_MS));
  }

  /** The date of law in the case's own time. */
  today(): LawDate {
    return lawDateOf(this.at);
  }

  /** Its last moment that is known. */
  now(): Instant {
    return this.at;
  }

  /** What is to be paid by today, the late fine with it. */
  async owed(): Promise<number> {
    return owedBy({ ...(await this.state()), law: this.law }, this.today());
  }
}

export interface Receipt {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly events: readonly string[];
}
