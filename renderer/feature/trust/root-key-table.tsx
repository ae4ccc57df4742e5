import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { LastTest } from './last-test.tsx';

type Keys = NonNullable<NonNullable<TrustState['keyring']>['root']>['keys'];

/** The root keys in use, in the order of the record of handing over, and when each was tried. */
export function RootKeyTable({ keys }: { readonly keys: Keys }) {
  const { t } = useText();
  return (
    <div className="table-frame">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('trust.province.roots.key')}</th>
            <th scope="col">{t('trust.province.roots.fingerprint')}</th>
            <th scope="col">{t('trust.province.roots.tested')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key, at) => (
            <tr key={key.fingerprint}>
              <th scope="row">{t('trust.province.roots.keyNumber', { number: at + 1 })}</th>
              <td>
                <Fingerprint digits={key.fingerprint} />
              </td>
              <td>
                <LastTest test={key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
