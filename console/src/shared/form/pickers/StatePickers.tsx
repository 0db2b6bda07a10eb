import type { InputProps } from '../inputProps';
import { useFormCase } from '../useFormCase';
import { OnePicker } from './OnePicker';

/** What the case's own state numbers: measures, cooperation tasks, questions, recusals, clues. */
interface Numbered {
  readonly id: string;
  readonly [more: string]: unknown;
}

function listOf(state: Readonly<Record<string, unknown>>, name: string): readonly Numbered[] {
  const list = state[name];
  return Array.isArray(list) ? (list as readonly Numbered[]) : [];
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

export function MeasurePicker(props: InputProps) {
  const { state } = useFormCase();
  const options = listOf(state, 'measures').map(({ id, goods }) => ({ value: id, label: `${id}：${words(goods)}` }));
  return <OnePicker {...props} options={options} none="本案没有采取过措施" />;
}

export function TaskPicker(props: InputProps) {
  const { state } = useFormCase();
  const options = listOf(state, 'cooperation').map((task) => ({
    value: task.id,
    label: `${task.id}：${words(task['requirement'])}`,
  }));
  return <OnePicker {...props} options={options} none="本案没有协办任务" />;
}

/** The bureau hasn't answered yet. */
export function GuidancePicker(props: InputProps) {
  const { state } = useFormCase();
  const options = listOf(state, 'guidance')
    .filter(({ open }) => open === true)
    .map(({ id, question }) => ({ value: id, label: `${id}：${words(question)}` }));
  return <OnePicker {...props} options={options} none="本案没有待答复的业务指导请求" />;
}

export function RecusalPicker(props: InputProps) {
  const { state } = useFormCase();
  const options = listOf(state, 'recusals').map((recusal) => ({
    value: recusal.id,
    label: `${recusal.id}：${words(recusal['person'])}，${words(recusal['reason'])}`,
  }));
  return <OnePicker {...props} options={options} none="本案没有回避申请" />;
}

/** An answer is owed or to be checked. */
export function UrgingPicker(props: InputProps) {
  const { state } = useFormCase();
  const options = listOf(state, 'urgings')
    .filter(
      ({ kind, open, answer, checked }) => open === true || (kind === 'order' && answer !== null && checked !== true),
    )
    .map(({ id, requirement }) => ({ value: id, label: `${id}：${words(requirement)}` }));
  return <OnePicker {...props} options={options} none="本案没有待答复、待核查的催办、督办" />;
}

/** Nobody has judged it yet. */
export function OverduePicker(props: InputProps) {
  const { state } = useFormCase();
  const options = listOf(state, 'overdue')
    .filter(({ appeal }) => (appeal as { judgement: unknown } | null)?.judgement == null)
    .map(({ id, name }) => ({ value: id, label: `${id}：${words(name)}` }));
  return <OnePicker {...props} options={options} none="本案没有可以申诉或者待裁定的超期" />;
}

export function CluePicker(props: InputProps) {
  const { state } = useFormCase();
  const ids = Array.isArray(state['clueIds']) ? (state['clueIds'] as readonly string[]) : [];
  return <OnePicker {...props} options={ids.map((id) => ({ value: id, label: id }))} none="本案没有线索" />;
}
