import { viSheet } from '#shared/text/vi/sheet.ts';
import type { Text } from '../../ui/text.ts';

/** Why a draft cell is no value yet, in words. */
export function faultText(fault: string, typed: string, { t }: Text): string {
  return isKnown(fault)
    ? t(`sheet.faults.${fault}`, { typed })
    : t('findings.cell-unreadable', { typed });
}

function isKnown(fault: string): fault is keyof typeof viSheet.faults {
  return Object.hasOwn(viSheet.faults, fault);
}
