import { Badge } from '../../ui/badge.tsx';
import { useText } from '../../ui/text.ts';

type Test = { readonly testedAt: string | null; readonly isTestDue: boolean };

/** When a key was last tried, and whether it is time to try it again. */
export function LastTest({ test }: { readonly test: Test }) {
  const { t, formatInstant } = useText();
  return (
    <span className="last-test">
      {test.testedAt === null ? t('trust.province.checks.never') : formatInstant(test.testedAt)}
      {test.isTestDue && (
        <>
          <Badge tone="warning" icon="warning">
            {t('trust.province.checks.due')}
          </Badge>
          <span className="caption">{t('trust.province.checks.dueHint')}</span>
        </>
      )}
    </span>
  );
}
