"""Takes the pictures in docs/images from the running product: `make screenshots`.

    python docs/screenshots.py                                 starts a sample office of its own, and ends it
    python docs/screenshots.py http://127.0.0.1:8080 PASSWORD  takes them from a sample that runs already

The sample office has one password; the pictures are what its secretariat sees.
"""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

from bangviec.up.ports import free_port

IMAGES = Path(__file__).parent / "images"
OWN_BROWSER = Path(__file__).parents[1] / ".venv" / "browsers"  # where `make test` keeps one that is not the machine's
TODAY = "2026-05-11"  # the pictures change when the product does, not with the calendar
SECRETARIAT = "vanphong@bangviec.invalid"
LARGEST = 200_000
COLOURS = (256, 128, 64)
PATIENCE = 300.0
WHOLE_OFFICE = re.compile(r"tháng \d+/\d{4}\s*$")  # the digest of a board goes on with its name
PAGES = (
    ("kanban", "/"), ("months", "/months"), ("timeline", "/timeline"), ("pictures", "/pictures"), ("mine", "/mine"),
    ("overdue", "/overdue"), ("reports", "/reports"), ("feeds", "/feeds"),
)  # fmt: skip
PLAN = """KẾ HOẠCH CÔNG TÁC NĂM 2026
STT;Nội dung công việc;Bộ phận tham mưu;Trình;Thực hiện;Phối hợp
1;Kế hoạch giám sát việc thực hiện quy chế dân chủ ở cơ sở;Ban Dân chủ - Pháp luật;Tháng 3;Tháng 4-6;Ban Phong trào
2;Hướng dẫn tổ chức Ngày hội Đại đoàn kết toàn dân tộc;Ban Phong trào;Tháng 9;Tháng 13;
3;Hội nghị sơ kết công tác Mặt trận;Ban Tổ chức - Tuyên giáo;Tháng 5,11;Tháng 6,12;Các ban
4;Kế hoạch tháng cao điểm “Vì người nghèo”;Ban Phong trào;Tháng 8;17/10 - 18/11;
"""
DESK, PHONE = (1440, 900), (360, 740)


@contextmanager
def own_office() -> Iterator[tuple[str, str]]:
    """Starts `bangviec up` on a temporary folder; gives its address and the password."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, port = Path(temporary, "data"), free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "bangviec", "up", "--data", str(folder), "--port", str(port), "--today", TODAY],
            stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        try:
            yield f"http://127.0.0.1:{port}", _password_when_ready(process, folder / "sign-ins.json")
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)


def _password_when_ready(process: "subprocess.Popen[str]", sign_ins: Path) -> str:
    """The start prints the password when everything answers and the first flows have run."""
    deadline = time.monotonic() + PATIENCE
    for line in process.stdout or ():
        if sign_ins.exists():
            password = str(json.loads(sign_ins.read_text(encoding="utf-8"))[0]["password"])
            if password in line:
                return password
        if time.monotonic() > deadline:
            break
    raise SystemExit("bangviec up did not become ready")


def browser_options() -> dict[str, Any]:
    """The machine's Chromium, else the one that setting up the tests fetched."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, (shutil.which(name) for name in names if name)), None)
    if found is None and OWN_BROWSER.is_dir():
        os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(OWN_BROWSER)
    sandbox = ["--no-sandbox"] if os.getuid() == 0 else []  # Chromium refuses to sandbox for root
    return {"args": sandbox} | ({"executable_path": found} if found else {})


def signed_in(browser: Browser, address: str, password: str, size: tuple[int, int]) -> Page:
    """A page of the secretariat, in a light scheme."""
    context = browser.new_context(
        base_url=address, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", color_scheme="light", reduced_motion="reduce",
        viewport={"width": size[0], "height": size[1]}, has_touch=size == PHONE, is_mobile=size == PHONE,
    )  # fmt: skip
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto("/sign-in")
    page.fill("input[name=email]", SECRETARIAT)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    return page


def shoot(page: Page, name: str, address: str) -> None:
    """Opens an address and keeps what a person sees of it without scrolling."""
    page.goto(address)
    page.evaluate("document.fonts.ready")
    keep(name, page.screenshot())


def address_of_a_task(page: Page) -> str:
    """The page of a task that was submitted and is being carried out: every part of the page has something to show."""
    page.goto("/")
    card = page.locator(".cards[data-state=executing] .card", has=page.locator(".card-times [aria-hidden]")).first
    return card.locator(".card-title a").get_attribute("href") or "/"


def take_plan(page: Page) -> None:
    """A plan with a doubtful row as its preview shows it; the preview is dropped again."""
    page.goto("/plans")
    page.set_input_files("[name=file]", FilePayload(name="ke-hoach.csv", mimeType="text/csv", buffer=PLAN.encode()))
    page.click(".upload-form button.primary")
    page.wait_for_selector(".reading.is-doubtful")
    page.evaluate("document.fonts.ready")
    keep("preview", page.screenshot())


def first_sheet(page: Page) -> bytes:
    """The first page of the whole office's last digest, as it went out, drawn at 80 dots an inch."""
    page.goto("/reports")
    row = page.locator("tr", has=page.locator("th", has_text=WHOLE_OFFICE)).first
    pdf = page.request.get(row.locator("a[href$='.pdf']").get_attribute("href") or "").body()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "digest.pdf").write_bytes(pdf)
        command = ["pdftoppm", "-png", "-singlefile", "-r", "80", "digest.pdf", "digest"]
        subprocess.run(command, cwd=folder, check=True)
        return Path(folder, "digest.png").read_bytes()


def keep(name: str, png: bytes) -> None:
    """Writes a picture with as many colours as fit into 200 kB; the README is read over slow lines too."""
    picture, size = Image.open(io.BytesIO(png)).convert("RGB"), LARGEST
    for colours in COLOURS:
        kept = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
        size = len(kept.getvalue())
        if size < LARGEST:
            break
    (IMAGES / f"{name}.png").write_bytes(kept.getvalue())
    sys.stdout.write(f"docs/images/{name}.png  {size // 1000} kB\n")


def take_all(address: str, password: str) -> None:
    """Every picture of the documentation."""
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_options())
        desk = signed_in(browser, address, password, DESK)
        for name, where in PAGES:
            shoot(desk, name, where)
        take_plan(desk)
        shoot(desk, "task", address_of_a_task(desk))
        keep("digest", first_sheet(desk))
        shoot(signed_in(browser, address, password, PHONE), "kanban-phone", "/")
        browser.close()


def main(arguments: list[str]) -> None:
    if len(arguments) == 2:
        take_all(*arguments)
        return
    with own_office() as (address, password):
        take_all(address, password)


if __name__ == "__main__":
    main(sys.argv[1:])
