/** The template of a new flow from the rules for every mood to its sample conversations. */
export const END = `
# Rules for every mood. They come after the mood's own.
anywhere:
  - when: nothing
    need: { in-a-row: { nothing: 2 } } # two such messages, one after the other
    says:
      - I'm not sure what I'm supposed to answer to that.
      - You're writing, but you're not saying anything.
    because: The message gave nothing to go on, and neither had the one before.

# Looked at after every message. One of them has to count turns, so that no talk goes on for ever.
limits:
  - need: { frustration: at least 100, turns: at least 4 }
    go: left
    because: That was more than «called» wanted to take.
  - need: { turns: at least 14 }
    go: passed-on
    because: After so many messages without a plan, «called» asked for somebody else.

idle: # when nobody writes for a while
  after: 4 minutes
  feel: { frustration: +4 }
  says:
    - Are you still there?
    - I can see that you've read it.
    - I have to go in a few minutes. Are you with me?

# At least one ending is good and one is bad. A mixed one often teaches most: here the plan holds, and nobody ever said
# what it had meant.
endings:
  helped:
    outcome: good
    says: «3»
      - Good. That I can work with. Thank you, {trainee}.
      - Thank you for actually asking, {trainee}.
      - All right. I'm writing that down. Thank you.
      - Then I can stop turning it over in my head for an hour. Thank you.
    debrief: «called» was heard, was asked what the answer depends on, and knows who does what.
  arranged:
    outcome: mixed
    says:
      - Fine. Then that's arranged. I'd still have liked somebody to say that this was hard.
      - That will do. I'll be glad when it's over.
    debrief: There is a plan that fits. What it had meant was never said, and «called» noticed.
  passed-on:
    outcome: mixed
    says:
      - Then let somebody else have a try. Please tell them the story, so that I don't have to.
      - I'd like to speak to somebody who can decide it.
    debrief: Handing over is not failing. Handing over late, after going in circles, costs the customer twice.
  left:
    outcome: bad
    says:
      - say: Forget it. I'm done here.
        softer: I'll leave it here.
      - say: Don't bother. I'll take it somewhere else.
        softer: I'd rather take it somewhere else.
    debrief: «called» left before anything could be mended. Look at the message just before the mood changed.

# How often each skill is called for in a good talk.
aims: { validation: 1, question: 1, de-escalation: 1 }

# What the trainee reads afterwards. Write about the sentence, never about the person, and write lines under try: that a
# colleague could really send.
feedback:
  validation:
    well-done: You named what this means before fixing anything.
    missed: I didn't spot a line that says back what has happened and what hangs on it.
    try:
      - «said back»
  question:
    well-done: You asked for what the answer depends on.
    missed: I didn't spot a question for what only «called» can tell.
    try:
      - «question»
  de-escalation:
    well-done: You said who does what by when, and that moved things on.
    missed: I didn't spot one concrete step with a name or a time.
    try:
      - I'm looking into it myself now, and I'll write to you here by four, whatever the news is.
  premature-solution:
    missed: A fix came while «called» was still telling what had happened.
    try:
      - «question»
  overpromise:
    missed: One line promised what nobody can know.
    try: I can't promise that. I can promise to write to you by four with what I know.
  escalating:
    missed: One line made it sound as if the trouble were «called»'s own.
    try: That came out wrong. Let me start again with what has happened to you.
  dwelling:
    missed: After the third kind line it was time to do something.
    try: I've heard how hard this is. Here is what I'm doing right now.
  asked-again:
    missed: One question asked for something that had been told already.
  canned:
    missed: One line could have gone to anybody.

# Sample conversations, so that you notice when a change breaks something. Play them with:  npm run flows -- test
tests:
  - name: Heard, asked and helped
    talk:
      - show: [specific-validation, exploring-question] # a message that shows exactly this
        asks: «fact»
        expect: { mood: open, fact: «fact» }
      - show: solution
        expect: { mood: deciding }
      - show: [concrete-de-escalation, timeframe]
    ends: helped
  - name: A plan that fits, and never a word about what it meant
    talk:
      - show: exploring-question
        asks: «fact»
        expect: { mood: upset, fact: «fact» }
      - show: exploring-question
        asks: «wish»
        expect: { mood: open, fact: «wish» }
      - show: solution
        expect: { mood: deciding }
      - show: timeframe
    ends: arranged
  - name: A fix in the very first line
    talk:
      - show: solution
        expect: { mood: upset, shows: premature-solution }
      - show: solution
        expect: { mood: upset }
  - name: Pushed away, and mended
    talk:
      - show: minimise
        expect: { mood: cold }
      - show: [repair, specific-validation]
        expect: { mood: upset }
  - name: Pushed away three times
    talk:
      - show: dismiss
        expect: { mood: cold }
      - show: blame-customer
        expect: { mood: cold }
      - show: policy-wall
    ends: left
`;

/** Sample conversations in real words; each is kept where the reader sees what it says in this customer's case. */
export const IN_WORDS = [
  `  - name: A good agent, in words # a message as somebody would write it, read as in a practice
    talk:
      - say: «said back»
        expect: { shows: specific-validation, not: escalating }
      - say: «question»
        expect: { fact: «fact», mood: open }
      - say: Thank you for telling me. «promise»
        expect: { shows: solution, mood: deciding }
      - say: I'm doing that myself now, and I'll write to you here by four, whatever the news is.
    ends: helped
`,
  `  - name: A fix in the very first line, in words
    talk:
      - say: «promise»
        expect: { shows: premature-solution, mood: upset }
`,
  `  - name: A stock phrase, in words
    talk:
      - say: I'm sorry for the inconvenience.
        expect: { shows: generic-validation, mood: upset }
`,
  `  - name: A bad agent, in words
    talk:
      - say: Please calm down, there's no need to be upset.
        expect: { shows: calm-command, mood: cold }
      - say: There's nothing I can do, that's our policy.
        expect: { mood: cold }
      - say: You should have read the terms before you wrote to us.
    ends: left
`,
];
