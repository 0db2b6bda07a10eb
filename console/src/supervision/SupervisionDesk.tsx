import { useOverview } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Figures } from '../shared/Figures';
import { Loaded } from '../shared/Loaded';
import { TownMap } from '../shared/TownMap';
import { GradeTable } from './GradeTable';
import { LightMatrix } from './LightMatrix';
import { MatrixTable } from './MatrixTable';
import { UrgentCases } from './UrgentCases';

/** 督查: where it is late, in which town and at which stage, down to the single case. */
export function SupervisionDesk() {
  const overview = useOverview();
  return (
    <>
      <h1>督查</h1>
      <Loaded of={overview}>
        {(data) => (
          <>
            <Figures overview={data} lead />
            <Card title="镇街 × 环节：在办案件和灯">
              <p className="quiet">
                格中为在办案件数，颜色和符号取最急的灯：◆ 红，▲ 黄，● 绿，■ 灰（暂停）。点一格看它的案件。
              </p>
              <LightMatrix overview={data} />
              <details>
                <summary>以表格查看</summary>
                <MatrixTable overview={data} />
              </details>
            </Card>
            <div className="columns">
              <Card title="各镇街">
                <TownMap overview={data} points={null} />
              </Card>
              <Card title="三级分级办案">
                <GradeTable overview={data} />
              </Card>
            </div>
          </>
        )}
      </Loaded>
      <UrgentCases />
    </>
  );
}
