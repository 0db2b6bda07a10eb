import { Alert, Button } from 'antd';
import { useSearchParams } from 'react-router';

const WHY: Readonly<Record<string, string>> = {
  ended: '登录已过期，请重新登录。没有提交的内容还在本机，登录后可以接着填。',
  left: '您已退出登录。',
};

export function SignIn() {
  const [given] = useSearchParams();
  const failed = given.has('failed');
  const why = WHY[given.get('why') ?? ''];
  const to = given.get('to') ?? '/';
  return (
    <main className="sign-in" id="main">
      <h1>崇州市分级办案</h1>
      <p className="quiet">综合行政执法分级办案服务</p>
      {failed && <Alert type="error" showIcon title="登录没有完成，请再试一次；仍不行时请联系系统管理员。" />}
      {!failed && why !== undefined && <Alert type="info" showIcon title={why} />}
      <Button type="primary" size="large" block href={`/auth/sign-in?${new URLSearchParams({ to }).toString()}`}>
        登录
      </Button>
      <p className="quiet">将转到统一身份认证，完成后自动回来。</p>
    </main>
  );
}
