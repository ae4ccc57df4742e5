/** What a check says of a row: what is wrong and what to do about it. */
export const viFindings = {
  'cell-unreadable': 'Chưa hiểu “{{typed}}”. Nội dung đã gõ vẫn được giữ; hãy gõ lại cho rõ.',
  'cell-carried': 'Lấy từ kỳ trước, chưa xác nhận. Kiểm tra rồi bấm “Xác nhận”, hoặc gõ số mới.',
  'row-not-filled': 'Chưa nhập số liệu. Gõ “-” nếu không phát sinh, “...” nếu chưa có số liệu.',
  'row-half-filled': 'Mới nhập một trong hai: tử số hoặc mẫu số. Hãy nhập nốt phần còn thiếu.',
  'status-missing': 'Chưa chọn tình trạng số liệu: ước tính, sơ bộ hay chính thức.',
  'rate-out-of-range':
    'Kết quả {{value}} nằm ngoài khoảng có thể ({{min}} đến {{max}}). Hãy kiểm tra số đã nhập và đơn vị tính.',
  'denominator-zero': 'Mẫu số bằng 0 nên không tính được. Nếu không phát sinh, gõ “-”.',
  'rate-unusual':
    'Kết quả {{value}} khác thường (thường từ {{min}} đến {{max}}). Hãy kiểm tra lại; nếu đúng, ghi lý do ở ô Ghi chú.',
  'value-needs-note':
    'Kết quả được gõ thẳng, không có tử số và mẫu số. Hãy ghi nguồn hoặc lý do vào ô Ghi chú.',
  'numerator-above-denominator': 'Tử số lớn hơn mẫu số. Hãy kiểm tra lại hai số.',
  'negative-amount': 'Số {{value}} nhỏ hơn 0. Hãy kiểm tra lại dấu và số đã nhập.',
  'shares-not-whole':
    'Các tỷ trọng cộng lại bằng {{sum}}, phải bằng {{whole}}. Hãy kiểm tra từng số.',
  'cumulative-fell':
    'Số lũy kế {{value}} thấp hơn kỳ trước ({{before}}). Hãy kiểm tra lại; nếu đúng, hãy giải trình.',
  'cumulative-not-continued':
    'Lũy kế {{value}} khác lũy kế kỳ trước cộng trong kỳ ({{expected}}). Hãy sửa một trong các số.',
  'changed-from-previous':
    'Kết quả {{value}} khác nhiều so với kỳ {{basePeriod}} ({{before}}). Hãy kiểm tra lại; nếu đúng, hãy giải trình.',
  'changed-from-same-period':
    'Kết quả {{value}} khác nhiều so với cùng kỳ {{basePeriod}} ({{before}}). Hãy kiểm tra lại; nếu đúng, hãy giải trình.',
  'denominator-changed':
    'Mẫu số {{value}} khác nhiều so với kỳ {{basePeriod}} ({{before}}). Hãy kiểm tra số đã nhập và đơn vị tính.',
  'outlier-own-history':
    'Kết quả {{value}} lệch xa các kỳ trước của đơn vị (thường quanh {{median}}). Hãy kiểm tra lại.',
  'outlier-peers':
    'Kết quả {{value}} lệch xa các đơn vị khác (thường quanh {{median}}). Hãy kiểm tra lại.',
  'official-before-poverty-review':
    'Rà soát hộ nghèo diễn ra từ 01/9 đến 14/12, nên số liệu năm {{figureYear}} chưa thể là “{{status}}” trước ngày {{officialFrom}}. Hãy chọn ước tính hoặc sơ bộ.',
  'official-before-year-end':
    'Danh hiệu văn hóa được bình xét cuối năm, nên số liệu năm {{figureYear}} chưa thể là “{{status}}” trước ngày {{officialFrom}}. Hãy chọn ước tính hoặc sơ bộ.',
  'official-before-yearly-figures':
    'Số liệu năm {{figureYear}} được công bố chính thức từ ngày {{officialFrom}}, nên chưa thể là “{{status}}”. Hãy chọn ước tính hoặc sơ bộ.',
  'task-not-reported':
    'Chưa báo cáo nhiệm vụ này. Hãy chọn trạng thái; nếu không thuộc đơn vị, chọn “Không phát sinh”.',
  'task-state-missing': 'Chưa chọn trạng thái của nhiệm vụ.',
  'name-missing': 'Chưa ghi tên nhiệm vụ của đơn vị.',
  'progress-out-of-range': 'Tiến độ {{value}}% phải từ 0% đến 100%.',
  'done-below-hundred':
    'Đã hoàn thành nhưng tiến độ là {{value}}%. Hãy sửa tiến độ hoặc trạng thái; nếu đúng, hãy giải trình.',
  'not-started-with-progress': 'Chưa triển khai nhưng tiến độ là {{value}}%. Hãy kiểm tra lại.',
  'obstacles-missing': 'Nhiệm vụ quá hạn: hãy ghi khó khăn, vướng mắc.',
  'result-missing': 'Chưa ghi kết quả đến kỳ báo cáo.',
  'funds-not-filled': 'Chưa nhập vốn. Gõ “-” nếu không có vốn, “...” nếu chưa có số liệu.',
  'funds-half-filled':
    'Còn thiếu kế hoạch vốn, giải ngân trong kỳ hoặc lũy kế. Gõ “-” nếu không phát sinh.',
  'in-period-above-cumulative':
    'Giải ngân trong kỳ ({{numerator}}) lớn hơn lũy kế từ đầu năm ({{denominator}}). Hãy kiểm tra lại hai số.',
  'disbursed-above-plan':
    'Lũy kế giải ngân ({{numerator}}) lớn hơn kế hoạch vốn ({{denominator}}). Hãy kiểm tra lại; nếu đúng, hãy giải trình.',
  'commune-left-behind':
    'Các xã khác đã có số liệu chỉ tiêu này ({{others}} đơn vị) còn xã này chưa. Gõ “-” nếu không phát sinh, “...” nếu chưa có.',
  'commune-rate-unusual':
    'Tỷ lệ {{value}} của xã này khác thường (thường từ {{min}} đến {{max}}). Hãy kiểm tra lại.',
  'support-not-filled': 'Chưa nhập kết quả chính sách này. Gõ “-” nếu không phát sinh.',
  'support-half-filled':
    'Có số lượng thì phải có số tiền, và ngược lại. Gõ “-” nếu không phát sinh.',
  'section-empty': 'Mục này chưa có nội dung.',
  'plan-number-missing': 'Chưa ghi số, ký hiệu và ngày của kế hoạch của đơn vị.',
  'own-target-missing': 'Chưa có mục tiêu riêng của đơn vị cho chỉ tiêu này.',
  'target-unusual':
    'Mục tiêu {{value}} khác thường (thường từ {{min}} đến {{max}}). Hãy kiểm tra lại.',
  'project-half-filled': 'Dự án chưa đủ tên và nguồn vốn.',
  'year-out-of-range': 'Năm {{value}} phải từ {{min}} đến {{max}}.',
  'years-reversed': 'Năm khởi công ({{numerator}}) sau năm hoàn thành ({{denominator}}).',
  other: 'Cần rà soát ({{code}}).',
} as const;

