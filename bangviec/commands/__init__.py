"""One file a command: add_arguments(parser) and run(args).

Only the command that was called is imported, and what is heavy inside its run, so that a light one answers at once.
"""

from planner.language import N_

HELP = {
    "up": N_("Chạy toàn bộ hệ thống trên máy này: trang web, máy chủ Prefect, lịch chạy; Ctrl-C để dừng."),
    "read": N_("Đọc một văn bản kế hoạch và cho xem những gì hiểu được; không lưu gì."),
    "period": N_("Đọc một cách ghi thời gian; “-” đọc mỗi dòng một cách ghi từ đầu vào chuẩn (văn bản, TAB, năm)."),
    "import": N_("Đọc một văn bản kế hoạch và lưu; cùng một tệp nhập lại thì không thay đổi gì."),
    "export": N_("Ghi một kế hoạch ra tệp Excel (.xlsx) hoặc Word (.docx), kèm trạng thái và kết quả."),
    "tasks": N_("Liệt kê nhiệm vụ."),
    "people": N_("Liệt kê người dùng và vai trò."),
    "feed": N_("Ghi lịch iCalendar ra đầu ra chuẩn: all, tree, board:TÊN, cooperating:TÊN, person:THƯ ĐIỆN TỬ, days."),
    "digest": N_("Ghi báo cáo tháng ra tệp PDF; không ban hành, không gửi."),
    "reminder": N_("Ghi phiếu nhắc việc của một bộ phận ra tệp PDF; không ban hành, không gửi."),
    "flow": N_("Chạy ngay một luồng tự động, như khi đến lịch của luồng đó."),
    "deploy": N_("Đưa các luồng tự động cùng lịch chạy lên một máy chủ Prefect, cho các worker của một work pool."),
    "backup": N_("Sao lưu toàn bộ dữ liệu ra một tệp, kể cả khi hệ thống đang chạy."),
    "restore": N_("Phục hồi toàn bộ dữ liệu từ một bản sao lưu; hệ thống phải đang dừng."),
    "move-to": N_("Chuyển toàn bộ dữ liệu sang một cơ sở dữ liệu trống khác, như PostgreSQL; hệ thống phải đang dừng."),
    "migrate": N_("Nâng cấp cơ sở dữ liệu cho phiên bản này của chương trình."),
    "admin": N_("Tạo quản trị viên (create), đặt lại mật khẩu (password)."),
}


def module_of(name: str) -> str:
    """The module of a command; `import` is a word of the language."""
    return "bangviec.commands." + ("import_" if name == "import" else name.replace("-", "_"))
