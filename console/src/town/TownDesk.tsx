import { Segmented } from 'antd';
import { useState } from 'react';
import { useMe } from '../shared/api/reads';
import type { Me } from '../shared/api/types';
import { Notices } from './Notices';
import { OurCases } from './OurCases';
import { OurDuties } from './OurDuties';
import './town.css';

const VIEWS = { duties: '等着办的', mine: '我承办的', all: '与本单位有关' } as const;
type View = keyof typeof VIEWS;

/** 办案: what waits, the most urgent first. Made for one hand and a phone. */
export function TownDesk() {
  const { data: me } = useMe();
  return me === undefined ? null : <Desk me={me} />;
}

function Desk({ me }: { readonly me: Me }) {
  const [view, setView] = useState<View>('duties');
  return (
    <div className="narrow">
      <h1>{`${me.orgName}：等着办的案件`}</h1>
      <Segmented<View>
        block
        aria-label="看哪些案件"
        options={Object.entries(VIEWS).map(([value, label]) => ({ value: value as View, label }))}
        value={view}
        onChange={setView}
      />
      {view === 'duties' ? <OurDuties me={me} /> : <OurCases key={view} me={me} mine={view === 'mine'} />}
      <Notices />
    </div>
  );
}
