import { useContext } from 'react';
import { FormContext, type FormKnows } from './FormContext';

export function useForm(): FormKnows {
  const known = useContext(FormContext);
  if (known === null) throw new Error('a field stands outside of a form');
  return known;
}
