import type { Side } from '#shared/domain/role.ts';
import type { MessageKey } from '#shared/text/translate.ts';
import type { PageName } from '../state/navigation-store.ts';
import type { IconName } from '../ui/icon.tsx';

export type RailEntry = {
  readonly page: PageName;
  readonly icon: IconName;
  readonly label: MessageKey;
};

/** The pages of each side in the order of the work. */
export const railEntries: Readonly<Record<Side, readonly RailEntry[]>> = {
  district: [
    { page: 'home', icon: 'home', label: 'frame.pages.home' },
    { page: 'sheet', icon: 'sheet', label: 'frame.pages.sheet' },
    { page: 'attachments', icon: 'attach', label: 'frame.pages.attachments' },
    { page: 'approval', icon: 'approve', label: 'frame.pages.approval' },
    { page: 'bundle', icon: 'bundle', label: 'frame.pages.bundle' },
    { page: 'report', icon: 'print', label: 'frame.pages.report' },
    { page: 'plan', icon: 'plan', label: 'frame.pages.plan' },
    { page: 'history', icon: 'history', label: 'frame.pages.history' },
    { page: 'trust', icon: 'key', label: 'frame.pages.trust' },
    { page: 'settings', icon: 'settings', label: 'frame.pages.settings' },
  ],
  province: [
    { page: 'home', icon: 'home', label: 'frame.pages.home' },
    { page: 'receive', icon: 'inbox', label: 'frame.pages.receive' },
    { page: 'attachments', icon: 'attach', label: 'frame.pages.attachments' },
    { page: 'consolidation', icon: 'sum', label: 'frame.pages.consolidation' },
    { page: 'following', icon: 'chart', label: 'frame.pages.following' },
    { page: 'sheet', icon: 'sheet', label: 'frame.pages.provinceSheet' },
    { page: 'catalogue', icon: 'pencil', label: 'frame.pages.catalogue' },
    { page: 'report', icon: 'print', label: 'frame.pages.report' },
    { page: 'plan', icon: 'plan', label: 'frame.pages.plan' },
    { page: 'trust', icon: 'key', label: 'frame.pages.provinceTrust' },
    { page: 'settings', icon: 'settings', label: 'frame.pages.settings' },
  ],
};
