/** The shape of the list before it is there. */
export function ListSkeleton() {
  return (
    <div aria-busy="true">
      <div className="space-y-2" aria-hidden="true">
        <div className="h-12 w-full rounded-chip bg-sunk" />
        <div className="h-12 w-full rounded-chip bg-sunk" />
        {[1, 2, 3, 4, 5, 6].map((row) => (
          <div key={row} className="h-18 border-b border-rule" />
        ))}
      </div>
    </div>
  );
}
