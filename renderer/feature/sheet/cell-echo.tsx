import { readNumber } from '#shared/domain/number-input.ts';
import { useText } from '../../ui/text.ts';
import type { Text } from '../../ui/text.ts';

/** Under the cell, while typing: what is understood of it. */
export function CellEcho(props: {
  readonly typed: string;
  readonly unitWords: readonly string[];
  readonly isLow: boolean;
}) {
  const { typed, unitWords, isLow } = props;
  const text = useText();
  const echo = echoOf(typed, unitWords, text);
  if (echo === null) return null;
  const classes = [
    'cell-below cell-echo',
    echo.isFault ? 'cell-echo-fault' : null,
    isLow ? 'cell-below-up' : null,
  ];
  return (
    <div className={classes.filter((name) => name !== null).join(' ')} role="status">
      {echo.words}
    </div>
  );
}

function echoOf(
  typed: string,
  unitWords: readonly string[],
  { t, formatDecimal }: Text,
): { readonly words: string; readonly isFault: boolean } | null {
  const reading = readNumber(typed.normalize('NFC'), unitWords);
  switch (reading.kind) {
    case 'empty':
      return null;
    case 'nil':
      return { words: t('sheet.echo.nil'), isFault: false };
    case 'missing':
      return { words: t('sheet.echo.missing'), isFault: false };
    case 'number':
      return {
        words: t('sheet.echo.number', { value: formatDecimal(reading.value) }),
        isFault: false,
      };
    case 'ambiguous': {
      const readings = reading.readings.map((each) => formatDecimal(each));
      return {
        words: t('sheet.echo.ambiguous', { readings: readings.join(t('sheet.echo.or')) }),
        isFault: true,
      };
    }
    case 'fault':
      return { words: t('sheet.echo.unreadable'), isFault: true };
  }
}
