import type { ReactNode, Ref } from 'react';

type ScrollRegionProps = {
  readonly label: string;
  readonly className: string;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
};

/** What scrolls can be reached by keyboard, even where nothing in it takes the focus. */
export function ScrollRegion({ label, className, ref, children }: ScrollRegionProps) {
  return (
    <div
      ref={ref}
      className={className}
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- WCAG 2.1.1 asks for it
      tabIndex={0}
    >
      {children}
    </div>
  );
}
