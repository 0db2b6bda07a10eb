import type { CaseView } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Facts } from '../shared/Facts';
import { State } from '../shared/State';
import { RolesOf } from './RolesOf';

/** The party, masked where the reader doesn't need to know, and who has done what in the case. */
export function PeopleCard({ case: { party, summary } }: { readonly case: CaseView }) {
  return (
    <Card title="当事人和参与办案的人">
      {party === null ? (
        <State kind="empty" title="尚未确认当事人" />
      ) : (
        <>
          <Facts
            of={[
              ['类别', party.kind === 'citizen' ? '公民' : '组织'],
              ['姓名或名称', party.name ?? '未登记'],
              ['证件号码', party.idNumber],
              ['电话', party.phone],
              ['住址', party.address],
            ]}
          />
          {party.masked && <p className="quiet">本环节您不需要当事人的身份信息，已隐去。</p>}
        </>
      )}
      <RolesOf caseId={summary.caseId} />
    </Card>
  );
}
