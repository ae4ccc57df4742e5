import { bieuSo01 } from './bieu-so-01.ts';
import type { PrintedForm } from './bieu-so-01.ts';

/** What the province consolidated of a period, for its leaders: A4 landscape. */
export const bieuTongHop: PrintedForm = {
  number: null,
  title: 'BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
  style: 'bieu-tong-hop',
  columns: [
    { code: 'ordinal', heading: 'STT', mark: 'A', width: 4 },
    { code: 'name', heading: 'Chỉ tiêu', mark: 'B', width: 27 },
    { code: 'unit', heading: 'Đơn vị tính', mark: 'C', width: 11 },
    { code: 'target', heading: 'Mục tiêu năm {year}', mark: '1', width: 11 },
    { code: 'rate', heading: 'Thực hiện', mark: '2', width: 9 },
    { code: 'difference', heading: 'Chênh lệch', mark: '3 = 2 - 1', width: 8 },
    { code: 'verdict', heading: 'Đánh giá', mark: 'D', width: 8 },
    { code: 'coverage', heading: 'Độ bao phủ (đơn vị)', mark: '4', width: 8 },
    { code: 'note', heading: 'Ghi chú', mark: 'E', width: 14 },
  ],
  signatures: bieuSo01.signatures,
};

/** The office of the province that consolidates (plan 1112/KH-UBND, part V). */
export const consolidatingOffice = 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ';
