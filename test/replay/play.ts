import { addDays, endOf, lawDateOf } from '../../domain/time/lawDate';
import type { CaseState } from '../../domain/case';
import { workflowId } from '../../workflows/workflowId';
import type { House } from '../support/house';
import { until } from '../support/until';

/** One case and the people around it, in the case's own time. */
export class Play {
  private at = new Date().toISOString();

  constructor(
    readonly house: House,
    readonly caseId: string,
    /** Called after each act, with the case's number. */
    private readonly after: (caseId: string) => Promise<void> = async () => undefined,
  ) {}

  async act(person: string, act: string, body: object = {}): Promise<void> {
    const answer = await this.house.act<{ at: string }>(person, this.caseId, act, body);
    if (answer.status !== 200) throw new Error(`${act} by ${person}: ${JSON.stringify(answer.body)}`);
    this.at = answer.body.at;
    await this.after(this.caseId);
  }

  today(): string {
    return lawDateOf(this.at);
  }

  async state(): Promise<CaseState> {
    return (await this.house.get<{ state: CaseState }>('supervisor-1', `/api/v1/cases/${this.caseId}`)).body.state;
  }

  /** When the bureau takes the case because of this duty. */
  async escalatesAt(clockId: string): Promise<string> {
    const { body } = await this.house.get<{ clocks: readonly { id: string; escalateAt: string | null }[] }>(
      'supervisor-1',
      `/api/v1/cases/${this.caseId}`,
    );
    const at = body.clocks.find(({ id }) => id === clockId)?.escalateAt ?? null;
    if (at === null) throw new Error(`the ladder of ${clockId} doesn't end with the bureau`);
    return at;
  }

  /** Lets the case's time pass until a day has ended; what fell due meanwhile is on record. */
  async passDay(day: string): Promise<void> {
    await this.passTo(new Date(Date.parse(endOf(day)) + 60_000).toISOString());
  }

  async passTo(instant: string): Promise<void> {
    await this.house.forwardTo(this.caseId, instant);
    this.at = instant;
    await until(async () => {
      const { clocks } = await this.state();
      return Object.values(clocks).every(({ dueAt, light }) => light !== 'green' || dueAt > instant);
    });
  }

  daysFromNow(days: number): string {
    return addDays(this.today(), days);
  }

  /** The engine's own record of the whole case. */
  history() {
    return this.house.engine.workflow.getHandle(workflowId(this.caseId)).fetchHistory();
  }
}
