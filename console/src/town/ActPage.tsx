import { useParams } from 'react-router';
import { useActForm, useCase, useMe } from '../shared/api/reads';
import { Loaded } from '../shared/Loaded';
import { ActForm } from './ActForm';

/** One act of one case, on a page of its own: a phone has room for nothing else. */
export function ActPage() {
  const { caseId = '', act = '' } = useParams();
  const { data: me } = useMe();
  const one = useCase(caseId);
  const form = useActForm(act);
  return (
    <Loaded of={one}>
      {(found) => (
        <Loaded of={form}>
          {({ label, schema }) =>
            me !== undefined && (
              <ActForm key={`${caseId}/${act}`} me={me} case={found} act={act} label={label} schema={schema} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}
