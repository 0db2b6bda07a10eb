/** Why something can't be tried, line by line; nothing where it can. */
export function Fault({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p className="fault lines" role="alert">
      {text}
    </p>
  );
}
