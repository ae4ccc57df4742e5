import { pair } from '../../helpers/keyrings.ts';
import { officer } from './command.ts';

/** The province and district 300, who know each other, at the terminal. */
export async function offices() {
  const { district, province, stick } = await pair();
  district.close();
  province.close();
  const provinceData = province.office.dataFolder;
  return {
    provinceData,
    stick,
    recorder: officer(district.office.dataFolder, 'recorder'),
    receiver: officer(provinceData, 'receiver'),
    /** The receiver with further lines of standard input. */
    giving: (...lines: readonly string[]) => officer(provinceData, 'receiver', lines),
  };
}
