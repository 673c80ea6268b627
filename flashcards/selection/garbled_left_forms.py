"""Forms of words that no sound question has, because words of another clause, or of nobody's, were left in it."""

from __future__ import annotations

ALONE = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|a hundred|\d+)"
LEFT_FORMS: tuple[tuple[str, str], ...] = (
    (
        r"\bthe (?:that|this|these|those|everybody's|everyone's|somebody's)\b",
        "What does the that is our first rule say?",
    ),
    (r"\brun --?[a-z]", "What should you run --all before you let users in?"),
    (r"^(?:What|Who|Why|Where) did you\b", "What did you close rename, close the folder?"),
    (r"^What (?:is|are) [^?]* (?:each|every (?:day|week|month))\?$", "What is triage one week each?"),
    (r"^Why is " + ALONE + r" \w+s\b", "Why is forty machines one machine with forty bills?"),
    (
        r"\b[a-z]+ (?:usually|often|mostly|mainly|largely|generally|typically) (?:on|in|at|to|of|with|from|by)\?$",
        "What do keys expire usually on?",
    ),
    (r"\blike any other\b(?! \w)", "What does a change go through like any other?"),
    (r"^What (?:is|are) (?:a )?part of\b", "What is part of the dip?"),
    (
        r"^What (?:is|are) the (?:\w+ )?(?:case|argument|reason|excuse|evidence)s? (?:against|for|behind)\?$",
        "What is the argument against?",
    ),
    (
        (
            r"^(?:What|Who|How) [^?]*\b(?:if|when) (?:(?!who\b|that\b|which\b)[\w'-]+ )+"
            r"(?:ca|do|does|wo|is|are|did|could|should)n't\?$"
        ),
        "What should you ask if salary can't?",
    ),
    (r"^What (?:do|does|did) an? [a-z]+ (?:us|me|them)\b", "What does a cost us?"),
    (r"\bone (?:day|morning|night|week)\?$", "What will you get if you subtract two wall times one day?"),
    (
        r"^(?:On )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+| \d+:\d\d)?, (?:what|who|how|why)\b",
        "Friday night, who calls the plant?",
    ),
    (
        r", rather than (?:when|if|because|since|where)\b",
        "What should you upgrade on, rather than when there is a feature you want?",
    ),
    (
        r"\ba (?:separate|different|new|big|small|similar|single|quick|short|formal) one\b(?! (?:of|that|who|for)\b)",
        "Why do career talks have a separate one each quarter?",
    ),
    (r"^Why (?:is|are) [^?]* another [a-z]+\?$", "Why are exceptions another problem?"),
    (r"\byet\?$", "When should services wait yet?"),
    (
        r"^What (?:do|does|did|can|will) (?:how(?! many)|what|whether|why|who|whatever|where)\b(?! [^?]* depend on)",
        "What does how leaders respond have an effect on?",
    ),
    (r"^Who (?:is|are) an? (?:[\w-]+ )?(?:group|team|committee|board|crew)\b", "Who is a planning group?"),
    (r"^How often should you \w+ \w+s\?$", "How often should you review happens?"),
    (
        r"^What (?:two|three|four|five|six) [^?]* (?:is|are) an? [^?]* to\b",
        "What three levels of caution is an alternative to use?",
    ),
    (r"^What is [^?]* what (?:people|we|you|they) \w+\?$", "What is work as done what people do?"),
    (r"^Who (?:can|could|may|might|should|must) [^?]* need\?$", "Who can a small problem need?"),
    (
        r"\b(?:in|on|to|of|with|for|at) than\b",
        "What are disagreements cheaper to have in than they are later?",
    ),
    (r', including "', 'What does a service desk need to give, including "not yet"?'),
    (
        r"^What (?:do|does|should|must|can) [^?]* (?:explain|describe|cover) (?:what|how|why|when|where)\b",
        "What should a finding explain what is wrong?",
    ),
    (r"^Who (?:is|are) [^?]*\b(?:who|where|which)\b[^?]* for\?$", "Who is limiting who knows it awkward for?"),
    (
        r"^What (?:is|are) (?:our|the|your|their|my) (?:\w+ )?(?:instinct|job|task|duty|mission|intent|plan) to \w+",
        "What is our instinct to restore as soon as possible?",
    ),
    (r"^When [^?]* (?:long|soon|shortly|right|just)\?$", "When does access tend to remain long?"),
    (
        r"^What (?:two|three|four|five|six) \w+s (?:at|in|before|after|during) (?:each|every|the|a) \w+\?$",
        "What three questions at every meeting?",
    ),
    (
        r"^When (?:do|does|can|will) [^?]* (?:tell|ask|show|warn)(?: us| you| them)?\?$",
        "When does a fitness function tell us?",
    ),
    (
        r", (?:never|don't|do not|always) [a-z]+ [^?]*\?$",
        "What do tests give each test, never assert on how many events there are?",
    ),
    (r"^What (?:shouldn't|can't) \w+ (?:that|which|who)\b", "What shouldn't work that takes hours depend on?"),
    (r"^What (?:is|are) being\b", "What is being able to run it again part of?"),
    (r"(?:^|, )what would (?:the|our|their|a|an)\b", "One afternoon a week, what would the team work through?"),
    (r"\bdone in\?$", "What does the work need to be done in?"),
    (r"^What (?:two|three) qualities should [a-z]+ing\b", "What two qualities should taking it out have?"),
    (
        r"^If [^?]* doesn't [^?]*, what does it (?:tell|give|show|teach)\?$",
        "If a timer doesn't tell us why, what does it tell?",
    ),
    (r"^When (?:do|does) [^?]* still [a-z]+\?$", "When does architecture still happen?"),
    (r"^For (?:what|who|how)(?:'s| is)? [^?]*, what\b", "For what's left, what should you ask?"),
    (r"\bn't n't\b|(?<=\w) n't\b", "When is spot n't your problem?"),
    (r"^What (?:is|are) (?:the|a|an) (?:last|first|next|opening|closing) slide\b", "What is a last slide?"),
)
