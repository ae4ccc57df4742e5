import { Component } from 'react';
import type { ReactNode } from 'react';

import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/text.ts';

type Props = { readonly children: ReactNode };

/** Keeps a fault of one page from taking the frame with it. React offers this only to a class. */
export class PageBoundary extends Component<Props, { readonly isFaulty: boolean }> {
  override state = { isFaulty: false };

  static getDerivedStateFromError() {
    return { isFaulty: true };
  }

  override render(): ReactNode {
    return this.state.isFaulty ? <PageFault /> : this.props.children;
  }
}

function PageFault() {
  const { t } = useText();
  return (
    <Notice kind="error" title={t('frame.pageFault')}>
      {t('frame.pageFaultHint')}
    </Notice>
  );
}
