"""What the start prints at its end: the address, and a sign-in for each role while it is a trial."""

from bangviec.sample import Credential
from bangviec.up.supervisor import Ports
from bangviec.words import said, tell
from planner import clock
from planner.language import N_

ROLES = {
    "admin": N_("Quản trị viên"),
    "secretariat": N_("Văn phòng"),
    "leader": N_("Ban Thường trực"),
    "head": N_("Trưởng ban"),
    "member": N_("Chuyên viên"),
    "viewer": N_("Người xem"),
}


def show(ports: Ports, credentials: list[Credential]) -> None:
    """Prints where to go and how to sign in."""
    print()
    tell(N_("Bảng Việc: %(address)s"), address=ports.address)
    tell(N_("Prefect:   %(address)s"), address=ports.prefect_address)
    if day := clock.pinned():
        tell(N_("Ngày hôm nay được đặt là %(day)s."), day=day.strftime("%d/%m/%Y"))
    if credentials:
        _show_sign_ins(credentials)
    tell(N_("Nhấn Ctrl-C để dừng."))


def _show_sign_ins(credentials: list[Credential]) -> None:
    print()
    tell(N_("Tài khoản dùng thử, cùng một mật khẩu: %(password)s"), password=credentials[0].password)
    wide = max(len(c.email) for c in credentials)
    for one in credentials:
        print(f"  {one.email:<{wide}}  {said(ROLES.get(one.role, one.role))}: {one.name}")
    print()
