import { Navigate } from 'react-router';
import { useMe } from '../shared/api/reads';
import { desksOf } from './desks';

export function Home() {
  const { data: me } = useMe();
  return me === undefined ? null : <Navigate to={desksOf(me.role)[0].to} replace />;
}
