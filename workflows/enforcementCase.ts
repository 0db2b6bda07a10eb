import { allHandlersFinished, condition, continueAsNew, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { RecordedEvent } from '../domain/case';
import { fold } from '../domain/evolve';
import { SYSTEM } from '../domain/people';
import { nextWake } from '../domain/wake';
import { Alarm } from './alarm';
import { CaseDesk, type Carried } from './caseDesk';
import { liveState } from './liveState';
import { actUpdate, catchUpUpdate, reviewSignal, stateQuery, type Request } from './messages';
import { archive } from './proxies';

/** A case begins with the events that intake put on file; a long one goes on in a new run with what it carries. */
export type CaseInput = { readonly opening: readonly RecordedEvent[] } | { readonly carried: Carried };

/**
 * One case, from the work order to the archive. People act by update (or a reviewer by signal), the calendar by one
 * timer; both enter by the desk's one door. Which stage allows what is the procedure's table, not this function.
 */
export async function enforcementCase(input: CaseInput): Promise<void> {
  const desk = new CaseDesk('carried' in input ? input.carried : { state: fold(input.opening), done: {} });
  const alarm = new Alarm();

  setHandler(stateQuery, () => liveState(desk.state));
  setHandler(actUpdate, (request) => desk.act(request), {
    validator: (request: Request) => desk.validate(request),
  });
  setHandler(reviewSignal, (signal) => desk.review(signal));
  setHandler(catchUpUpdate, () => desk.catchUp());

  while (desk.state.stage !== 'archived') {
    if (desk.state.stage === 'archive') {
      await condition(() => desk.settled());
      // Ends the workflow task, so that the engine has the closing act before the archive is on file. Were it to crash in
      // between, it would forget the act with its task, and nobody looks after a case whose file says that it is over.
      await sleep(1);
      await desk.actOwn(bySystem('archive_case', await archive(desk.state.caseId), desk));
      continue;
    }
    const seen = desk.state.seq;
    const due = await alarm.wait(nextWake(desk.state), () => desk.state.seq !== seen || continueSoon());
    if (due) await desk.actOwn(bySystem('lapse_deadline', {}, desk));
    if (continueSoon()) {
      // Timers don't survive it, and handlers mustn't be cut off: the next run arms its own.
      await condition(allHandlersFinished);
      await condition(() => desk.settled());
      await continueAsNew<typeof enforcementCase>({ carried: desk.carried() });
    }
  }
  await condition(() => allHandlersFinished() && desk.settled());
}

function continueSoon(): boolean {
  return workflowInfo().continueAsNewSuggested;
}

type SystemAct = 'archive_case' | 'lapse_deadline';

function bySystem<A extends SystemAct>(act: A, input: Extract<Request, { act: A }>['input'], desk: CaseDesk): Request {
  const id = `system/${act}/${desk.state.seq}`;
  return { act, input, id, fingerprint: '', actor: SYSTEM, ifSeq: null } as Request;
}
