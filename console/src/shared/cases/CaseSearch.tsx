import { Button } from 'antd';
import { useId, useState } from 'react';

export interface CaseSearchProps {
  /** What is looked for now; empty: nothing. */
  readonly sought: string;
  readonly seek: (text: string) => void;
}

/** A case by its number, its item or a place. Not by a party's name: that is personal. */
export function CaseSearch({ sought, seek }: CaseSearchProps) {
  const id = useId();
  const [text, setText] = useState(sought);
  return (
    <form
      className="card case-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        seek(text.trim());
      }}
    >
      <label htmlFor={id}>查找案件</label>
      <input
        id={id}
        type="search"
        maxLength={60}
        placeholder="案件编号（可只写数字）、事项名称或者地点"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="primary" htmlType="submit">
        查找
      </Button>
    </form>
  );
}
