import type { FormProgress } from '#shared/ipc/calls/sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useText } from '../../ui/text.ts';
import './form-tabs.css';

/** The forms of the period, each with how far it has come; one is open. */
export function FormTabs(props: {
  readonly forms: readonly FormProgress[];
  readonly current: string;
  /** How far the open form has come by now: newer than what the services told. */
  readonly filled: number;
}) {
  const { t } = useText();
  const chooseForm = useNavigation((place) => place.chooseForm);
  if (props.forms.length < 2) return null;
  return (
    <nav className="form-tabs" aria-label={t('sheet.forms')}>
      {props.forms.map((form) => {
        const isCurrent = form.form === props.current;
        const filled = isCurrent ? props.filled : form.filled;
        return (
          <button
            key={form.form}
            type="button"
            className="form-tab"
            aria-current={isCurrent ? 'page' : undefined}
            title={form.title}
            onClick={() => {
              chooseForm(form.form);
            }}
          >
            {form.name}
            {form.toFill > 0 && (
              <span className="form-tab-count">
                {filled}/{form.toFill}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
