import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useItems, useTowns } from '../shared/api/reads';
import type { Settlement, Triage } from '../shared/api/types';
import { ItemField } from './ItemField';
import { RepeatedCase } from './RepeatedCase';

export interface SettleFormProps {
  readonly as: Settlement['as'];
  readonly triage: Triage;
  readonly busy: boolean;
  /** Somebody else was faster: what was written can only be read. */
  readonly closed: boolean;
  readonly settle: (body: Settlement) => void;
}

/** What has to be said for each of the three answers. The likeliest items stand first. */
export function SettleForm({ as, triage, busy, closed, settle }: SettleFormProps) {
  const items = useItems();
  const towns = useTowns();
  const first = useRef<HTMLFormElement>(null);
  // What triage isn't sure of is offered and not filled in.
  const [item, setItem] = useState(triage.item ?? '');
  const [town, setTown] = useState(triage.town ?? triage.townCandidates[0] ?? '');
  const [belongsTo, setBelongsTo] = useState(triage.belongsTo ?? '');
  const [caseId, setCaseId] = useState(
    triage.duplicateOf ?? triage.similar?.find((each) => each.caseId !== null)?.caseId ?? '',
  );
  const [reason, setReason] = useState('');
  useEffect(() => first.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), []);

  const said = reason.trim();
  const body: Settlement | null =
    said === ''
      ? null
      : as === 'case'
        ? item === '' || town === ''
          ? null
          : { as, item, town, reason: said }
        : as === 'not_ours'
          ? belongsTo.trim() === ''
            ? null
            : { as, belongsTo: belongsTo.trim(), reason: said }
          : caseId.trim() === ''
            ? null
            : { as, caseId: caseId.trim(), reason: said };
  return (
    <form
      ref={first}
      className="settle-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null && !closed) settle(body);
      }}
    >
      {as === 'case' && (
        <>
          <ItemField
            label="事项"
            items={items.data?.items ?? []}
            likely={triage.candidates.map((candidate) => candidate.item)}
            chosen={item}
            choose={setItem}
          />
          <label>
            镇街
            <select value={town} onChange={({ target }) => setTown(target.value)}>
              <option value="">请选择</option>
              {(towns.data?.towns ?? []).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {as === 'not_ours' && (
        <label>
          应由哪个单位承办
          <Input value={belongsTo} maxLength={100} onChange={({ target }) => setBelongsTo(target.value)} />
        </label>
      )}
      {as === 'duplicate' && <RepeatedCase triage={triage} chosen={caseId} choose={setCaseId} />}
      <label>
        理由
        <Input.TextArea value={reason} maxLength={500} rows={2} onChange={({ target }) => setReason(target.value)} />
      </label>
      <Button type="primary" htmlType="submit" loading={busy} disabled={body === null || closed}>
        提交研判
      </Button>
    </form>
  );
}
