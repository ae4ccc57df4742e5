/** What became of each file of a folder: the province's bundles, a district's receipts. */
export const viVerdict = {
  outcomes: {
    accepted: 'Đã tiếp nhận',
    revision: 'Bản chỉnh sửa',
    'already-received': 'Đã nhận trước đó',
    copy: 'Trùng tệp khác',
    held: 'Chờ xử lý',
    refused: 'Không nhận',
    skipped: 'Bỏ qua',
  },
  /** Of a dry run: what would become of a file. */
  expected: {
    accepted: 'Sẽ tiếp nhận',
    revision: 'Sẽ nhận bản chỉnh sửa',
    'already-received': 'Đã nhận trước đó',
    copy: 'Trùng tệp khác',
    held: 'Chờ xử lý',
    refused: 'Sẽ không nhận',
    skipped: 'Bỏ qua',
  },
  counts: {
    accepted: 'đã tiếp nhận',
    new: 'gói mới',
    taken: 'đã nhận',
    revision: 'bản chỉnh sửa',
    'already-received': 'đã nhận trước đó',
    copy: 'trùng với tệp khác',
    held: 'chờ xử lý',
    refused: 'không nhận',
    skipped: 'bỏ qua',
  },
  /** What a person does about a bundle that is held. */
  held: {
    'sequence-fork':
      'Hỏi đơn vị bản nào đúng, rồi bấm Xem và quyết định ở trang này. Có thể hai máy cùng gửi, hoặc sổ được khôi phục.',
    'sequence-jump':
      'Hỏi đơn vị số thứ tự gói gần nhất. Nếu đúng, bấm Xem và quyết định ở trang này để tính gói.',
    'series-unknown':
      'Đơn vị dùng máy mới hoặc đã khôi phục sổ. Gọi cho đơn vị rồi bấm Xem và quyết định ở trang này, hoặc đăng ký lại ở trang Khóa và đơn vị (so dấu khóa qua điện thoại) rồi tiếp nhận lại tệp.',
    'catalogue-newer': 'Tỉnh cần cập nhật danh mục kế hoạch trước, rồi tiếp nhận lại tệp này.',
    'bundle-newer-than-program':
      'Cập nhật chương trình ở máy này, rồi tiếp nhận lại tệp này. Đơn vị không phải gửi lại.',
  },
  quarantined: 'Bản sao để ở nơi cách ly: {{fileName}}',
  notQuarantined: 'Không chép được vào nơi cách ly. {{reason}}',
  byFileName: 'Theo tên tệp: {{unit}}',
  filter: 'Lọc theo kết quả',
  all: 'Tất cả',
  search: 'Tìm trong danh sách',
  noneOfFilter: 'Không có tệp nào khớp.',
  more: 'Hiện thêm {{count}} tệp (còn {{rest}})',
  reasons: {
    accepted: '{{unit}} – {{period}}, lần {{revision}}. Chữ ký đúng, đã lưu đủ.',
    expected: '{{unit}} – {{period}}, lần {{revision}}. Chữ ký đúng, gói nguyên vẹn.',
    replaces: 'Thay bản lần {{revision}}, đã nhận {{at}}.',
    replacesExpected: 'Thay bản lần {{revision}} trong cùng lần đọc này.',
    acceptedPlain: 'Chữ ký đúng, đã lưu đủ.',
    'already-received': '{{unit}} – {{period}}, lần {{revision}}. Gói này đã có, không lưu lại.',
    copy: 'Trùng với tệp {{file}} trong lần này, chỉ tính một lần.',
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
