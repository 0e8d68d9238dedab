/**
 * The types of the data that the engine takes and returns. All of it is plain and immutable.
 *
 * @module
 */

// ---------------------------------------------------------------- quiz.json, format 1

/**
 * Answers without which something is out of the question: question id -> answer ids.
 * @typedef {Readonly<Record<string, readonly string[]>>} Gate
 */

/**
 * @typedef {object} CauseEntry
 * @property {string} id
 * @property {string} title
 * @property {string} summary
 * @property {string} url                    relative to the site's root
 * @property {string} stage                  key of `stages`
 * @property {string} control                key of `controls`
 * @property {number} prior                  probability that it holds before any answer
 * @property {Gate} gate
 * @property {Gate} notIf                    answers that rule it out where they were told
 * @property {Gate} outsideIf                answers that show that it was in others' hands, whatever `control` says
 * @property {Readonly<Record<string, number>>} actions   action id -> probability that it takes care of this cause
 * @property {string | null} whenItDecides   what happens then: the rest of a sentence after "When this is the reason,"
 * @property {boolean} canBeHidden           whether it can be at work without a sign, so that it is never ruled out
 */

/** Answers of which one must, or none may, have been told. @typedef {{onlyIf?: Gate, notIf?: Gate}} Fitting */

/**
 * @typedef {object} ActionEntry
 * @property {string} id
 * @property {string} title
 * @property {string} summary
 * @property {string} url
 * @property {string} when                   key of `when`
 * @property {number} minutes
 * @property {number} effort                 minutes weighted by how hard they feel
 * @property {boolean} [timeLimit]           whether it has a date that passes
 * @property {boolean} [onlyIfClear]         whether it makes no sense where the leading cause rests on little
 * @property {Gate} [onlyIf]                 question id -> answer ids of which one must have been told
 * @property {Gate} [notIf]                  question id -> answer ids of which none may have been told
 * @property {readonly string[]} [onlyFor]   ids of causes of which one must lead
 * @property {readonly string[]} [notFor]    ids of causes of which none may lead
 * @property {readonly (Fitting & {do: string})[]} steps
 * @property {readonly (Fitting & {for: string, text: string})[]} words   messages with {named blanks}
 */

/**
 * What questions of both kinds have.
 *
 * @typedef {object} AnyQuestion
 * @property {string} id
 * @property {string} text
 * @property {string | null} help
 * @property {string} why
 * @property {string | null} label            a short name
 * @property {"evidence" | "routing" | "fear" | "scenes"} role   routing leads to other questions; scenes asks
 *   which scenes come close, each of which is linked to one cause and has its id
 * @property {string | null} family
 * @property {Gate} gate
 * @property {Gate} follows                  is asked next once one of these was told
 * @property {Readonly<Record<string, readonly string[]>>} groups   label -> answer ids; answers in no group come last
 * @property {number} cost                   1 for an ordinary page
 */

/**
 * A sign is what one cause, alone, makes of the answers: P(answer | only this cause holds).
 *
 * @typedef {object} PickOne
 * @property {"pick-one"} kind
 * @property {readonly Choice[]} answers
 * @property {readonly number[]} base        probability of each answer where no linked cause holds; adds up to 1
 * @property {Readonly<Record<string, readonly number[]>>} signs   cause id -> probability of each answer
 *
 * @typedef {object} PickAny
 * @property {"pick-any"} kind
 * @property {number | null} told            share who tick what is true of anyone; null where it is that of `telling`
 * @property {readonly PickAnyOption[]} answers
 *
 * @typedef {Choice & Option} PickAnyOption
 *
 * @typedef {object} Choice
 * @property {string} id
 * @property {string} text
 * @property {Gate} [gate]                 left out where an answer contradicts it
 * @property {string | null} [synonym]     answers with the same synonym say the same: told twice, they count once
 * @property {readonly string[]} standsFor   ids of the causes that it means, as the answer to what is feared
 *
 * @typedef {object} Option
 * @property {number} base                   share of people it is true of where no linked cause holds
 * @property {Readonly<Record<string, number>>} signs   cause id -> share of people it is true of
 *
 * @typedef {AnyQuestion & (PickOne | PickAny)} QuestionEntry
 */

/**
 * How people tell a fact: the share who say so of those it is true of (`told`), and of the others (`stray`).
 * @typedef {{told: number, stray: number}} Telling
 */

/**
 * @typedef {object} Tellings
 * @property {Telling} list                  of an option of a list
 * @property {Telling} asked                 of an option by itself, by which the checklist is chosen
 * @property {Telling} firstScene            of the scene that was chosen before all others
 * @property {number | null} [standingOut]   share told of what a cause brought about, where that is more
 */

/**
 * The numbers by which the questions stop.
 *
 * @typedef {object} Stopping
 * @property {number} pages                  most questions
 * @property {number} least                  fewest, where there are as many to ask
 * @property {number} gain                   least share of what there is to learn that a page has to tell
 * @property {number} change                 chance of another cause first, or of another among the first three, from which on a
 *   question stays open
 * @property {number} clear                  belief from which on a cause with none level with it ends the questions
 */

