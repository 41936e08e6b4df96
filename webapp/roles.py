"""What roles are called."""

from planner.language import N_

ROLE_LABELS = {
    "head": N_("Trưởng ban"),
    "member": N_("Chuyên viên"),
    "secretariat": N_("Văn phòng"),
    "leader": N_("Ban Thường trực"),
    "viewer": N_("Người xem"),
    "admin": N_("Quản trị viên"),
}
