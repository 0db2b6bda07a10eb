import { Button } from 'antd';
import { useState } from 'react';
import { useActForm } from '../shared/api/reads';
import type { Duty, Me } from '../shared/api/types';
import { Card } from '../shared/Card';
import { FormContext } from '../shared/form/FormContext';
import { missingIn } from '../shared/form/missingIn';
import type { Schema, Values } from '../shared/form/Schema';
import { SchemaField } from '../shared/form/SchemaField';
import { toBody } from '../shared/form/toBody';
import { Loaded } from '../shared/Loaded';
import type { BatchAct } from './useBatch';

const ACTS: Readonly<Record<BatchAct, string>> = { urge: '催办', supervise: '督办' };

export interface BatchFormProps {
  readonly me: Me;
  readonly duties: readonly Duty[];
  readonly send: (act: BatchAct, body: Readonly<Record<string, unknown>>) => void;
}

/** What is asked of all that are ticked, by the act's own schema; which duty it is about is known from the tick. */
export function BatchForm({ me, duties, send }: BatchFormProps) {
  const [act, setAct] = useState<BatchAct>('urge');
  const form = useActForm(act);
  return (
    <Card title={`对选中的 ${duties.length} 项`} className="batch-form">
      <div className="choices" role="radiogroup" aria-label="催办还是督办">
        {(Object.keys(ACTS) as BatchAct[]).map((each) => (
          <label key={each} className="tick">
            <input type="radio" name="act" checked={act === each} onChange={() => setAct(each)} />
            {ACTS[each]}
          </label>
        ))}
      </div>
      <p className="quiet">
        {act === 'urge'
          ? '催办：请责任单位说明进展并答复。'
          : '督办：编号下达，答复须经核查，达不到要求的退回重新办理。'}
      </p>
      <Loaded of={form}>{({ schema }) => <Asked {...{ me, act, schema, duties, send }} />}</Loaded>
    </Card>
  );
}

function Asked({
  me,
  act,
  schema,
  duties,
  send,
}: BatchFormProps & { readonly act: BatchAct; readonly schema: Schema }) {
  const [values, setValues] = useState<Values>({});
  const [tried, setTried] = useState(false);
  const { clockId: _which, listed, ...properties } = schema.properties ?? {};
  // 挂牌 is a leader's word alone: nobody else is asked.
  const asked: Schema = {
    ...schema,
    properties: { ...properties, ...(listed !== undefined && me.role === 'leader' ? { listed } : {}) },
  };
  const missing = missingIn(asked, values);
  const none = duties.length === 0;

  function submit(): void {
    setTried(true);
    const [first] = Object.keys(missing);
    if (first !== undefined) document.getElementById(`field-${first.replaceAll('/', '-')}`)?.focus();
    else if (!none) send(act, { ...(listed === undefined ? {} : { listed: false }), ...toBody(asked, values) });
  }

  return (
    <FormContext value={{ case: null, faults: tried ? missing : {}, notes: {}, disabled: false }}>
      <form
        aria-label={`批量${ACTS[act]}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {Object.entries(asked.properties ?? {}).map(([name, property]) => (
          <SchemaField
            key={name}
            name={name}
            path={name}
            schema={property}
            required={schema.required?.includes(name) ?? false}
            value={values[name]}
            onChange={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
        <Button type="primary" size="large" htmlType="submit" disabled={none}>
          {none ? `先在列表中选中要${ACTS[act]}的事项` : `${ACTS[act]} ${duties.length} 项`}
        </Button>
        <p className="quiet">每一项单独下达、单独编号；中断后再送，已下达的不会重复。</p>
      </form>
    </FormContext>
  );
}
