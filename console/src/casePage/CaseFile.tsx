import { useMe } from '../shared/api/reads';
import type { CaseView } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Facts } from '../shared/Facts';
import { LightMark } from '../shared/LightMark';
import { dayAndTime } from '../shared/times';
import { ArchiveCard } from './ArchiveCard';
import { ClocksCard } from './ClocksCard';
import { EvidenceCard } from './EvidenceCard';
import { LadderCard } from './LadderCard';
import { LiveCard } from './LiveCard';
import { NextSteps } from './NextSteps';
import { OpenActs } from './OpenActs';
import { PapersCard } from './PapersCard';
import { PeopleCard } from './PeopleCard';
import { ProcedureChart } from './ProcedureChart';
import { ReckoningCard } from './ReckoningCard';
import { ReportsCard } from './ReportsCard';
import { TimelineCard } from './TimelineCard';
import { VerifyCard } from './VerifyCard';

export function CaseFile({ case: one }: { readonly case: CaseView }) {
  const { summary } = one;
  const { data: me } = useMe();
  const reasons = (one.state['gradeReasons'] ?? []) as readonly { readonly text: string }[];
  return (
    <article className="case-file">
      <header className="card">
        <h1>{summary.itemName}</h1>
        <p className="line">
          <LightMark light={summary.light} label={summary.lightLabel} />
          <strong>{summary.caseId}</strong>
          <span>{summary.gradeLabel}</span>
        </p>
        <Facts
          of={[
            ['环节', summary.stageLabel],
            ['发生地', summary.townName],
            ['承办单位', summary.ownerName],
            ['承办人', summary.assignees.map((id) => one.names[id] ?? id).join('、') || '尚未指派'],
            ['事项', summary.item],
            ['立卷', dayAndTime(summary.openedAt)],
          ]}
        />
      </header>
      <NextSteps case={one} />
      <ArchiveCard case={one} />
      <ReportsCard caseId={summary.caseId} />
      <OpenActs case={one} />
      <ProcedureChart caseId={summary.caseId} stage={summary.stage} />
      <div className="columns">
        <ClocksCard clocks={one.clocks} />
        <PeopleCard case={one} />
        <Card title="为什么这样分级">
          <ul>
            {reasons.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Card>
        <EvidenceCard case={one} />
        <PapersCard caseId={summary.caseId} />
      </div>
      <LadderCard caseId={summary.caseId} />
      <ReckoningCard caseId={summary.caseId} />
      <TimelineCard caseId={summary.caseId} />
      <VerifyCard caseId={summary.caseId} />
      {me !== undefined && <LiveCard caseId={summary.caseId} engineUi={me.engineUi} />}
    </article>
  );
}
