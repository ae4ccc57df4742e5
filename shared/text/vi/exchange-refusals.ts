import type { ExchangeRefusalCode } from '../refusal-codes.ts';

/** Of keys (K) and bundles (G): what happened, what is safe, what to do. */
export const viExchangeRefusals = {
  'province-not-trusted':
    'Chưa có sổ khóa của tỉnh nên chưa đóng gói được. Số liệu vẫn an toàn. Mở trang Khóa và tin cậy để nhận sổ khóa của tỉnh.',
  'not-enrolled':
    'Tỉnh chưa xác nhận khóa của đơn vị. Số liệu vẫn an toàn. Gửi yêu cầu đăng ký khóa rồi nhận tệp trả lời của tỉnh.',
  'fingerprint-malformed': 'Mã vân tay khóa phải có đúng 32 chữ số. Hãy nhập lại theo bản in.',
  'fingerprint-check-digits':
    'Mã vân tay khóa bị gõ sai ít nhất một chữ số. Hãy đối chiếu từng nhóm bốn số với bản in.',
  'fingerprint-differs':
    'Mã vân tay đã nhập không khớp với khóa trong tệp. Không có gì được chấp nhận. Hãy gọi điện cho đơn vị gửi để kiểm tra lại tệp và mã.',
  'keyring-signature-invalid':
    'Chữ ký của sổ khóa không đúng: tệp đã bị sửa hoặc hỏng. Không có gì được chấp nhận. Hãy xin tỉnh gửi lại.',
  'keyring-key-not-trusted':
    'Sổ khóa này không do khóa của tỉnh mà đơn vị đã tin cậy ký. Không có gì được chấp nhận. Hãy gọi cho Sở KH&ĐT trước khi làm tiếp.',
  'keyring-older':
    'Sổ khóa này (bản {{version}}) cũ hơn bản đang dùng ({{current}}). Bản đang dùng được giữ nguyên.',
  'keyring-fork':
    'Có hai sổ khóa khác nhau cùng là bản {{version}}. Bản đang dùng được giữ nguyên. Hãy báo ngay cho Sở KH&ĐT.',
  'keyring-of-other-province':
    'Sổ khóa này của tỉnh khác (mã {{province}}). Không có gì được chấp nhận.',
  'key-revoked':
    'Khóa trong tệp yêu cầu đã bị thu hồi nên không ghi nhận lại được. Đơn vị hãy nhận sổ khóa mới rồi ghi tệp yêu cầu lần nữa: chương trình sẽ tạo khóa mới.',
  'root-folders-same':
    'Hai khóa gốc cùng ghi vào một nơi. Chưa có gì được ghi. Hãy cắm cả ba USB cùng lúc và chọn mỗi khóa một USB.',
  'roots-full':
    'Sổ khóa gốc đã qua nhiều lần thay, không thêm được bản nữa. Chưa có gì thay đổi. Hãy lập lại bộ khóa gốc từ đầu.',
  'identity-malformed':
    'Khóa dự phòng có đúng 58 ký tự sau “AGE-SECRET-KEY-1”, không có chữ B, I, O và số 1. Hãy so lại từng nhóm bốn với bản in.',
  'identity-check-letters':
    'Có ký tự của khóa dự phòng gõ sai hoặc đổi chỗ. Hãy so lại từng nhóm bốn với bản in.',
  'escrow-other':
    'Khóa này không phải khóa dự phòng đang dùng của tỉnh. Không có gì thay đổi. Hãy tìm bản in khác, hoặc in lại phiếu khóa dự phòng.',
  'unit-not-enrolled':
    'Đơn vị mã {{unit}} không có khóa đang đăng ký ở tỉnh. Chưa có gì thay đổi. Hãy xem lại mã ở trang Khóa và đơn vị.',
  'sender-revoked':
    'Khóa ký gói này của đơn vị {{unit}} đã bị thu hồi. Chỉ những gói đã tiếp nhận trước đó còn giá trị. Hãy gọi cho đơn vị.',
  'document-not-now':
    'Chưa có gì để in: bản này cần khóa hoặc sổ khóa mà đơn vị chưa có. Hãy làm bước trước.',
  'root-signatures-missing':
    'Sổ khóa gốc chỉ có {{held}} chữ ký đúng, cần {{threshold}}. Không có gì được chấp nhận. Hãy gọi cho Sở KH&ĐT trước khi làm tiếp.',
  'root-signature-invalid':
    'Một chữ ký của sổ khóa gốc không đúng: tệp đã bị sửa hoặc hỏng. Không có gì được chấp nhận. Hãy xin tỉnh gửi lại.',
  'root-not-next':
    'Các bản sổ khóa gốc trong tệp không nối tiếp nhau (bản {{version}}). Không có gì được chấp nhận. Hãy xin tỉnh gửi lại.',
  'keyring-root-missing':
    'Sổ khóa này không kèm sổ khóa gốc mà đơn vị đã tin cậy. Không có gì được chấp nhận. Hãy gọi cho Sở KH&ĐT trước khi làm tiếp.',
  'keyring-root-not-trusted':
    'Bộ khóa gốc trong tệp (bản {{version}}) không nối tiếp bộ đơn vị đã tin cậy. Không có gì được chấp nhận. Hãy gọi cho Sở KH&ĐT theo số đã biết. Nếu tỉnh đã lập lại bộ khóa gốc: lấy công văn mới, vào trang Khóa và tin cậy, mở “Không nhận được sổ khóa mới?” và gõ lại dấu khóa.',
  'roots-exist': 'Tỉnh đã có bộ khóa gốc. Muốn thay thì dùng hai trong ba khóa gốc đang có.',
  'roots-missing': 'Tỉnh chưa lập bộ khóa gốc. Hãy lập bộ khóa gốc trước.',
  'root-passwords-same':
    'Hai khóa gốc có cùng mật khẩu. Mỗi người giữ khóa đặt mật khẩu riêng, không cho người khác biết.',
  'root-key-malformed':
    'Tệp này không phải khóa gốc của tỉnh, hoặc đã bị sửa. Chưa có gì thay đổi. Hãy chọn tệp “SCT1_goc_….key” trên USB của người giữ khóa.',
  'root-password-wrong':
    'Mật khẩu của khóa gốc không đúng. Chưa có gì thay đổi. Người giữ khóa hãy gõ lại.',
  'root-key-not-of-root':
    'Khóa này không thuộc bộ khóa gốc đang dùng (có thể là khóa đã thay). Chưa có gì thay đổi. Hãy chọn khóa gốc hiện hành.',
  'root-key-twice':
    'Hai lần chọn cùng một khóa gốc. Chưa có gì thay đổi. Cần khóa của hai người khác nhau.',
  'public-key-unusable':
    'Khóa trong tệp không hợp lệ. Không có gì được chấp nhận. Hãy đề nghị đơn vị tạo lại yêu cầu.',
  'unit-unknown': 'Không có đơn vị mã {{unit}} trực thuộc trong danh mục.',
  'not-a-bundle': 'Đây không phải gói dữ liệu của Sổ Chỉ Tiêu. Tệp được để nguyên.',
  'bundle-cut':
    'Tệp bị cắt cụt (chép chưa xong hoặc USB bị rút sớm). Không có gì được tiếp nhận. Hãy đề nghị đơn vị ghi lại gói.',
  'bundle-altered':
    'Nội dung gói đã bị thay đổi sau khi đóng. Không có gì được tiếp nhận. Hãy đề nghị đơn vị ghi lại gói.',
  'not-addressed-to-this-key':
    'Gói được mã hóa cho nơi khác nên không mở được ở đây. Không có gì được tiếp nhận. Hãy kiểm tra đúng tệp, đúng nơi nhận.',
  'addressed-to-other':
    'Gói do đơn vị {{from}} ký để gửi nơi khác (mã {{to}}), không phải gửi cho đơn vị này. Không có gì được tiếp nhận.',
  'signature-invalid':
    'Chữ ký gói dữ liệu không đúng. Không có gì được tiếp nhận. Hãy gọi cho đơn vị gửi để kiểm tra.',
  'act-malformed':
    'Gói không có chữ ký đúng quy cách của người lập hoặc người duyệt. Không có gì được tiếp nhận. Hãy gọi cho đơn vị gửi.',
  'act-signature-invalid':
    'Chữ ký riêng của người lập hoặc người duyệt không đúng. Không có gì được tiếp nhận. Hãy gọi cho đơn vị gửi.',
  'act-differs':
    'Người lập hoặc người duyệt đã ký nội dung khác với nội dung của gói ({{at}}). Không có gì bị mất, gói không được dùng. Tại đơn vị: hãy mở lại để chỉnh sửa, gửi kiểm tra và duyệt lại.',
  'act-same-key':
    'Một khóa ký cả phần lập và phần duyệt. Không có gì được tiếp nhận. Hãy gọi cho đơn vị gửi: người lập không tự duyệt.',
  'acts-left-out':
    'Các gói trước của đơn vị {{unit}} có chữ ký riêng của người lập và người duyệt, gói này không có. Không có gì được tiếp nhận. Hãy gọi cho đơn vị: cập nhật chương trình, mở lại báo cáo để chỉnh sửa, gửi kiểm tra, duyệt và đóng gói lại.',
  'sender-not-enrolled':
    'Gói được ký bằng khóa chưa đăng ký của đơn vị {{unit}}. Không có gì được tiếp nhận. Hãy đăng ký khóa của đơn vị trước rồi tiếp nhận lại.',
  'statement-malformed':
    'Phần kê khai trong tệp không đúng quy cách ({{at}}). Không có gì được tiếp nhận.',
  'statement-of-other-kind':
    'Tệp này thuộc loại khác với loại đang cần. Không có gì được tiếp nhận.',
  'json-not-canonical':
    'Phần kê khai trong tệp không đúng cách viết chuẩn. Không có gì được tiếp nhận.',
  'archive-irregular':
    'Cấu trúc nén bên trong gói không đúng quy cách ({{reason}}). Không có gì được tiếp nhận.',
  'contents-differ-from-statement':
    'Các tệp trong gói không khớp danh sách đã ký ({{path}}). Không có gì được tiếp nhận. Hãy đề nghị đơn vị ghi lại gói.',
  'data-malformed':
    'Bảng số liệu trong gói sai quy cách (dòng {{line}}, cột {{column}}). Không có gì được tiếp nhận.',
  'data-of-other-unit':
    'Gói của đơn vị {{unit}} chứa số liệu của đơn vị khác. Không có gì được tiếp nhận.',
  'figure-not-following':
    'Tỷ lệ của chỉ tiêu {{row}} không khớp tử số và mẫu số trong gói. Không có gì được tiếp nhận. Hãy báo đơn vị kiểm tra phiên bản chương trình.',
  'sequence-fork':
    'Đã có gói khác mang số {{seq}} của đơn vị này. Gói được giữ riêng, không tổng hợp. Có thể chương trình đã được sao chép sang máy khác; hãy gọi cho đơn vị.',
  'sequence-replayed':
    'Gói số {{seq}} cũ hơn gói đã tiếp nhận (số {{highest}}). Số liệu mới hơn được giữ nguyên.',
  'sequence-jump':
    'Số thứ tự gói nhảy từ {{highest}} lên {{seq}}, bất thường. Gói không được tính vào tổng hợp. Hãy gọi cho đơn vị gửi.',
  'series-unknown':
    'Gói thuộc một lần cài đặt khác của đơn vị (dãy gói chưa được xác nhận). Gói không được tính vào tổng hợp. Hãy nhận yêu cầu đăng ký khóa mới của đơn vị.',
  'bundle-newer-than-program':
    'Gói được tạo bằng phiên bản mới hơn (quy cách {{version}}). Không có gì được tiếp nhận. Hãy cập nhật chương trình.',
  'bundle-too-large': 'Tệp quá lớn để là gói dữ liệu. Tệp được để nguyên.',
  'catalogue-newer':
    'Gói dùng danh mục phiên bản {{version}}, mới hơn danh mục ở đây. Không có gì được tiếp nhận. Hãy cập nhật danh mục.',
  'recipient-malformed':
    'Khóa nơi nhận trong sổ khóa không hợp lệ nên chưa đóng gói được. Số liệu vẫn an toàn. Hãy báo Sở KH&ĐT.',
  'audit-broken':
    'Nhật ký thao tác bị đứt tại mục {{n}}: tệp đã bị sửa ngoài chương trình. Chưa đóng gói. Số liệu được giữ nguyên. Hãy báo bộ phận hỗ trợ.',
  'audit-rewritten':
    'Nhật ký thao tác trên máy này không khớp với nhật ký mà tỉnh đã xác nhận (mục {{n}}): tệp sổ đã bị thay hoặc viết lại. Chưa đóng gói. Số liệu được giữ nguyên. Hãy báo bộ phận hỗ trợ, đừng sửa gì thêm.',
  'figures-changed-silently':
    'Có {{count}} ô bị thay đổi ngoài chương trình (đầu tiên: {{row}}). Chưa đóng gói. Hãy nhập lại các ô đó.',
  'bundle-unknown': 'Không tìm thấy gói dữ liệu này trong sổ.',
  'cell-not-in-catalogue':
    'Gói của đơn vị {{unit}} có ô không thuộc danh mục của tỉnh (biểu {{form}}, dòng {{row}}, cột {{column}}). Không có gì được tiếp nhận. Hãy báo đơn vị kiểm tra phiên bản chương trình.',
  'report-not-received': 'Tỉnh chưa tiếp nhận báo cáo kỳ này của đơn vị {{unit}}.',
  'not-a-receipt': 'Đây không phải phiếu trả lời hay danh mục của tỉnh. Tệp được để nguyên.',
  'receipt-not-for-here': 'Đây không phải gói báo cáo. Tệp được để nguyên.',
  'catalogue-not-from-province':
    'Danh mục này do đơn vị {{unit}} ký, không phải do tỉnh phát hành. Danh mục đang dùng không thay đổi. Hãy báo tỉnh.',
  'catalogue-differs':
    'Tệp này ghi là danh mục phiên bản {{version}} nhưng nội dung khác danh mục phiên bản {{version}} đã có ở đây. Danh mục đang dùng không thay đổi. Hãy gọi hỏi tỉnh trước khi làm tiếp.',
  'catalogue-older':
    'Đây là danh mục phiên bản {{version}}, cũ hơn danh mục đang dùng (phiên bản {{current}}). Danh mục đang dùng không thay đổi.',
  'drafts-empty': 'Các biểu đã chọn chưa có ô nào được nhập, nên không có gì để chuyển.',
  'drafts-not-paired':
    'Tệp này không do máy đã ghép của đơn vị ký. Không có gì được ghi. Muốn nhận từ máy đó, quản trị ghép máy ở trang Khóa và tin cậy trước.',
  'not-drafts': 'Đây không phải bản nháp chuyển giữa hai máy. Không có gì được ghi.',
  'drafts-not-open': 'Bản nháp này không còn mở. Chưa ghi gì. Hãy mở và xem trước lại.',
  'own-drafts':
    'Bản nháp chuyển giữa hai máy của đơn vị, nhận ở trang Nhập liệu, phần Máy khác. Tệp được để nguyên.',
  'drafts-other-series':
    'Máy “{{name}}” đã được cài lại hoặc mở lại từ bản sao lưu sau khi ghép. Không có gì được ghi. Hãy ghép lại máy đó bằng tệp giới thiệu mới.',
  'streams-changed':
    'Có gói mới đến hoặc bản đang tính đã đổi trong lúc bạn xem. Chưa quyết định gì. Hãy xem lại so sánh rồi chọn.',
  'stream-settled':
    'Không còn bản nào của đơn vị chờ quyết định ở kỳ này. Không có gì thay đổi. Tải lại trang để xem tình hình mới.',
  'held-full':
    'Hết chỗ giữ các gói chờ quyết định: đơn vị này đang có {{waiting}} gói chờ. Gói này chưa được giữ, cũng không tính; tệp ở USB còn nguyên. Hãy quyết định các gói đang chờ ở “Bản trái nhau của một đơn vị”, rồi tiếp nhận lại tệp này.',
  'unit-not-reporting':
    'Đơn vị mã {{unit}} không thuộc diện báo cáo kỳ {{period}}: theo danh mục, đơn vị không tồn tại vào ngày hết hạn của kỳ (đã sáp nhập, chia tách hoặc chưa thành lập). Gói không được tiếp nhận. Số liệu của kỳ này do đơn vị kế thừa gửi; nếu danh mục ghi sai ngày, hãy sửa danh mục.',
  'report-set-aside':
    'Bản báo cáo này không được chọn khi có hai bản khác nhau nên không thể trả lời riêng. Không có gì được ký. Nếu bản này mới đúng, hãy quyết định lại ở trang "Bản trái nhau của một đơn vị".',
  'pairing-other-unit':
    'Tệp giới thiệu này của đơn vị {{unit}}. Chỉ ghép được máy của chính đơn vị này.',
  'pairing-own-computer':
    'Đây là tệp giới thiệu của chính máy này, hoặc của một bản chép sổ này. Hãy lấy tệp từ máy kia.',
  'computer-unknown': 'Máy này không còn được ghép. Hãy ghép lại ở trang Khóa và tin cậy.',
  'no-unit-enrolled':
    'Chưa đơn vị nào đăng ký khóa nên chưa phát hành được cho ai. Hãy ghi nhận khóa của các đơn vị ở trang Khóa trước.',
  'receipt-of-unknown-bundle':
    'Phiếu trả lời này nói về một gói không do sổ này đóng. Không có gì thay đổi.',
  'named-for-other': 'Tệp gửi cho đơn vị khác. Tệp được để nguyên.',
  'own-receipt':
    'Phiếu trả lời hoặc danh mục do đơn vị này ký, gửi đơn vị khác. Tệp được để nguyên.',
  'receipt-unknown': 'Sổ này không có phiếu trả lời đó. Mở lại trang rồi chọn lại.',
  'bundle-not-refused':
    'Gói này tiếp nhận được hoặc đã tiếp nhận, nên không lập phiếu không nhận. Hãy tiếp nhận lại nơi chứa tệp.',
  'too-many-remarks':
    'Một phiếu mang tối đa {{most}} ý kiến. Gộp các ý kiến giống nhau vào nội dung chung.',
  'remarks-too-long':
    'Các ý kiến theo ô cộng lại dài {{kilobytes}} KB, một phiếu mang tối đa {{most}} KB. Chưa lưu hay ký gì thêm. Hãy viết ngắn lại, bỏ bớt, hoặc đưa điều chung vào ý kiến chung.',
  'statement-too-large':
    'Phần kê khai của gói dài {{kilobytes}} KB, nơi nhận chỉ đọc tối đa {{most}} KB nên chưa đóng gói. Không mất gì. Hãy bớt số tệp đính kèm hoặc viết ngắn lại.',
  'contents-too-large':
    'Gói quá lớn ở phần {{path}}, nơi nhận sẽ không mở được nên chưa đóng gói. Không mất gì. Hãy bớt tệp đính kèm hoặc rút gọn các đoạn viết dài.',
  'receipt-not-written':
    'Gói đã được tiếp nhận, nhưng chưa ghi được phiếu tiếp nhận vào thư mục. Hãy cắm lại USB rồi tiếp nhận lại thư mục này: phiếu cũ sẽ được ghi lại.',
  'reading-ended': 'Lần xem trước này đã bị hủy, chưa tiếp nhận gì. Hãy bấm Xem trước lại.',
  'reading-used': 'Lần xem trước này đã được tiếp nhận. Kết quả ở Sổ tiếp nhận.',
  'reading-expired': 'Đã quá {{minutes}} phút, chưa tiếp nhận gì. Hãy bấm Xem trước lại.',
  'import-run-unknown': 'Không thấy lần tiếp nhận này trong sổ. Hãy mở lại trang.',
} as const satisfies Record<ExchangeRefusalCode, string>;
