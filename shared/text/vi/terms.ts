/** The glossary's words, used by every screen, document and command. */
export const viTerms = {
  appName: 'Sổ Chỉ Tiêu',
  roles: {
    recorder: 'Nhập liệu',
    checker: 'Kiểm tra',
    approver: 'Duyệt',
    receiver: 'Tiếp nhận',
    consolidator: 'Tổng hợp',
  },
  roleTitles: {
    recorder: 'Chuyên viên nhập liệu',
    checker: 'Lãnh đạo phòng (kiểm tra)',
    approver: 'Lãnh đạo UBND (duyệt)',
    receiver: 'Chuyên viên tiếp nhận',
    consolidator: 'Chuyên viên tổng hợp',
  },
  sides: { district: 'Đơn vị cấp huyện', province: 'Cấp tỉnh (Sở Kế hoạch và Đầu tư)' },
  states: {
    recording: 'Đang nhập',
    'awaiting-check': 'Chờ kiểm tra',
    'awaiting-approval': 'Chờ duyệt',
    approved: 'Đã duyệt',
    sealed: 'Đã đóng gói',
    received: 'Tỉnh đã tiếp nhận',
    returned: 'Tỉnh trả lại',
  },
  /** What the province says of a bundle. */
  answers: {
    accepted: 'Tiếp nhận',
    'accepted-with-notes': 'Tiếp nhận, có ý kiến',
    returned: 'Trả lại để hoàn thiện',
    refused: 'Không nhận',
  },
  /** Whether a unit's report has come to the province. */
  reports: {
    'on-time': 'Đã tiếp nhận',
    'sealed-on-time': 'Nhận sau hạn',
    late: 'Gửi muộn',
    returned: 'Đã trả lại',
    missing: 'Chưa gửi',
  },
  actions: {
    submit: 'Gửi kiểm tra',
    check: 'Đã kiểm tra, trình duyệt',
    approve: 'Duyệt',
    'approve-on-paper': 'Ghi nhận đã duyệt trên giấy',
    return: 'Trả lại',
    seal: 'Đóng gói',
    receive: 'Tỉnh tiếp nhận',
    'hand-back': 'Tỉnh trả lại',
    revise: 'Mở lại để chỉnh sửa',
  },
  statuses: { estimated: 'Ước tính', provisional: 'Sơ bộ', official: 'Chính thức' },
  columns: {
    numerator: 'Tử số',
    denominator: 'Mẫu số',
    value: 'Giá trị',
    status: 'Tình trạng',
    note: 'Ghi chú',
    rate: 'Thực hiện',
  },
  severities: { error: 'Lỗi', warning: 'Cảnh báo', explain: 'Phải giải trình' },
  reportedBy: {
    province: 'Tỉnh công bố',
    district: 'Huyện báo cáo',
    commune: 'Tổng hợp từ xã',
  },
} as const;
