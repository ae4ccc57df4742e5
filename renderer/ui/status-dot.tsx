import './status-dot.css';

/** How firm a figure is: hollow for ước tính, half for sơ bộ, full for chính thức. */
export function StatusDot({ status }: { readonly status: string }) {
  return <span className={`status-dot status-dot-${status}`} aria-hidden="true" />;
}
