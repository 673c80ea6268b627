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
    "answer_is_empty_result": "Cloud hosting helps only if you do it right.",
    "prescribes_how": "The review queue must be short. This is how nurses are able to hand over in time.",
    "misspelt": "Contraining the testers tends to lead to slower releases.",
    "one_step_of_many": "Write the guesses down, keep them in a drawer, and come back to compare the"
    " guesses with what happened.",
    "habit_to_mend": "We tend to think of audits in terms of long meetings.",
    "condition_of_the_first": "If every change can be vetoed by a lawyer, then the lawyer is the"
    " product owner and should come to demos.",
    "half_of_what_to_do": "If a slow query is found, fix the index and run the load test again.",
    "same_verb_again": "Freedom of squads can produce wider gaps, and can increase cost if other"
    " people's work depends on the release.",
    "names_its_own_subject": "When the release board vetoes every change, testers quit asking them.",
    "pattern_of_nothing": "Problems are always local, tied to your own workload.",
    "hangs_on_the_post": "Release failures get missed because the on-call nurse sees the same noisy alarms again.",
    "asks_what_of_a_name": "The testing pyramid comes from Anna Lindqvist.",
    "said_in_an_example": 'Not "the lab is old" but "each new test takes 5 weeks, used to be 1, and'
    ' there are four on your list".',
    "cut_from_its_list": "A failed review needs to say which rule it is for, why the team cares, and how to mend it.",
    "runs_on": "Prepare letters ahead of time, and practice using them in fire drills.",
    "strands_a_preposition": "Growth in clinics is from patients gradually booking more.",
    "purpose_of_another": "When nurses are blamed for slips, they stop telling us about them, and we"
    " lose the information that we need in order to improve.",
    "counts_what_follows": "Release managers collect three kinds of numbers: lead time, failure rate,"
    " and restore time.",
    "subject_lacks_article": "Session explains the history of container schedulers.",
    "answer_points_back": "Good retrospectives change the conversation.",
    "spoken_of_before": "Each parcel has a colour strip. Couriers read the strip before they call a customer.",
    "compares_with_the_rest": "Caches slow down everything else in a cold start.",
    "list_cut_short": "Toil is work that is manual, repetitive, can be scripted, and grows with traffic.",
    "sets_lengths_against": "Feature branches live for two hours, rather than two weeks.",
    "examples_left_behind": "A single number hides the quiet work of seniors, like mentoring and reviews.",
    "told_of_nobody": "Changing a shared library took three weeks.",
    "agent_takes_up_itself": "Audit evidence is collected by the release pipeline as it runs.",
    "order_read_as_name": "Steps of the migration:\n\n- move reads first\n- move writes one product at a time",
    "announces_reasons": "Developers resist DevOps for many reasons.",
    "everyday_habit": "New flaws in libraries get published every day.",
    "precondition_as_time": "Small fires need to be put out before nurses can work.",
}
