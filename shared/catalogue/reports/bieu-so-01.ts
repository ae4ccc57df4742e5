/** What a column of a printed form shows of a row. */
export type ReportColumn = {
  readonly code:
    | 'ordinal'
    | 'name'
    | 'unit'
    | 'previous'
    | 'target'
    | 'numerator'
    | 'denominator'
    | 'rate'
    | 'difference'
    | 'status'
    | 'verdict'
    | 'coverage'
    | 'note';
  readonly heading: string;
  /** The customary row under the heading: letters for what is text, numbers for what is counted. */
  readonly mark: string;
  /** Share of the table's width in percent, and how many letters of the body font fit on a line. */
  readonly width: number;
};

/** A form as it is printed, in the words of Nghị định 30/2020/NĐ-CP and of statistical forms. */
export type PrintedForm = {
  /** How regulations number the form; null for one that has no number. */
  readonly number: string | null;
  readonly title: string;
  /** The name by which the style sheet knows the widths of its columns. */
  readonly style: string;
  readonly columns: readonly ReportColumn[];
  readonly signatures: readonly { readonly title: string; readonly instruction: string }[];
};

/** Biểu số 01 of a district: A4 landscape. `{year}` is filled with the year of the period. */
export const bieuSo01: PrintedForm = {
  number: 'Biểu số 01',
  title: 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
  style: 'bieu-so-01',
  columns: [
    { code: 'ordinal', heading: 'STT', mark: 'A', width: 4 },
    { code: 'name', heading: 'Chỉ tiêu', mark: 'B', width: 20 },
    { code: 'unit', heading: 'Đơn vị tính', mark: 'C', width: 8.5 },
    { code: 'previous', heading: 'Thực hiện kỳ trước', mark: '1', width: 7 },
    { code: 'target', heading: 'Mục tiêu của tỉnh năm {year}', mark: '2', width: 8.5 },
    { code: 'numerator', heading: 'Tử số', mark: '3', width: 9.5 },
    { code: 'denominator', heading: 'Mẫu số', mark: '4', width: 9.5 },
    { code: 'rate', heading: 'Thực hiện trong kỳ', mark: '5', width: 7.5 },
    { code: 'difference', heading: 'Chênh lệch so với mục tiêu', mark: '6 = 5 - 2', width: 7.5 },
    { code: 'status', heading: 'Tình trạng số liệu', mark: 'D', width: 6.5 },
    { code: 'note', heading: 'Ghi chú', mark: 'E', width: 11.5 },
  ],
  signatures: [
    { title: 'NGƯỜI LẬP BIỂU', instruction: '(Ký, họ tên)' },
    { title: 'NGƯỜI KIỂM TRA BIỂU', instruction: '(Ký, họ tên)' },
    { title: 'THỦ TRƯỞNG ĐƠN VỊ', instruction: '(Ký, đóng dấu, họ tên)' },
  ],
};

/** The national name and motto that open every administrative document (ND 30/2020, ô số 1). */
export const nationalHeading = {
  name: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
} as const;
