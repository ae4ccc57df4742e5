/** What a check says of a row: what is wrong and what to do about it. */
export const viFindings = {
  'cell-unreadable': 'Chưa hiểu “{{typed}}”. Nội dung đã gõ vẫn được giữ; hãy gõ lại cho rõ.',
  'row-not-filled': 'Chưa nhập số liệu. Gõ “-” nếu không phát sinh, “...” nếu chưa có số liệu.',
  'row-half-filled': 'Mới nhập một trong hai: tử số hoặc mẫu số. Hãy nhập nốt phần còn thiếu.',
  'status-missing': 'Chưa chọn tình trạng số liệu: ước tính, sơ bộ hay chính thức.',
  'rate-out-of-range':
    'Kết quả {{rate}} nằm ngoài khoảng có thể ({{min}} đến {{max}}). Hãy kiểm tra số đã nhập và đơn vị tính.',
  'denominator-zero': 'Mẫu số bằng 0 nên không tính được. Nếu không phát sinh, gõ “-”.',
  'rate-unusual':
    'Kết quả {{rate}} khác thường (thường từ {{min}} đến {{max}}). Hãy kiểm tra lại; nếu đúng, ghi lý do ở ô Ghi chú.',
  'value-needs-note':
    'Kết quả được gõ thẳng, không có tử số và mẫu số. Hãy ghi nguồn hoặc lý do vào ô Ghi chú.',
  'numerator-above-denominator': 'Tử số lớn hơn mẫu số. Hãy kiểm tra lại hai số.',
  other: 'Cần rà soát ({{code}}).',
} as const;
