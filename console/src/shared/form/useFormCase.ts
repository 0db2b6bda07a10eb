import type { CaseView } from '../api/types';
import { useForm } from './useForm';

/** The case of the form, for the fields that choose from what it holds. */
export function useFormCase(): CaseView {
  const { case: one } = useForm();
  if (one === null) throw new Error('a field that chooses from a case stands in a form of many');
  return one;
}
