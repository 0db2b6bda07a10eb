import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { post } from '../shared/api/client';

export interface EndButtonProps {
  /** Of the two lists on the page. */
  readonly what: 'sessions' | 'screens';
  readonly id: string;
  readonly question: string;
  readonly label: string;
}

/** Ends a session or a screen, once it was asked whether that is meant; the fault stands beside it. */
export function EndButton({ what, id, question, label }: EndButtonProps) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => post(`/api/v1/administration/${what}/${id}/end`, {}, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: [what] }),
  });
  return (
    <>
      <Popconfirm title={question} okText={label} cancelText="不结束" onConfirm={() => end.mutate()}>
        <Button loading={end.isPending}>{label}</Button>
      </Popconfirm>
      {end.error !== null && (
        <p className="fault" role="alert">
          {end.error.message}
        </p>
      )}
    </>
  );
}
