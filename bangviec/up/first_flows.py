"""`python -m bangviec.up.first_flows`: runs each flow once, as its schedule would, at the first start."""

from flows.registry import FLOWS
from planner import clock

ORDER = ("roll_over", "publish_feeds", "monthly_digest", "send_reminders", "deliver")


def main() -> None:
    for name in ORDER:
        FLOWS[name](clock.today())


if __name__ == "__main__":
    main()