/** How a finding was computed, with the numbers that were used. */
export const viHowComputed = {
  readable: 'Ô này nhận số, ngày, lựa chọn hoặc chữ theo cột; nội dung đã gõ chưa đọc được.',
  required: 'Mỗi dòng phải có số liệu, “-” hoặc “...”.',
  requiredByOthers: 'Có {{others}} đơn vị khác đã nhập; thiếu một đơn vị thì tổng bị thiếu.',
  notZero: 'Mẫu số phải khác 0.',
  range: 'Đang là {{value}}; cho phép từ {{min}} đến {{max}}.',
  within: '{{numerator}} phải nhỏ hơn hoặc bằng {{denominator}}.',
  sum: 'Tổng các phần {{sum}}, cả thảy {{whole}}, chênh {{difference}}; cho phép lệch {{tolerance}}.',
  neverFalls: 'Kỳ này {{value}}, kỳ {{previousPeriod}} là {{before}}; số lũy kế không giảm.',
  previousPlusPeriod:
    'Lũy kế kỳ {{previousPeriod}} {{before}} + trong kỳ {{inPeriod}} = {{expected}}; đang là {{value}}.',
  changePercent:
    '({{value}} − {{before}}) / {{before}} × 100 = {{change}}%; phải giải thích khi vượt {{limit}}%.',
  changePoints:
    '{{value}} − {{before}} = {{change}} điểm phần trăm; phải giải thích khi vượt {{limit}} điểm phần trăm.',
  outlier:
    'Trung vị của {{count}} số là {{median}}, độ lệch trung vị {{spread}}; cho phép lệch {{factor}} lần = {{limit}}, đang lệch {{away}}.',
  calendar: 'Số liệu năm {{figureYear}} chỉ chính thức từ ngày {{officialFrom}}.',
  noteRequired: 'Trường hợp này phải ghi lời giải thích vào ô.',
} as const;
