/** The page that prints Biểu số 01. */
export const viReport = {
  title: 'In báo cáo',
  noneTitle: 'Kỳ kế hoạch không có biểu in',
  noneBody: 'Biểu số 01 in cho các kỳ báo cáo. Chọn một kỳ báo cáo ở thanh trên.',
  subtitle: 'Biểu số 01 · {{period}}',
  consolidatedSubtitle: 'Biểu tổng hợp · {{period}}',
  consolidatedFrame: 'Bản in Biểu tổng hợp',
  loading: 'Đang dàn trang',
  frame: 'Bản in Biểu số 01',
  pages: '{{pages}} trang A4 ngang',
  draft: {
    title: 'Bản nháp',
    text: 'Báo cáo chưa được duyệt nên mỗi trang in có chữ “BẢN NHÁP”. Bản chính thức in sau khi lãnh đạo UBND duyệt.',
  },
  save: {
    action: 'Lưu PDF…',
    working: 'Đang lưu',
    doneTitle: 'Đã lưu PDF',
    done: '{{fileName}} ({{pages}} trang) trong {{folder}}.',
  },
  print: { action: 'In…', working: 'Đang mở hộp in' },
  refresh: 'Dàn lại trang',
} as const;
