"""For each hard filter a post that gives no such card because of it: without the filter it would."""

from __future__ import annotations

POSTS = {
    "names_a_handle": "@nobodyknows uses feature flags to separate deploys from releases.",
    "answer_is_long": "Caches are hard because each layer of a big system that keeps a copy must learn when it is old.",
    "question_is_long": "When a team that works across four time zones and three departments hands over its pager on a"
    " Monday morning after a long weekend with many changes, the new shift reads the log first.",
    "question_is_dated": "Teams nowadays spend 40% of the sprint on manual toil.",
    "compares_with_nothing": "Queues and buffers display similar behaviours under load.",
    "bracketed_condition": "Nightly restores (when the disk is fast) take 40 minutes.",
    "introduces": "Thanks to small batches, releases need fewer approvals from managers.",
    "cut_short": "Good leaders rely on data from the field and how people feel.",
    "put_right_next": "Procrastination is seen as laziness by managers. However, it is a part of thinking.",
    "more_than_what": "Hardest levels involve two failing regions at once.",
    "lists_nouns": "The pillars of observability are logs, deploy events, and traces.",
    "one_of_several": "A good platform provides paved roads, improves the morale of teams, and gives them time.",
    "names_what_was_done": "Good teams separate logs from traces; separation leads to faster searches.",
    "label_is_lost": "Myth: long shifts reduce the cost of an outage.",
    "answers_twice": "Coordination in an outage requires gathering the responders, and how they will talk.",
    "breaks_off": "Feature flags help teams to test in production because of the.",
    "answer_is_loose": "The platform team supports various technical stacks.",
    "question_is_vague": "We need trust.",
    "answer_given_away": "If you copy a broken rule, you get a broken rule.",
    "compares_in_question": "Pull requests are better because of the comments.",
    "says_no_number": "How many pages does an operator get?\n\nThe rota spreads them over the week.",
    "bare_reason": "Operators need rest because the situation is urgent.",
    "undated_figure": "80% of our outages were caused by deploys.",
    "unbalanced": "Retries cause storms of requests) in the network.",
    "not_a_question": "We should take a more careful approach to keep the pipeline fast.",
}
