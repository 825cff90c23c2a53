/** Sentences between hairlines. */
export function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((sentence) => (
        <li key={sentence} className="border-b border-rule py-2.5 text-body last:border-b-0">
          {sentence}
        </li>
      ))}
    </ul>
  );
}
