import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import type { ClueAnswer, Me } from '../shared/api/types';
import { draftName, forgetDraft, keepDraft, randomKey, readDraft, type Draft } from '../shared/drafts';
import { ItemSuggestions } from './ItemSuggestions';

interface Written {
  readonly channel: string;
  readonly text: string;
  readonly place: string;
  readonly itemCode: string;
  readonly reporterName: string;
  readonly reporterPhone: string;
}

const NOTHING: Written = { channel: '', text: '', place: '', itemCode: '', reporterName: '', reporterPhone: '' };

export interface ReportFormProps {
  readonly me: Me;
  readonly channels: Readonly<Record<string, string>>;
  readonly answered: (answer: ClueAnswer) => void;
}

export function ReportForm({ me, channels, answered }: ReportFormProps) {
  const queries = useQueryClient();
  const name = draftName(me.id, 'clue');
  const first = me.role === 'dispatcher' ? 'hotline_12345' : 'patrol';
  const fresh = (): Draft<Written> => ({
    values: { ...NOTHING, channel: first },
    key: randomKey(),
    seq: null,
    unanswered: false,
  });
  const [draft, setDraft] = useState<Draft<Written>>(() => readDraft<Written>(name) ?? fresh());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { values } = draft;
  const keep = (next: Draft<Written>): void => {
    keepDraft(name, next);
    setDraft(next);
  };
  const write = (change: Partial<Written>): void => keep({ ...draft, values: { ...values, ...change } });
  const locked = busy || draft.unanswered;

  async function send(): Promise<void> {
    setBusy(true);
    keep({ ...draft, unanswered: true });
    try {
      const { body } = await post('/api/v1/clues', bodyOf(values), { 'idempotency-key': draft.key });
      forgetDraft(name);
      setDraft(fresh());
      setRefusal(null);
      answered(body as ClueAnswer);
      await queries.invalidateQueries();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(
        `${error.message} ${error.passing ? '内容已保留，稍后再点“上报”，不会重复登记。' : '请修改后再上报。'}`,
      );
      if (!error.passing) keep({ ...draft, key: randomKey(), unanswered: false });
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="card settle-form"
      aria-label="上报线索"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        渠道
        <select value={values.channel} disabled={locked} onChange={({ target }) => write({ channel: target.value })}>
          {Object.entries(channels).map(([channel, label]) => (
            <option key={channel} value={channel}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        反映内容
        <Input.TextArea
          required
          value={values.text}
          disabled={locked}
          maxLength={50_000}
          rows={4}
          onChange={({ target }) => write({ text: target.value })}
        />
      </label>
      <ItemSuggestions
        text={values.text}
        chosen={values.itemCode}
        choose={(itemCode) => !locked && write({ itemCode })}
      />
      <label>
        地点（可不填）
        <Input
          value={values.place}
          disabled={locked}
          maxLength={300}
          onChange={({ target }) => write({ place: target.value })}
        />
      </label>
      <details>
        <summary>反映人（可不填，只有承办人需要时可见）</summary>
        <label>
          姓名
          <Input
            value={values.reporterName}
            disabled={locked}
            maxLength={50}
            autoComplete="off"
            onChange={({ target }) => write({ reporterName: target.value })}
          />
        </label>
        <label>
          电话
          <Input
            value={values.reporterPhone}
            disabled={locked}
            maxLength={30}
            autoComplete="off"
            onChange={({ target }) => write({ reporterPhone: target.value })}
          />
        </label>
      </details>
      {draft.unanswered && !busy && (
        <p className="warning" role="status">
          这一条上次没有得到答复：再点“上报”即可确认，不会重复登记。
        </p>
      )}
      {refusal !== null && (
        <p className="fault" role="alert">
          {refusal}
        </p>
      )}
      <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={values.text.trim() === ''}>
        上报
      </Button>
    </form>
  );
}

function bodyOf({ channel, text, place, itemCode, reporterName, reporterPhone }: Written): object {
  const name = reporterName.trim();
  const phone = reporterPhone.trim();
  return {
    channel,
    text: text.trim(),
    ...(place.trim() === '' ? {} : { place: place.trim() }),
    ...(itemCode === '' ? {} : { itemCode }),
    ...(name === '' && phone === ''
      ? {}
      : { reporter: { ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) } }),
  };
}
