import './fingerprint.css';

const GROUP = /\d{1,4}/g;

/** The same within a sentence: `4636 5241`. */
export function groupedDigits(digits: string): string {
  return (digits.replace(/\D/g, '').match(GROUP) ?? []).join(' ');
}

/** Digits that people read to each other, in groups of four; other characters are left out. */
export function Fingerprint({ digits }: { readonly digits: string }) {
  const groups = digits.replace(/\D/g, '').match(GROUP) ?? [];
  return (
    <span className="fingerprint">
      {groups.map((group, index) => (
        // Groups never move; the blank keeps them apart when they are copied or read aloud.
        <span key={index}>{`${group} `}</span>
      ))}
    </span>
  );
}
