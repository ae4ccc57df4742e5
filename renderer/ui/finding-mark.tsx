import type { Severity } from '#shared/domain/check.ts';
import './finding-mark.css';
import { Icon } from './icon.tsx';
import { useText } from './text.ts';

/** The sign of a severity, with its word for those who do not see it. */
export function FindingMark({ severity }: { readonly severity: Severity }) {
  const { t } = useText();
  return (
    <span
      className={`finding-mark finding-mark-${severity}`}
      title={t(`terms.severities.${severity}`)}
    >
      <Icon name={severity} />
      <span className="visually-hidden">{t(`terms.severities.${severity}`)}</span>
    </span>
  );
}
