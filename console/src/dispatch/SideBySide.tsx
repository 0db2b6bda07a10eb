import { useClue } from '../shared/api/reads';
import type { Clue } from '../shared/api/types';
import { Loaded } from '../shared/Loaded';
import { dayAndTime } from '../shared/times';

/** A clue and another one, for somebody to compare. */
export function SideBySide({ clue, otherId }: { readonly clue: Clue; readonly otherId: string }) {
  const other = useClue(otherId);
  return (
    <div className="side-by-side">
      <Side title="这一条" clue={clue} />
      <Loaded of={other}>{(found) => <Side title="那一条" clue={found} />}</Loaded>
    </div>
  );
}

function Side({ title, clue }: { readonly title: string; readonly clue: Clue }) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{clue.text}</p>
      <p className="quiet">
        {[clue.place, clue.channelLabel, dayAndTime(clue.receivedAt)].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}
