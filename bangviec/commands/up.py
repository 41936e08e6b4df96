"""`bangviec up`: the whole system on this machine, until Ctrl-C."""

import argparse
import os
from typing import TYPE_CHECKING

from bangviec.arguments import add_year, day, port
from bangviec.places import database
from bangviec.words import said, tell
from planner.language import N_

if TYPE_CHECKING:
    from bangviec.up.supervisor import Supervisor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8080, metavar="PORT", help=said(N_("cổng của trang web")))
    parser.add_argument("--data", metavar="FOLDER", help=said(N_("thư mục dữ liệu")))
    parser.add_argument("--plan", metavar="FILE", help=said(N_("bắt đầu từ văn bản kế hoạch này, trong thư mục riêng")))
    parser.add_argument("--today", type=day, metavar="YYYY-MM-DD", help=said(N_("lấy ngày này làm ngày hôm nay")))
    parser.add_argument("--empty", action="store_true", help=said(N_("không nạp dữ liệu mẫu")))
    add_year(parser)


def run(args: argparse.Namespace) -> None:
    from bangviec.up import lock, place, ports
    from bangviec.up.supervisor import Ended, Supervisor, choose_ports, end_on_signals

    folder = place.choose_folder(args.data, args.plan, args.today)
    place.prepare(folder)
    _settle(args, str(folder))
    with lock.take_lock(folder, f"http://{ports.HOST}:{args.port}"):
        ports.refuse_busy(args.port)
        key = os.environ.get("BANGVIEC_SECRET_KEY") or place.secret_key(folder)
        end_on_signals()
        supervisor = Supervisor(folder, choose_ports(args.port), key)
        try:
            _start(args, supervisor)
            supervisor.watch()
        except Ended:
            tell(N_("Đang dừng …"))
        finally:
            supervisor.stop()
        tell(N_("Đã dừng."))


def _settle(args: argparse.Namespace, folder: str) -> None:
    """The choices of this start hold for this process and, through the environment, for every child."""
    os.environ["BANGVIEC_DATA"] = folder
    if args.today:
        os.environ["BANGVIEC_TODAY"] = args.today.isoformat()


def _start(args: argparse.Namespace, supervisor: "Supervisor") -> None:
    from bangviec.up import content, welcome

    tell(N_("Bảng Việc đang khởi động, dữ liệu trong %(folder)s."), folder=supervisor.folder)
    engine = database()
    credentials = [] if args.empty else content.fill(engine, supervisor.folder, args.plan, args.year)
    engine.dispose()
    supervisor.start()
    done = supervisor.folder / "first-flows.done"
    if not done.exists() and supervisor.run_flows_once():
        done.touch()
    welcome.show(supervisor.ports, credentials)
