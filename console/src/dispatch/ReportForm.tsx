import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import type { ChannelDoor, ClueAnswer, Me } from '../shared/api/types';
import { draftName, forgetDraft, keepDraft, randomKey, readDraft, type Draft } from '../shared/drafts';
import { PositionField, type Position } from './PositionField';
import { ReportedItem } from './ReportedItem';
import './dispatch.css';

interface Written {
  readonly channel: string;
  readonly number: string;
  readonly text: string;
  readonly place: string;
  readonly position: Position | null;
  readonly itemCode: string;
  readonly reporterName: string;
  readonly reporterPhone: string;
}

const NOTHING: Omit<Written, 'channel'> = {
  number: '',
  text: '',
  place: '',
  position: null,
  itemCode: '',
  reporterName: '',
  reporterPhone: '',
};

export interface ReportFormProps {
  readonly me: Me;
  /** By which a report may be typed in here, at least one. */
  readonly channels: readonly [ChannelDoor, ...ChannelDoor[]];
  readonly answered: (answer: ClueAnswer) => void;
}

export function ReportForm({ me, channels, answered }: ReportFormProps) {
  const queries = useQueryClient();
  const name = draftName(me.id, 'clue');
  const fresh = (): Draft<Written> => ({
    values: { ...NOTHING, channel: channels[0].code },
    key: randomKey(),
    seq: null,
    unanswered: false,
  });
  const [draft, setDraft] = useState<Draft<Written>>(() => readDraft<Written>(name) ?? fresh());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const values: Written = { ...NOTHING, ...draft.values };
  const door = channels.find(({ code }) => code === values.channel) ?? channels[0];
  const asks = (field: ChannelDoor['required'][number]['field']): boolean =>
    door.required.some((each) => each.field === field);
  const keep = (next: Draft<Written>): void => {
    keepDraft(name, next);
    setDraft(next);
  };
  const write = (change: Partial<Written>): void => keep({ ...draft, values: { ...values, ...change } });
  const locked = busy || draft.unanswered;
  const lacks = [
    ...(asks('number') && values.number.trim() === '' ? ['渠道自己的编号'] : []),
    ...(values.text.trim() === '' ? ['反映内容'] : []),
    ...(asks('itemCode') && values.itemCode === '' ? ['事项'] : []),
    ...(asks('position') && values.position === null ? ['位置'] : []),
  ];

  async function send(): Promise<void> {
    setBusy(true);
    keep({ ...draft, unanswered: true });
    try {
      const { body } = await post('/api/v1/clues', bodyOf(values, door.code), { 'idempotency-key': draft.key });
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
      className="card settle-form report-form"
      aria-label="上报线索"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        渠道
        <select value={values.channel} disabled={locked} onChange={({ target }) => write({ channel: target.value })}>
          {channels.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {asks('number') && (
        <label>
          渠道自己的编号（同一编号再报即为同一条）
          <Input
            required
            value={values.number}
            disabled={locked}
            maxLength={100}
            onChange={({ target }) => write({ number: target.value })}
          />
        </label>
      )}
      <label>
        反映内容
        <Input.TextArea
          required
          value={values.text}
          disabled={locked}
          maxLength={door.maxText}
          rows={4}
          onChange={({ target }) => write({ text: target.value })}
        />
      </label>
      <ReportedItem
        channel={door.code}
        required={asks('itemCode')}
        text={values.text}
        place={values.place}
        chosen={values.itemCode}
        disabled={locked}
        choose={(itemCode) => write({ itemCode })}
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
      {asks('position') && (
        <PositionField value={values.position} disabled={locked} onChange={(position) => write({ position })} />
      )}
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
      {lacks.length > 0 && <p className="quiet">还缺：{lacks.join('、')}</p>}
      <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={lacks.length > 0}>
        上报
      </Button>
    </form>
  );
}

function bodyOf(written: Written, channel: string): object {
  const { number, text, place, position, itemCode, reporterName, reporterPhone } = written;
  const name = reporterName.trim();
  const phone = reporterPhone.trim();
  return {
    channel,
    text: text.trim(),
    ...(number.trim() === '' ? {} : { number: number.trim() }),
    ...(position === null ? {} : { position }),
    ...(place.trim() === '' ? {} : { place: place.trim() }),
    ...(itemCode === '' ? {} : { itemCode }),
    ...(name === '' && phone === ''
      ? {}
      : { reporter: { ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) } }),
  };
}
