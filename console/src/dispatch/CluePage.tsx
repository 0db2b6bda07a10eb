import { Link, useParams } from 'react-router';
import { ClueDetail } from './ClueDetail';

export function CluePage() {
  const { clueId = '' } = useParams();
  return (
    <>
      <Link className="back" to="/dispatch">
        ← 返回派单
      </Link>
      <h1>线索</h1>
      <ClueDetail clueId={clueId} />
    </>
  );
}
