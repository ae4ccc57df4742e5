/** The province's page that shows what one unit sent. */
export const viReceived = {
  subtitle: '{{period}} · lần {{revision}} · nhận lúc {{at}} · mã kiểm tra {{code}}',
  back: 'Về trang Tiếp nhận',
  periods: 'Các kỳ đã nhận của đơn vị này',
  forms: 'Các biểu của báo cáo',
  section: 'Mục',
  explanations: 'Giải trình',
  remarks: 'Tình trạng, ghi chú và nguồn của từng số liệu',
  emptyForm: 'Báo cáo đã nhận không có nội dung ở biểu này.',
  none: 'Chưa có báo cáo để xem',
  noneHint: 'Chọn một đơn vị đã gửi ở trang Tiếp nhận.',
} as const;
