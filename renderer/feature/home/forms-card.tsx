import type { FormProgress } from '#shared/ipc/calls/sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { useText } from '../../ui/text.ts';
import './forms-card.css';

/** How full each form of the period is, and what is to be settled in it; each leads to its form. */
export function FormsCard({ forms }: { readonly forms: readonly FormProgress[] }) {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  const chooseForm = useNavigation((place) => place.chooseForm);
  return (
    <section className="home-card home-wide" aria-label={t('home.forms.title')}>
      <h2>{t('home.forms.title')}</h2>
      <ul className="form-list">
        {forms.map((form) => (
          <li key={form.form}>
            <button
              type="button"
              className="form-entry"
              onClick={() => {
                chooseForm(form.form);
                go('sheet');
              }}
            >
              <span className="form-entry-name">{form.name}</span>
              <span className="form-entry-title">{form.title}</span>
              <Bar form={form} />
              <span className="form-entry-count">
                {form.toFill > 0
                  ? t('home.forms.count', { filled: form.filled, toFill: form.toFill })
                  : t('home.forms.optional')}
              </span>
              <span className="form-entry-findings">
                {form.blocking > 0 && (
                  <>
                    <FindingMark severity="error" />
                    {t('home.forms.blocking', { count: form.blocking })}
                  </>
                )}
                {form.blocking === 0 && form.warnings > 0 && (
                  <>
                    <FindingMark severity="warning" />
                    {t('home.forms.warnings', { count: form.warnings })}
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The share of rows that are filled, as a bar that also says it in words. */
function Bar({ form }: { readonly form: FormProgress }) {
  const percent = form.toFill === 0 ? 0 : Math.round((100 * form.filled) / form.toFill);
  return (
    <svg className="form-bar" aria-hidden="true">
      <rect className="form-bar-ground" width="100%" height="8" rx="4" />
      <rect
        className={percent === 100 ? 'form-bar-full' : 'form-bar-part'}
        width={`${percent}%`}
        height="8"
        rx="4"
      />
    </svg>
  );
}
