import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import { useLawChange } from '../shared/api/reads';
import type { LawChange } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';

/** 在办案件的期限数据: whose due dates a new calendar or period moves, from when to when; and the change itself. */
export function LawPart() {
  const page = useLawChange();
  return <Loaded of={page}>{(change) => <Changes key={change.catalogueVersion} change={change} />}</Loaded>;
}

interface Outcome {
  readonly done: number;
  readonly refused: readonly string[];
}

function Changes({ change: { catalogueVersion, seen, cases } }: { readonly change: LawChange }) {
  const [reason, setReason] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { refetch } = useLawChange();

  async function apply(): Promise<void> {
    const refused: string[] = [];
    for (const [index, { caseId }] of cases.entries()) {
      setAt(index);
      // Named by version and case: pressed twice, each case takes the change over once.
      const key = `change-law/${catalogueVersion}/${caseId}`;
      try {
        await post(`/api/v1/cases/${caseId}/acts/change_law`, { reason: reason.trim() }, { 'idempotency-key': key });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        refused.push(`${caseId}：${error.message}`);
      }
    }
    setAt(null);
    setOutcome({ done: cases.length - refused.length, refused });
    await refetch();
  }

  return (
    <Card title={`日历、期限数据有变的在办案件：${cases.length} 件（共看了 ${seen} 件）`}>
      <p className="quiet">目录版本 {catalogueVersion}。这里列出的是试算；填写理由并确认后，才逐件记入案卷。</p>
      {outcome !== null && (
        <div role="status">
          <p>
            已记入 {outcome.done} 件，未成功 {outcome.refused.length} 件。
          </p>
          {outcome.refused.map((line) => (
            <p key={line} className="fault">
              {line}
            </p>
          ))}
        </div>
      )}
      {cases.length === 0 ? (
        <State kind="empty" title="在办案件的期限数据都与现行目录一致">
          <p>更换日历或期限的文件并重新启动服务后，会移动的时限列在这里。</p>
        </State>
      ) : (
        <>
          <WideTable
            label="会移动的时限"
            columns={['案件', '时限', '现在到期', '改后到期']}
            rows={cases.flatMap(({ caseId, from, moved }) =>
              moved.length === 0
                ? [
                    {
                      key: caseId,
                      cells: [
                        <CaseLink key="case" id={caseId} />,
                        '没有时限移动',
                        `目录 ${from}`,
                        `目录 ${catalogueVersion}`,
                      ],
                    },
                  ]
                : moved.map((clock) => ({
                    key: `${caseId}/${clock.clockId}`,
                    cells: [
                      <CaseLink key="case" id={caseId} />,
                      clock.name,
                      dayAndTime(clock.from),
                      dayAndTime(clock.to),
                    ],
                  })),
            )}
          />
          <label>
            变更的理由（记入每件案件）
            <Input value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          </label>
          <Button
            type="primary"
            disabled={reason.trim() === '' || at !== null}
            loading={at !== null}
            onClick={() => void apply()}
          >
            {at === null ? `记入这 ${cases.length} 件案件` : `正在记入：${at + 1} / ${cases.length}`}
          </Button>
        </>
      )}
    </Card>
  );
}

const CaseLink = ({ id }: { readonly id: string }) => <Link to={`/cases/${id}`}>{id}</Link>;
