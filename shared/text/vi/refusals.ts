import type { RefusalCode } from '../refusal-codes.ts';
import { viExchangeRefusals } from './exchange-refusals.ts';

/** What happened, what is safe, what to do. */
export const viRefusals = {
  ...viExchangeRefusals,
  'internal-fault':
    'Chương trình gặp lỗi khi thực hiện yêu cầu ({{call}}). Số liệu đã lưu vẫn an toàn. Hãy thử lại; nếu lặp lại, mở lại chương trình và báo mã này cho bộ phận hỗ trợ.',
  'call-unknown':
    'Màn hình yêu cầu một việc mà chương trình không có. Số liệu không thay đổi. Hãy mở lại chương trình.',
  'input-invalid': 'Yêu cầu không hợp lệ nên không được thực hiện. Số liệu không thay đổi.',
  'call-not-permitted':
    'Tài khoản của bạn không có quyền làm việc này. Hãy đăng nhập bằng tài khoản đúng vai trò.',
  'sign-in-first':
    'Bạn chưa đăng nhập hoặc phiên làm việc đã kết thúc. Hãy đăng nhập lại; số liệu đã lưu vẫn còn.',
  'sign-in-failed':
    'Tên tài khoản hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ (Telex/VNI), phím Caps Lock rồi nhập lại.',
  'sign-in-wait':
    'Nhập sai mật khẩu nhiều lần. Hãy đợi {{seconds}} giây rồi thử lại. Số liệu vẫn an toàn.',
  'password-wrong':
    'Mật khẩu của bạn không đúng nên chưa thực hiện. Hãy nhập lại mật khẩu bạn dùng để đăng nhập.',
  'password-missing': 'Bước này cần chữ ký riêng của bạn. Hãy nhập mật khẩu bạn dùng để đăng nhập.',
  'password-too-short': 'Mật khẩu quá ngắn. Hãy đặt mật khẩu từ {{shortest}} ký tự trở lên.',
  'account-name-unusable':
    'Tên tài khoản chưa dùng được. Hãy dùng chữ, số, dấu chấm hoặc gạch ngang, tối đa 40 ký tự.',
  'account-exists': 'Đã có tài khoản tên {{account}}. Hãy chọn tên khác.',
  'role-of-other-side': 'Vai trò này không thuộc cấp của đơn vị đang dùng chương trình.',
  'office-key-unavailable':
    'Tài khoản của bạn không giữ khóa của cơ quan nên không ký hoặc mở gói dữ liệu được. Hãy dùng tài khoản chuyên viên đầu mối.',
  'store-not-set-up': 'Sổ số liệu chưa được thiết lập. Hãy chọn đơn vị và tạo tài khoản đầu tiên.',
  'store-exists': 'Sổ số liệu của máy này đã được thiết lập. Không có gì thay đổi. Hãy đăng nhập.',
  'store-in-use':
    'Sổ số liệu đang được một chương trình khác mở. Không có gì bị thay đổi. Hãy đóng cửa sổ Sổ Chỉ Tiêu kia rồi thử lại.',
  'store-newer-than-program':
    'Sổ số liệu được tạo bằng phiên bản mới hơn (cấu trúc {{version}}, chương trình này đọc đến {{known}}). Tệp được giữ nguyên. Hãy cài phiên bản mới của chương trình.',
  'store-damaged':
    'Tệp sổ số liệu bị hỏng, đã được để riêng tại {{file}}, không bị xóa. Hãy mở bản sao lưu gần nhất hoặc gửi tệp đó cho bộ phận hỗ trợ.',
  'store-unwritable':
    'Không ghi được vào thư mục dữ liệu ({{file}}). Hãy kiểm tra dung lượng đĩa và quyền ghi rồi mở lại chương trình.',
  'no-backup':
    'Không tìm thấy bản sao lưu nào mở được. Tệp hỏng vẫn được giữ nguyên. Hãy báo bộ phận hỗ trợ.',
  'nothing-to-restore': 'Sổ số liệu không bị hỏng nên không cần mở bản sao lưu.',
  'catalogue-malformed':
    'Danh mục không đúng cấu trúc (tại {{at}}). Danh mục đang dùng không thay đổi. Hãy xin tỉnh gửi lại tệp danh mục.',
  'catalogue-inconsistent':
    'Danh mục có {{faults}} chỗ mâu thuẫn, đầu tiên tại {{at}}: {{value}}. Danh mục đang dùng không thay đổi. Hãy báo tỉnh kiểm tra lại.',
  'backup-not-made':
    'Phiên bản mới cần chuyển sổ số liệu sang cấu trúc mới, nhưng chưa sao lưu được nên chưa làm gì ({{reason}}). Sổ được giữ nguyên. Hãy kiểm tra dung lượng đĩa và quyền ghi rồi mở lại chương trình.',
  'store-not-upgraded':
    'Không chuyển được sổ số liệu từ cấu trúc {{version}} sang {{known}} ({{reason}}). Sổ được giữ nguyên như trước. Hãy dùng lại phiên bản cũ và gửi tệp sổ cho bộ phận hỗ trợ.',
  'edit-subject-unknown':
    'Bản nháp không có "{{code}}" nên chưa sửa gì. Hãy mở lại phần này rồi thử lại.',
  'edit-code-taken': '"{{code}}" đã được dùng nên chưa thêm gì. Hãy chọn mã hoặc thời hạn khác.',
  'edit-day-unusable':
    'Không có đơn vị nào mang mã {{code}} cả trong ngày {{day}} và ngày trước đó, nên chưa sửa gì. Hãy kiểm tra mã và ngày.',
  'edit-units-unfit':
    'Cần ít nhất hai đơn vị khác nhau, cùng cấp và cùng trực thuộc một đơn vị. Chưa sửa gì.',
  'draft-missing': 'Bản nháp chưa có thay đổi nào nên chưa ban hành. Danh mục đang dùng không đổi.',
  'draft-inconsistent':
    'Bản nháp còn {{faults}} chỗ sai (đầu tiên tại {{at}}) nên chưa ban hành được. Bản nháp vẫn được lưu. Hãy sửa các chỗ được nêu.',
  'draft-outdated':
    'Bản nháp bắt đầu từ phiên bản {{base}}, nhưng nay danh mục đang dùng đã là phiên bản {{version}}. Chưa ban hành; bản nháp vẫn được lưu. Hãy lưu bản nháp thành tệp để đối chiếu, bỏ bản nháp, rồi sửa lại trên phiên bản đang dùng.',
  'draft-step-not-last':
    'Bước này không còn là bước cuối của bản nháp nên chưa hoàn tác gì. Hãy xem lại bản nháp rồi thử lại.',
  'catalogue-file-unreadable':
    'Không đọc được {{file}} như một danh mục (cần tệp JSON, không quá 32 MB). Bản nháp không thay đổi. Hãy chọn tệp khác.',
  'catalogue-waits-for-report':
    'Báo cáo kỳ {{period}} đang chờ duyệt hoặc chờ đóng gói theo danh mục đang dùng. Danh mục chưa thay đổi. Hãy đóng gói hoặc trả lại báo cáo đó trước, rồi dùng danh mục mới.',
  'catalogue-offer-unknown':
    'Không có danh mục phiên bản {{version}} đang chờ. Danh mục đang dùng không thay đổi.',
  'edit-value-unusable':
    'Không dùng được giá trị "{{value}}" ở đây. Chưa sửa gì. Hãy nhập giá trị khác.',
  'edit-strict-equal':
    'Mục tiêu phải đúng bằng một giá trị thì không thể "không kể chính giá trị này". Chưa sửa gì. Hãy đổi dấu so sánh hoặc chọn Không.',
  'backup-unusable':
    'Không có bản sao lưu {{backup}}, hoặc bản đó không mở được. Không có gì thay đổi. Hãy chọn bản khác trong danh sách.',
  'period-unknown': 'Danh mục không có kỳ báo cáo {{period}}.',
  'row-unknown': 'Biểu này không có dòng {{row}}.',
  'form-unknown': 'Kỳ này không có biểu {{form}} cho đơn vị của bạn.',
  'nobody-to-remind': 'Kỳ này không còn đơn vị nào phải đôn đốc nên không có gì để in hoặc ghi.',
  'cell-not-yours': 'Ô này không do đơn vị bạn nhập (dòng {{row}}).',
  'sheet-locked':
    'Phiếu số liệu đã khóa vì báo cáo không còn ở bước nhập liệu. Nội dung bạn vừa gõ chưa được ghi. Muốn sửa, hãy trả lại hoặc mở lại để chỉnh sửa kèm lý do.',
  'denominator-zero':
    'Mẫu số bằng 0 nên không tính được tỷ lệ. Số liệu đã nhập vẫn được giữ. Nếu không phát sinh, hãy nhập "-".',
  'indicator-has-no-rate':
    'Chỉ tiêu {{indicator}} được nhập trực tiếp một giá trị, không tính từ tử số và mẫu số.',
  'action-not-now':
    'Bước này không làm được ở trạng thái hiện tại của báo cáo. Hãy xem lại tiến trình ở trang Kiểm tra và duyệt.',
  'action-not-yours': 'Bước này do người khác thực hiện theo phân vai. Hãy chuyển tài khoản.',
  'reason-missing': 'Hãy ghi lý do. Lý do được lưu trong lịch sử và báo cho người nhập liệu.',
  'preparer-cannot-approve':
    'Người đã nhập hoặc gửi số liệu không tự kiểm tra hay duyệt. Hãy để người khác đăng nhập và thực hiện.',
  'findings-open':
    'Còn {{count}} nội dung phải xử lý trước khi gửi kiểm tra. Số liệu đã nhập vẫn được giữ. Mở danh sách cần rà soát để xem từng ô.',
  'recovery-missing':
    'Cơ quan chưa lập mã khôi phục, nên không mở được bằng mã. Hãy thử lại mật khẩu, hoặc nhờ người khác trong cơ quan đăng nhập.',
  'recovery-code-malformed': 'Mã khôi phục có đúng 40 chữ số. Hãy gõ lại theo bản in.',
  'recovery-code-check-digits':
    'Có chữ số của mã khôi phục gõ sai hoặc đổi chỗ. Hãy so lại từng nhóm bốn số với bản in.',
  'recovery-code-wrong':
    'Mã này không phải mã khôi phục đang dùng (có thể là mã đã thay). Mật khẩu giữ nguyên. Hãy tìm bản in mới nhất.',
  'safe-storage-other-machine':
    'Bản khóa của bạn gắn với máy khác, tài khoản Windows khác hoặc thư mục dữ liệu khác, nên không mở được ở đây. Số liệu vẫn an toàn. Hãy đăng xuất, bấm Quên mật khẩu… ở trang đăng nhập và gõ mã khôi phục: bản khóa được lập lại cho máy này.',
  'safe-storage-missing':
    'Bản khóa của bạn gắn với kho khóa của hệ điều hành, mà ở đây không dùng được kho đó (dòng lệnh không bao giờ dùng được). Số liệu vẫn an toàn. Hãy làm việc này trong cửa sổ chương trình; nếu cửa sổ cũng báo như vậy thì đăng xuất, bấm Quên mật khẩu… và gõ mã khôi phục.',
  'signed-figures-changed':
    'Các bảng số liệu không còn đúng như khi người lập đã ký, thường vì danh mục kế hoạch mới thêm hoặc bỏ dòng. Số liệu đã nhập vẫn giữ nguyên. Trả lại (hoặc mở lại để chỉnh sửa) rồi ký lại từ bước gửi kiểm tra.',
  'period-locked':
    'Kỳ này đã chốt số liệu lần {{number}} nên không ghi thêm và không chốt lại được. Số liệu giữ nguyên như đã chốt. Muốn sửa, người tổng hợp bấm Mở chốt và ghi lý do.',
  'lock-unknown':
    'Không có lần chốt số liệu đó của kỳ này. Số liệu không thay đổi. Hãy mở lại trang Tổng hợp.',
  'nothing-to-lock':
    'Kỳ này chưa có số liệu nào được tính nên chưa chốt. Hãy tiếp nhận báo cáo của đơn vị trước.',
  'lock-keys-missing':
    'Tài khoản này được lập khi tài khoản tổng hợp chưa giữ khóa của cơ quan nên chưa ký chốt số liệu được. Số liệu không thay đổi. Hãy đặt lại mật khẩu bằng mã khôi phục, hoặc nhờ người quản trị lập tài khoản tổng hợp mới.',
  'lock-altered':
    'Bản chốt số liệu lần {{number}} lưu trên máy không còn khớp với chữ ký của tỉnh: tệp sổ đã bị sửa bên ngoài chương trình. Số liệu các đơn vị gửi vẫn còn. Hãy đối chiếu với tệp chốt đã lưu và khôi phục bản sao lưu.',
  'acts-missing':
    'Báo cáo này được duyệt khi chương trình chưa có chữ ký riêng của người lập và người duyệt. Số liệu vẫn còn nguyên. Hãy mở lại để chỉnh sửa, gửi kiểm tra và duyệt lại rồi đóng gói.',
  'paper-document-missing':
    'Chưa có văn bản đã ký của kỳ này. Hãy ghi số, ngày, người ký và đính kèm bản chụp ở trang Tài liệu đính kèm, rồi ghi nhận đã duyệt trên giấy.',
  'attachment-kind-unknown':
    'Tệp {{file}} không phải PDF, JPG hay PNG (xét theo nội dung, không theo tên). Không có gì được đính kèm. Hãy quét hoặc xuất văn bản ra PDF rồi chọn lại.',
  'attachment-content-differs':
    'Tên tệp {{file}} có đuôi .{{said}} nhưng nội dung là {{found}}. Không có gì được đính kèm. Hãy kiểm tra nguồn của tệp; nếu đúng là tệp cần gửi, hãy đổi đuôi cho đúng rồi chọn lại.',
  'attachment-cut':
    'Tệp {{file}} bị cắt cụt: thiếu phần cuối. Không có gì được đính kèm. Hãy chép hoặc tải lại tệp rồi chọn lại.',
  'attachment-empty':
    'Tệp {{file}} trống, không có nội dung. Không có gì được đính kèm. Hãy chọn tệp khác.',
  'attachment-too-large':
    'Tệp {{file}} lớn hơn {{most}} MB nên không được đọc. Không có gì được đính kèm. Hãy quét lại ở độ phân giải thấp hơn (khoảng 150 dpi) hoặc tách tệp.',
  'attachments-too-many':
    'Kỳ này đã hết chỗ cho tệp đính kèm (tối đa {{most}} MB và {{mostFiles}} mục). Tệp vừa chọn chưa được đính kèm, các tệp trước vẫn còn. Hãy gỡ bớt hoặc dùng tệp nhỏ hơn.',
  'attachments-locked':
    'Báo cáo không còn ở bước nhập liệu nên không thêm hoặc gỡ được tài liệu. Không có gì thay đổi. Muốn sửa, hãy trả lại hoặc mở lại để chỉnh sửa kèm lý do.',
  'attachment-unknown': 'Không tìm thấy tài liệu này; có thể vừa được gỡ. Hãy mở lại trang.',
  'attachment-altered':
    'Nội dung tệp {{file}} đã bị thay đổi ngoài chương trình. Chưa ghi ra ngoài, chưa đóng gói. Hãy gỡ tệp này rồi đính kèm lại bản gốc.',
  'document-field-missing':
    'Còn thiếu thông tin của văn bản đã ký. Chưa ghi gì. Hãy điền đủ số, ký hiệu, ngày ký và người ký.',
  'document-number-malformed':
    'Số văn bản "{{typed}}" chưa đúng. Chưa ghi gì. Hãy nhập số như trên văn bản, ví dụ 123.',
  'document-symbol-malformed':
    'Ký hiệu "{{typed}}" chưa đúng. Chưa ghi gì. Hãy nhập ký hiệu liền nhau như trên văn bản, ví dụ BC-UBND.',
  'document-day-unreadable':
    'Không đọc được ngày "{{typed}}". Chưa ghi gì. Hãy nhập ngày/tháng/năm, ví dụ 22/8/2022.',
  'document-day-ahead':
    'Ngày ký sau ngày hôm nay. Chưa ghi gì. Hãy kiểm tra lại ngày trên văn bản và ngày giờ của máy.',
  'document-file-missing':
    'Chưa chọn tệp PDF của văn bản đã ký. Chưa ghi gì. Hãy chọn tệp PDF rồi ghi lại.',
  'document-not-pdf':
    'Tệp {{file}} không phải PDF. Văn bản đã ký phải là PDF. Chưa ghi gì. Hãy chọn bản PDF ký số hoặc bản quét PDF.',
  'document-after-sealing':
    'Báo cáo đã đóng gói nên không ghi thêm văn bản đã ký được. Gói đã đóng giữ nguyên. Muốn bổ sung, hãy mở lại để chỉnh sửa kèm lý do rồi đóng gói lần mới.',
  'excel-too-large':
    'Tệp Excel nặng {{megabytes}} MB, quá cỡ nhận được ({{most}} MB). Số liệu không thay đổi. Hãy bỏ ảnh và các trang không cần rồi lưu lại.',
  'excel-too-large-inside':
    'Tệp Excel khi mở ra lớn bất thường ({{reason}}) nên không được đọc. Số liệu không thay đổi. Hãy chép riêng bảng số liệu sang tệp mới rồi nhập lại.',
  'excel-damaged':
    'Tệp Excel bị hỏng hoặc bị cắt ({{reason}}). Số liệu không thay đổi. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi nhập, hoặc xin lại tệp.',
  'excel-encrypted-or-old':
    'Tệp có mật khẩu hoặc là dạng .xls cũ nên không đọc được. Số liệu không thay đổi. Hãy mở bằng Excel, bỏ mật khẩu và lưu thành .xlsx.',
  'excel-has-macros':
    'Tệp chứa macro nên không được đọc. Số liệu không thay đổi. Hãy mở bằng Excel và lưu thành .xlsx (không có macro).',
  'excel-not-a-workbook':
    'Tệp không phải bảng tính .xlsx. Số liệu không thay đổi. Hãy chọn tệp khác hoặc lưu lại thành .xlsx.',
  'excel-not-a-template':
    'Tệp không phải mẫu do chương trình xuất. Số liệu không thay đổi. Hãy nhập theo cách ghép cột, hoặc xuất mẫu rồi điền vào.',
  'excel-identity-damaged':
    'Phần nhận dạng của mẫu đã bị sửa nên không đối chiếu được từng ô. Số liệu không thay đổi. Hãy xuất mẫu mới, hoặc nhập theo cách ghép cột.',
  'excel-other-form':
    'Tệp là mẫu của biểu {{form}}, còn đây là biểu {{expected}}. Số liệu không thay đổi. Hãy mở đúng biểu rồi nhập.',
  'excel-other-unit':
    'Tệp là mẫu của đơn vị {{unit}}, còn đây là sổ của đơn vị {{expected}}. Số liệu không thay đổi. Hãy chọn đúng tệp.',
  'excel-other-period':
    'Tệp là mẫu của kỳ {{period}}, còn đây là kỳ {{expected}}. Số liệu không thay đổi. Hãy mở đúng kỳ rồi nhập.',
  'excel-newer-catalogue':
    'Tệp được xuất theo danh mục phiên bản {{catalogue}}, máy này mới có phiên bản {{known}}. Số liệu không thay đổi. Hãy cập nhật danh mục rồi nhập.',
  'file-changed-meanwhile':
    'Tệp {{file}} đã thay đổi sau khi xem trước. Chưa ghi gì. Hãy lưu và đóng tệp trong Excel rồi xem trước lại.',
  'excel-sheet-unknown':
    'Tệp không có trang tính nào chứa số liệu để chọn. Số liệu không thay đổi. Hãy chọn tệp khác.',
  'excel-cells-not-taken':
    '{{count}} ô trong tệp không nhận được. Số liệu ở các ô đó giữ nguyên. Hãy sửa trong tệp theo lý do đã nêu rồi nhập lại.',
  'folder-missing':
    'Không thấy thư mục đã chọn (USB có thể đã bị rút). Số liệu vẫn an toàn trên máy. Cắm lại USB rồi chọn lại thư mục.',
  'folder-read-only':
    'Thư mục hoặc USB đang khóa ghi. Số liệu vẫn an toàn trên máy. Mở khóa USB hoặc chọn thư mục khác.',
  'folder-full':
    'USB hoặc ổ đĩa đã đầy nên chưa ghi được. Số liệu vẫn an toàn trên máy. Xóa bớt tệp hoặc chọn nơi khác rồi ghi lại.',
  'write-not-confirmed':
    'Đọc lại thấy khác với nội dung đã ghi; USB có thể bị hỏng. Số liệu vẫn an toàn trên máy. Dùng USB khác rồi ghi lại.',
  'write-failed':
    'Chưa ghi được vào thư mục đã chọn ({{reason}}). Số liệu vẫn an toàn trên máy. Cắm lại USB rồi ghi lại.',
  'place-unknown': 'Thư mục hoặc tệp chưa được chọn trong phiên này. Hãy chọn lại.',
  'file-missing': 'Không thấy tệp đã chọn. Cắm lại USB rồi chọn lại tệp.',
  'file-unreadable': 'Không đọc được tệp {{file}}. Tệp được để nguyên. Hãy thử cắm lại USB.',
  'files-of-several-folders':
    'Các tệp đã chọn nằm ở nhiều thư mục. Hãy chọn tệp trong cùng một thư mục, vì phiếu trả lời được ghi cạnh gói.',
  'quarantine-file-too-large':
    'Tệp quá lớn nên không chép vào nơi cách ly. Tệp gốc được để nguyên ở nơi gửi đến.',
  'quarantine-full':
    'Nơi cách ly {{folder}} đã đầy nên không chép thêm. Tệp gốc được để nguyên. Hãy xem rồi dọn thư mục này.',
  'export-differs':
    'Đọc lại tệp {{file}} thấy khác với số liệu tổng hợp nên tệp đã bị xóa. Số liệu trong sổ vẫn an toàn. Hãy xuất lại; nếu lặp lại, chọn định dạng khác và báo mã này cho bộ phận hỗ trợ.',
  'export-nothing-to-say':
    'Kỳ này chưa có số nào mà định dạng của tệp {{file}} ghi được (định dạng này chỉ ghi số). Không có tệp nào được tạo. Hãy chọn định dạng khác.',
  'printing-unavailable':
    'Không in hoặc tạo PDF được ở đây. Số liệu vẫn an toàn. Hãy mở cửa sổ chương trình để in.',
  'printing-failed':
    'Chưa in được ({{reason}}). Số liệu vẫn an toàn. Kiểm tra máy in hoặc lưu PDF rồi in từ tệp.',
  usage: 'Lệnh hoặc tham số chưa đúng: {{detail}}. Gõ "help" để xem cách dùng.',
  'password-as-argument':
    'Mật khẩu không được ghi trên dòng lệnh vì người khác xem được. Lệnh chưa được thực hiện. Hãy dùng --password-stdin, và đổi mật khẩu nếu vừa ghi mật khẩu thật.',
  'cell-kept-as-draft':
    'Chưa hiểu nội dung ô {{column}} của chỉ tiêu {{row}}. Nội dung đã gõ được giữ làm bản nháp. Hãy nhập lại cho rõ.',
  'record-file-header':
    'Dòng đầu của tệp CSV thiếu, thừa hoặc lặp cột {{column}}. Chưa có ô nào được ghi. Hãy dùng các cột INDICATOR, NUMERATOR, DENOMINATOR, VALUE, STATUS, COMMENT.',
  'record-file-line':
    'Dòng {{line}} của tệp CSV thiếu mã chỉ tiêu hoặc sai số cột nên không được ghi. Các dòng khác không bị ảnh hưởng. Số có dấu phẩy phải đặt trong ngoặc kép hoặc ngăn cột bằng dấu chấm phẩy.',
} as const satisfies Record<RefusalCode, string>;
