import type { Client } from '@temporalio/client';
import type { CaseState } from '../../domain/case';
import type { FineRange, Instant, PenaltyItem } from '../../domain/catalogue';
import { fastForwardTo } from '../../local/fastForward';
import type { ApiClient } from '../apiClient';
import { lawDateOf } from '../../domain/time/lawDate';

/** What a player does in a case: acts as people, reads it, lets its time pass. Everything may be done again unharmed. */
export class Stage {
  private step = 0;
  /** The case's own time, as its last receipt told. */
  private at: Instant = new Date().toISOString();

  constructor(
    private readonly api: ApiClient,
    private readonly engine: Client,
    readonly caseId: string,
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

  /** Skips to an instant of the case's own time; the engine may be away for a while. */
  async passTo(instant: Instant): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await fastForwardTo(this.engine, this.caseId, instant);
        return;
      } catch (error) {
        if (attempt >= 60) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  /** The date of law in the case's own time. */
  today(): string {
    return lawDateOf(this.at);
  }
}

export interface Receipt {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly events: readonly string[];
}

/** A fine that the item allows and the limit too; null where the item knows none. */
export function fineFor(item: PenaltyItem, kind: 'citizen' | 'organisation', limit: number): number | null {
  const range: FineRange = kind === 'citizen' ? item.fineCitizen : item.fineOrganisation;
  if (!item.verified || item.fineBasis !== 'fixed' || range.max === null) return null;
  const least = Math.max(range.min ?? 0, 1);
  const fine = Math.min(Math.max(least, Math.round(range.max / 4)), range.max, limit);
  return fine < least ? null : fine;
}
