"""The tables of the domain, one noun a file."""

from planner.models.attachment import Attachment
from planner.models.change import Change
from planner.models.comment import Comment, Follow
from planner.models.concern import Concern, Told
from planner.models.cooperation import Cooperation
from planner.models.day_off import DayOff, work_calendar
from planner.models.document import Document
from planner.models.failure import Failure
from planner.models.feed import Feed, PublishedFeed
from planner.models.issue import EarlierIssue
from planner.models.milestone import Milestone
from planner.models.office_day import OfficeDay
from planner.models.organisation import Board, Organisation, the_organisation
from planner.models.outbox import Mail, Notice
from planner.models.person import Link, Membership, Person, link_by_secret, person_by_email
from planner.models.plan import File, Plan, PlanRow, Target, Upload
from planner.models.release_choice import ReleaseChoice
from planner.models.reporting import ReportDate
from planner.models.review import ReviewItem, ReviewLine, ReviewSession
from planner.models.sign_in import SignIn
from planner.models.task import Task
from planner.models.time_request import TimeRequest

__all__ = [
    "Attachment", "Board", "Change", "Comment", "Concern", "Cooperation", "DayOff", "Document", "EarlierIssue",
    "Failure", "Feed", "File", "Follow", "Link", "Mail", "Membership", "Milestone", "Notice", "OfficeDay",
    "Organisation", "Person", "Plan", "PlanRow", "PublishedFeed", "ReleaseChoice", "ReportDate", "ReviewItem",
    "ReviewLine", "ReviewSession", "SignIn", "Target", "Task", "TimeRequest", "Told", "Upload",
    "link_by_secret", "person_by_email", "the_organisation", "work_calendar",
]  # fmt: skip
