import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import { useMe } from '../shared/api/reads';
import { leaveNothing } from '../shell/leaveNothing';

/** Makes this machine's display a wall of nobody's: whoever is signed in leaves it, and it goes on for days. */
export function HangUp() {
  const { data: me } = useMe();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [place, setPlace] = useState('');
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  if (me === undefined) return null;

  async function hangUp(person: string): Promise<void> {
    setFault(null);
    setSending(true);
    try {
      if (!(await leaveNothing(person))) return;
      await post('/api/v1/wall/screens', { place: place.trim() }, {});
      queries.removeQueries({ queryKey: ['me'] });
      await queries.invalidateQueries({ queryKey: ['wall'] });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFault(error.message);
    } finally {
      setSending(false);
    }
  }

  return (
    <>
      <Button ghost onClick={() => dialog.current?.showModal()}>
        设为常开
      </Button>
      {/* The browser's own: Ant Design's writes a style without our nonce. */}
      <dialog ref={dialog} className="hang-up" aria-labelledby="hang-up">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void hangUp(me.id);
          }}
        >
          <h2 id="hang-up">让这块屏幕常开大屏</h2>
          <p>
            这台机器从此只能看大屏，不用再登录；{me.name}
            在这台机器上的登录随即结束，不会被路过的人使用。常开到安全管理员结束它，或者连续 30 天没有打开为止。
          </p>
          <label>
            挂在哪里
            <Input
              required
              value={place}
              maxLength={20}
              placeholder="例如：指挥大厅东墙"
              onChange={({ target }) => setPlace(target.value)}
            />
          </label>
          {fault !== null && (
            <p className="fault" role="alert">
              {fault}
            </p>
          )}
          <p className="line">
            <Button type="primary" htmlType="submit" loading={sending} disabled={place.trim() === ''}>
              设为常开
            </Button>
            <Button onClick={() => dialog.current?.close()}>不设</Button>
          </p>
        </form>
      </dialog>
    </>
  );
}
