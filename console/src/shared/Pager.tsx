import { Button } from 'antd';

export interface PagerProps<C> {
  /** Where each page began that was turned to; the last is the one shown. None: the first page. */
  readonly turned: readonly C[];
  /** Where the next page begins; null = this is the last. */
  readonly next: C | null;
  readonly turn: (turned: readonly C[]) => void;
}

/** One page after another, and back: lists are longer than anybody reads. Nothing where one page is all. */
export function Pager<C>({ turned, next, turn }: PagerProps<C>) {
  if (next === null && turned.length === 0) return null;
  return (
    <nav className="line" aria-label="翻页">
      <Button disabled={turned.length === 0} onClick={() => turn(turned.slice(0, -1))}>
        上一页
      </Button>
      <span className="quiet">第 {turned.length + 1} 页</span>
      <Button disabled={next === null} onClick={() => next !== null && turn([...turned, next])}>
        下一页
      </Button>
    </nav>
  );
}