/**
 * The whole of quiz.json. The engine needs nothing else, and works on any model of this format.
 *
 * @typedef {object} QuizModel
 * @property {1} format
 * @property {string} version                hash of the content that it was made from
 * @property {string} name
 * @property {string} language               BCP 47
 * @property {readonly CauseEntry[]} causes
 * @property {readonly ActionEntry[]} actions
 * @property {readonly QuestionEntry[]} questions
 * @property {readonly string[]} opening     question ids that come first
 * @property {Stopping} stopping
 * @property {Tellings} telling
 * @property {number} familyDiscount
 * @property {Readonly<Record<"evidence" | "routing" | "fear" | "scenes", number>>} roleShares   what an answer counts as evidence, as
 *   a share of its full weight, by the role of its question
 * @property {readonly {id: string, label: string, least: number}[]} bands   highest first
 * @property {Readonly<Record<string, {title: string}>>} stages
 * @property {Readonly<Record<string, {title: string, label: string, mark: string, outside: boolean}>>} controls
 * @property {Readonly<Record<string, Readonly<Record<string, string>>>>} howFar   question id -> answer id -> key of the
 *   stage at which it ended
 * @property {readonly string[]} inAnyCase  ids of the actions that are worth taking whatever the cause was
 * @property {Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>} blanks   name of a
 *   blank -> question id -> answer id -> what fills it
 * @property {Readonly<Record<string, string>>} when   id -> title, in the order of a plan
 * @property {Readonly<Record<string, string>>} strings   every text that the quiz shows, by key
 */

// ---------------------------------------------------------------- session

/**
 * A page that was answered. `chosen` is null for "not sure", one id for pick-one, any number for pick-any
 * (an empty list is "none of these").
 *
 * @typedef {object} GivenAnswer
 * @property {string} question
 * @property {readonly string[] | null} chosen
 * @property {undefined} [checklist]
 * @property {undefined} [facts]
 */

/** @typedef {{question: string, option: string}} Fact   an answer of the guide */

/**
 * The checklist with what was ticked on it.
 *
 * @typedef {object} AnsweredChecklist
 * @property {readonly Fact[]} checklist
 * @property {undefined} [question]
 * @property {undefined} [chosen]
 * @property {undefined} [facts]
 */

/**
 * The person's own words, and the facts of the guide that they picked for them. The words never leave the device.
 *
 * @typedef {object} Note
 * @property {string} note
 * @property {readonly Fact[]} facts
 * @property {undefined} [question]
 * @property {undefined} [chosen]
 * @property {undefined} [checklist]
 */

/**
 * The events of a session in the order in which they came; all else is derived.
 * @typedef {readonly (GivenAnswer | AnsweredChecklist | Note)[]} Answers
 */

/**
 * Something the reader should know about a restored session. `code` is a key of the quiz's strings with the
 * prefix `notice_`; `detail` fills its blank, and may be empty. The codes are older_content (the link's version),
 * link_cut (how many answers are missing), link_damaged, unknown_question and no_longer_applies (a question's id),
 * unknown_answer (an answer's id), and unreadable.
 * @typedef {{code: string, detail: string}} Notice
 */

// ---------------------------------------------------------------- diagnosis

/**
 * What one answer says about one cause.
 *
 * @typedef {object} Weight
 * @property {string} question
 * @property {string | null} option          the option, for pick-any
 * @property {boolean} ticked                for pick-any: whether it was ticked; true for pick-one
 * @property {number} decibans               weight of evidence; above 0 points to the cause, below 0 away from it
 * @property {number} aloneDecibans          what it would weigh if no other cause were possible
 * @property {readonly string[]} explainedBy ids of the causes that account for the difference, likeliest first
 */

/**
 * @typedef {object} CauseBelief
 * @property {string} id
 * @property {string} control                whose it was, as far as was told: key of `controls`
 * @property {boolean} possible              false where a gate rules it out; its belief is then 0
 * @property {number} prior
 * @property {number} belief                 posterior probability
 * @property {number} logOdds                of the belief, in natural log units; −∞ where impossible
 * @property {string} band                   id of a band
 * @property {readonly Weight[]} weights     strongest first; their sum is the change in log-odds, in decibans
 */

/**
 * @typedef {object} Diagnosis
 * @property {readonly CauseBelief[]} causes   likeliest first; ties by id
 */

/**
 * @typedef {object} NextQuestion
 * @property {string} question
 * @property {number} gainBits               expected information about all causes, in bits per ordinary page
 * @property {boolean} isInAnyCase           whether it is asked whatever it tells: at the opening, or about what was just told
 * @property {boolean} isDecisive            asked since its answer could well put another cause first
 * @property {readonly string[]} separates   ids of the two or three causes that it tells most about now
 * @property {readonly string[]} best        ids of the questions that tell most, this one first
 */

/**
 * The page to show next: a question or the checklist; null where enough was asked.
 * @typedef {({kind: "question"} & NextQuestion) | {kind: "checklist"} | null} NextPage
 */

/**
 * Whose it was, by what decides: `controls` has the share of each control in the odds of the causes that the answers
 * point to, and adds up to 1 or is all 0. `leads` is the control that leads clearly, or null where it is open.
 *
 * @typedef {object} Verdict
 * @property {string | null} leads
 * @property {Readonly<Record<string, number>>} controls
 */

/**
 * Why enough was asked, in the order in which `stopReason` looks: no question is left (`no_questions`); `stopping.pages` were
 * answered (`enough_pages`); one cause is nearly certain (`clear`); the best question tells too little (`little_to_learn`); no
 * question is likely to change the first three causes (`settled`). Only the first three end the questions while one is asked in
 * any case or could well put another cause first.
 * @typedef {"no_questions" | "enough_pages" | "clear" | "little_to_learn" | "settled"} StopReason
 */

/**
 * One action of the plan.
 *
 * @typedef {object} PlannedAction
 * @property {string} action
 * @property {number} help                   probability that it takes care of a cause that remains
 * @property {readonly string[]} causes      ids of the causes that it is for, most helped first
 * @property {boolean} isMain                whether it is one of the main actions, or a further one
 */

export {};
