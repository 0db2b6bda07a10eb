import { useScreens } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { WideTable } from '../shared/WideTable';
import { EndButton } from './EndButton';

/** 常开的大屏: screens that show the wall and are nobody's; one that was given away is ended here. */
export function ScreensCard({ mayEnd }: { readonly mayEnd: boolean }) {
  const screens = useScreens();
  return (
    <Loaded of={screens}>
      {({ screens: found }) => (
        <Card title={`常开的大屏：${found.length} 块`}>
          <p className="quiet">只能看大屏上的数字，不能看案件、不能办理。连续 30 天没有打开的自行结束。</p>
          {found.length === 0 ? (
            <State kind="empty" title="没有常开的大屏">
              <p>由看得到大屏的人在那台机器上打开大屏，点“设为常开”。</p>
            </State>
          ) : (
            <WideTable
              label="常开的大屏"
              columns={['挂在哪里', '谁设的', '何时设的', '最近在显示', ...(mayEnd ? ['操作'] : [])]}
              rows={found.map(({ id, place, openedBy, openedByName, openedAt, seenAt }) => ({
                key: id,
                cells: [
                  place,
                  openedByName ?? openedBy,
                  dayAndTime(openedAt),
                  dayAndTime(seenAt),
                  ...(mayEnd
                    ? [
                        <EndButton
                          key="end"
                          what="screens"
                          id={id}
                          question={`结束${place}的大屏？那里会回到登录页。`}
                          label="结束常开"
                        />,
                      ]
                    : []),
                ],
              }))}
            />
          )}
        </Card>
      )}
    </Loaded>
  );
}
