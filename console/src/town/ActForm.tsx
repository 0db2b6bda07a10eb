import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useEvidence } from '../shared/api/reads';
import type { CaseView, Me, TimelineEntry } from '../shared/api/types';
import { CaseLine } from '../shared/cases/CaseLine';
import { draftName } from '../shared/drafts';
import { sendSoon } from '../shared/evidence/useSendFiles';
import { FormContext } from '../shared/form/FormContext';
import { missingIn } from '../shared/form/missingIn';
import type { Schema, Values } from '../shared/form/Schema';
import { SchemaField } from '../shared/form/SchemaField';
import { toBody } from '../shared/form/toBody';
import { carriedFor } from './carriedFor';
import { CaseChanged } from './CaseChanged';
import { notesFor } from './notesFor';
import { PaperPreview } from './PaperPreview';
import { PhotoField } from './PhotoField';
import { Refusal } from './Refusal';
import { ReviewerAsks } from './ReviewerAsks';
import { useAct } from './useAct';

export interface ActFormProps {
  readonly me: Me;
  readonly case: CaseView;
  readonly act: string;
  readonly label: string;
  readonly schema: Schema;
  /** It makes a paper, which can be read before it is sent. */
  readonly previewed: boolean;
  /** What happened so far, for an act that asks for what was said before. */
  readonly events: readonly TimelineEntry[];
  /** What follows once it is sent, where the form stands beside the file. Absent: on a page of its own, the case. */
  readonly sent?: () => void;
}

/** The form of an act, made from its schema: a new act of the service has its form here without anybody drawing one. */
export function ActForm({ me, case: one, act, label, schema, previewed, events, sent }: ActFormProps) {
  const { caseId, seq, assignees } = one.summary;
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [tried, setTried] = useState(false);
  const fields = Object.entries(schema.properties ?? {});
  // A list leads here for one thing of the case: D1 and not D2.
  const given = Object.fromEntries([...params].filter(([name]) => name in (schema.properties ?? {})));
  const carried = carriedFor(act, schema, events);
  const { draft, sending, refusal, change, acknowledge, send, forget } = useAct({
    name: draftName(me.id, caseId, act, ...Object.values(given)),
    ...{ caseId, act, seq },
    // Who has the case is known, and what was said before; both can be changed.
    first: {
      ...Object.fromEntries(Object.entries(carried).map(([field, { value }]) => [field, value])),
      ...('officers' in (schema.properties ?? {}) && assignees.length > 0 ? { officers: [...assignees] } : {}),
      ...given,
    },
    toBody: useCallback((values: Values) => toBody(schema, values), [schema]),
    done: useCallback(() => {
      // What it registered can be sent from now on.
      sendSoon();
      if (sent !== undefined) sent();
      else void navigate(`/cases/${caseId}`, { state: { done: label } });
    }, [caseId, label, navigate, sent]),
  });
  const missing = missingIn(schema, draft.values);
  const refusedAt = refusal?.problem.at?.replace(/^body\//, '');
  const faults = {
    ...(tried ? missing : {}),
    ...(refusal !== null && refusedAt !== undefined ? { [refusedAt]: refusal.message } : {}),
  };
  const disabled = sending || draft.unanswered;
  const open = one.availableActs.some((each) => each.act === act);
  const hasPhoto = fields.some(([name]) => name === 'sha256');
  const { data: files } = useEvidence(caseId);
  // What the file itself says is not typed; where it lies is only asked for where the service keeps no files.
  const filled = hasPhoto ? ['sha256', ...(files?.limit === null ? [] : ['storeKey'])] : [];
  const asked = fields.filter(([name]) => !filled.includes(name));

  /** Whether all is filled in; if not, the page says so and goes to the first gap. */
  function isComplete(): boolean {
    setTried(true);
    const [first] = Object.keys(missing);
    if (first === undefined) return true;
    forget();
    document.getElementById(`field-${first.replaceAll('/', '-')}`)?.focus();
    return false;
  }

  return (
    <article className="narrow">
      {sent === undefined ? (
        <>
          <Link className="back" to={`/cases/${caseId}`}>
            ← 返回案件
          </Link>
          <h1>{label}</h1>
          <CaseLine summary={one.summary} />
        </>
      ) : (
        <h2>{label}</h2>
      )}
      {draft.seq !== null && seq > draft.seq && !draft.unanswered && (
        <CaseChanged caseId={caseId} since={draft.seq} onSeen={acknowledge} />
      )}
      {!open && !draft.unanswered && (
        <p className="warning" role="alert">
          这件事您现在不能办：可能已经办过，或者环节已变。您填的内容还留在本机。
        </p>
      )}
      {act === 'end_investigation' && <ReviewerAsks events={events} />}
      <FormContext value={{ case: one, faults, notes: notesFor(one, schema, draft.values, carried), disabled }}>
        <form
          className="card"
          aria-label={label}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete()) send();
          }}
        >
          {hasPhoto && (
            <PhotoField
              person={me.id}
              case={one}
              chosen={draft.values['sha256']}
              fill={(given) => change({ ...draft.values, ...given })}
            />
          )}
          {fields.length === 0 && <p>没有要填的内容，确认后提交即可。</p>}
          {asked.map(([name, property]) => (
            <SchemaField
              key={name}
              name={name}
              path={name}
              schema={property}
              required={schema.required?.includes(name) ?? false}
              value={draft.values[name]}
              onChange={(value) => change({ ...draft.values, [name]: value })}
            />
          ))}
          {tried && Object.keys(missing).length > 0 && (
            <p className="fault" role="alert">
              还有 {Object.keys(missing).length} 处没有填好，已在栏目下标出。
            </p>
          )}
          {refusal !== null && <Refusal error={refusal} unanswered={draft.unanswered} />}
          {draft.unanswered && refusal === null && !sending && (
            <p className="warning" role="status">
              上次提交没有得到答复，正在用原内容确认，不会重复办理。
            </p>
          )}
          <div className="buttons">
            <Button type="primary" size="large" htmlType="submit" loading={sending}>
              {draft.unanswered ? '再次确认' : `提交${label}`}
            </Button>
          </div>
          {previewed && open && (
            <PaperPreview
              path={`/api/v1/cases/${caseId}/previews/${act}`}
              body={toBody(schema, draft.values)}
              isComplete={isComplete}
            />
          )}
          <p className="quiet">填写的内容随时存在本机，断网、关机都不会丢；提交后清除。</p>
        </form>
      </FormContext>
    </article>
  );
}
