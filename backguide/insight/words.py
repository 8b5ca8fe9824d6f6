"""The questions that verdicts answer, and what has to be said with an answer."""

from typing import Literal

VerdictName = Literal[
    "session_effect", "next_morning", "trend", "change_since_start", "pain_and_adherence", "peg"
]
VerdictWord = Literal["better", "worse", "within_usual", "not_enough_data"]

QUESTIONS: dict[VerdictName, str] = {
    "session_effect": "Right after a session",
    "next_morning": "The morning after",
    "trend": "Week by week",
    "change_since_start": "Since the start",
    "pain_and_adherence": "Pain and practice together",
    "peg": "Your week in three questions",
}
WORDS: dict[VerdictWord, str] = {
    "better": "better",
    "worse": "worse",
    "within_usual": "within your usual ups and downs",
    "not_enough_data": "not enough data yet",
}

NOT_A_CAUSE = "This does not show that one caused the other."
RECOVERY = "Backs often get better by themselves, too."
RECOVERY_SINCE = "Many backs get better by themselves in this time, so this does not show what helped."
SHORT_TERM = "This is what it is like in the minutes after, and expecting relief plays a part in it."
CAVEATS = (NOT_A_CAUSE, RECOVERY, RECOVERY_SINCE, SHORT_TERM)
