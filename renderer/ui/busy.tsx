import './busy.css';
import { useText } from './text.ts';

/** Something is being read or written. `isPage` centres it where a page will stand. */
export function Busy(props: { readonly label?: string; readonly isPage?: boolean }) {
  const { t } = useText();
  return (
    <div className={props.isPage === true ? 'busy busy-page' : 'busy'} role="status">
      <span className="busy-mark" aria-hidden="true" />
      {props.label ?? t('frame.loading')}
    </div>
  );
}
