"""How a day stands, in words for a page or a terminal."""

from remedies.ledger.due import Due, Status


def status_words(due: Due) -> str:
    """Return how a day stands: "in 12 days", "met on 2024-03-04 by entry 7", "passed 3 days ago"."""
    by = f" by entry {due.entry}" if due.entry is not None else ""
    left = due.days_left or 0
    ago = f" {_days(-left)} ago" if left < 0 else ""
    match due.status:
        case Status.MET:
            return f"met on {due.met_on}{by}"
        case Status.OVERTAKEN:
            return f"overtaken{by}"
        case Status.ENDED:
            return f"ended{ago or by}"
        case Status.PASSED:
            return f"passed{ago}"
        case Status.UNKNOWN:
            return f"needs {due.needs}" if due.needs else "not known"
        case Status.OPEN | Status.SOON:
            return f"in {_days(left)}" if left else "today"


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days:,} days"


def reason(due: Due) -> str:
    """Return what is said beside how a day stands: why it stands so, and what is noted of it."""
    return "; ".join(filter(None, (due.why, due.note)))
