/** What became of each file of a folder: the province's bundles, a district's receipts. */
export const viVerdict = {
  outcomes: {
    accepted: 'Đã tiếp nhận',
    held: 'Chờ chấp nhận',
    'already-received': 'Đã nhận trước đó',
    refused: 'Không nhận',
    skipped: 'Bỏ qua',
  },
  counts: {
    accepted: 'đã tiếp nhận',
    taken: 'đã nhận',
    held: 'chờ chấp nhận',
    'already-received': 'đã nhận trước đó',
    refused: 'không nhận',
    skipped: 'bỏ qua',
  },
  reasons: {
    accepted: '{{unit}} – {{period}}, lần {{revision}}. Chữ ký đúng, đã lưu đủ.',
    acceptedPlain: 'Chữ ký đúng, đã lưu đủ.',
    'already-received': '{{unit}} – {{period}}, lần {{revision}}. Gói này đã có, không lưu lại.',
    alreadyReceivedPlain: 'Tệp này đã được nhận trước đó, không có gì thay đổi.',
    catalogue:
      'Danh mục kế hoạch phiên bản {{version}} của tỉnh. Chữ ký đúng. Chưa dùng: hãy xem thay đổi rồi chấp nhận.',
    catalogueAgain: 'Danh mục kế hoạch phiên bản {{version}} đã có ở đây, không có gì thay đổi.',
    skipped: 'Không phải tệp cần đọc ở đây. Tệp được để nguyên.',
    receipt: 'Phiếu trả lời của tỉnh: {{answer}}. {{period}}, lần {{revision}}. Chữ ký đúng.',
  },
  receipt: 'Phiếu trả lời: {{fileName}}',
  refuse: 'Ký phiếu không nhận…',
  skippedFiles: 'Bỏ qua {{files}} tệp không gửi đến đây (tệp của chính đơn vị, tệp khóa, tệp khác)',
  nothingToRead: 'Nơi đã chọn không có tệp nào gửi đến đơn vị này.',
  listLabel: 'Kết quả từng tệp',
  empty: 'Không thấy tệp nào ở nơi đã chọn. Kiểm tra lại USB hoặc chọn thư mục khác.',
} as const;
